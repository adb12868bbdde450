/** One piece of evidence under an objective of the plan, whatever it comes from. */

export const evidenceKinds = ['asked', 'counted', 'heard', 'registered'] as const
/**
 * `asked`: a finding of a questionnaire; `counted`: what was done and who came, from the action log; `heard`: interviews,
 * groups, observations; `registered`: a figure of another source, with its series over the years.
 */
export type EvidenceKind = (typeof evidenceKinds)[number]

/** What people read: the kind in one word, and the words for one and for several pieces. */
export const evidenceWords: Record<EvidenceKind, { name: string; one: string; several: string }> = {
  asked: { name: 'Demandé', one: 'résultat de questionnaire', several: 'résultats de questionnaires' },
  counted: { name: 'Compté', one: 'décompte du carnet d’actions', several: 'décomptes du carnet d’actions' },
  heard: {
    name: 'Entendu',
    one: 'recueil de paroles ou d’observations',
    several: 'recueils de paroles ou d’observations',
  },
  registered: { name: 'Relevé', one: 'chiffre d’une autre source', several: 'chiffres d’autres sources' },
}

/** Small series that a picture shows beside the sentence: years, months, places. A `null` value is not known; it is not 0. */
export type EvidenceChart = {
  title: string
  /** « habitants », « présences », « entretiens ». */
  unit: string
  points: readonly { label: string; value: number | null }[]
}

export type EvidenceItem = {
  /** Unique within its kind and objective, the same each time it is read. */
  id: string
  /** Number of the objective in the plan in force. */
  objective: number
  kind: EvidenceKind
  /** French, at most 25 words, with a full stop. */
  sentence: string
  /** What it rests on, in French: « 12 séances », « 4 entretiens », « 212 familles répondantes ». */
  base: string
  /** ISO day of the newest fact it states. */
  day: string
  /** Who or what it comes from, in French: « Carnet d’actions », « INSEE, recensement de la population 2021 ». */
  source: string
  /** What it does not say, in French sentences. */
  limits: readonly string[]
  /** Page of the staff where it is read whole. */
  href: string
  chart?: EvidenceChart
}

export type EvidenceCounts = Record<EvidenceKind, number>

/** How many pieces of each kind stand under one objective. */
export function evidenceCounts(
  items: readonly Pick<EvidenceItem, 'kind' | 'objective'>[],
  objective: number,
): EvidenceCounts {
  const counts: EvidenceCounts = { asked: 0, counted: 0, heard: 0, registered: 0 }
  for (const item of items) if (item.objective === objective) counts[item.kind]++
  return counts
}
