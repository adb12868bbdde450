/**
 * Who may read a figure, and from how many people on. The rules are rows; the code only applies them.
 * @source docs of INSEE on statistical confidentiality (11 units for natural persons, 85 % dominance); docs/fr/methode.md
 */

/** Fewest people of a group that documents describe, and fewest answers that are new from one count to the next. */
const smallestGroup = 11

export type Purpose = 'document' | 'screen'

export type Policy = {
  purpose: Purpose
  /** Smallest group that may be described, and the least width of the interval left to whoever recomputes. */
  least: number
  /** Smallest number of people who gave (or did not give) an ordinary answer, when it is not 0. */
  leastAnswers: number
  /** The same for sensitive topics (health, disability, vulnerability, safety). */
  leastSensitive: number
  /** Largest part of a total that one answer may bring. */
  dominance: number
  /** Variables crossed in one table, at most. */
  crossing: number
  /** Step of published shares, as a fraction: whole percents. */
  shareStep: number
  /** Step of published totals: up to `below`, to the nearest `step`. */
  totalSteps: readonly { below: number; step: number }[]
  /** Answers that must have come in since the last publication. */
  leastNew: number
  /** Words shown beside every figure of this purpose. */
  mention: string
}

const totalSteps = [
  { below: 1_000, step: 10 },
  { below: 10_000, step: 50 },
  { below: Number.POSITIVE_INFINITY, step: 100 },
] as const

export const policies = {
  document: {
    purpose: 'document',
    least: smallestGroup,
    leastAnswers: 5,
    leastSensitive: smallestGroup,
    dominance: 0.85,
    crossing: 2,
    shareStep: 0.01,
    totalSteps,
    leastNew: smallestGroup,
    mention: `Aucun chiffre ne décrit moins de ${smallestGroup} personnes.`,
  },
  screen: {
    purpose: 'screen',
    least: 5,
    leastAnswers: 5,
    leastSensitive: 5,
    dominance: 0.85,
    crossing: 2,
    shareStep: 0.01,
    totalSteps,
    leastNew: smallestGroup,
    mention: 'Usage interne : ne pas diffuser. Aucun chiffre ne décrit moins de 5 personnes.',
  },
} as const satisfies Record<Purpose, Policy>

/**
 * Why a figure is hidden. The sentence depends only on what everybody can see (the topic, whether something
 * was published before), never on whether this very figure is small: two hidden neighbours look the same.
 */
export const secrets = {
  small:
    'Ce chiffre n’est pas diffusé : lui-même, ou un autre que l’on en déduirait, décrirait un trop petit nombre de personnes.',
  sensitive:
    'Ce chiffre n’est pas diffusé : le sujet est sensible, et lui-même, ou un autre que l’on en déduirait, pourrait faire connaître la situation d’une personne.',
  repeated:
    'Ce chiffre n’est pas diffusé : lui-même, ou sa différence avec une publication antérieure, décrirait un trop petit nombre de personnes.',
  repeatedSensitive:
    'Ce chiffre n’est pas diffusé : le sujet est sensible, et lui-même, ou sa différence avec une publication antérieure, pourrait faire connaître la situation d’une personne.',
  extreme: 'Un minimum ou un maximum n’est jamais diffusé : c’est la réponse d’une seule personne.',
  crossing: 'Ce croisement n’est pas diffusé : il combine trop de critères à la fois pour protéger les personnes.',
} as const

export type SecretCode = keyof typeof secrets

/** The one mark of every hidden figure, in every table, chart, tooltip and export. */
export const secretMark = 'secret'

/** Coarser and coarser ways to look at the same thing: tried in this order before anything is hidden. */
export const coarsenings = {
  time: ['half-hour', 'band', 'weekday-weekend'],
  place: ['zone', 'territory'],
} as const
