/** The kinds of figures that leave, and how often their intervals hold the truth. */

import { leastDescribed, leastFigure } from '../../../surveys/thresholds.ts'

/** One row a kind: its name on the command line, and in the docs. */
export const kinds = {
  share: ['une réponse, pour tous', 'one answer, everybody'],
  shares: ['chaque réponse d’une question, pour tous', 'each answer of a question, everybody'],
  words: [
    `un mot au lieu d’un chiffre, de ${leastDescribed} à ${leastFigure - 1} personnes`,
    `a word instead of a figure, ${leastDescribed} to ${leastFigure - 1} people`,
  ],
  leading: ['la réponse mise en avant parce qu’elle mène', 'the answer put forward because it leads'],
  group: ['une réponse dans un groupe (zone, âge…)', 'an answer in a group (zone, age …)'],
  week: ['une demi-heure ou une plage de la semaine', 'a half-hour or a band of the week'],
  places: ['enfants attendus un jour d’accueil, en part', 'children expected on a day of opening, as a share'],
  'price-curve': ['la courbe des prix', 'price curve'],
  catchment: ['la zone de chalandise', 'catchment'],
  gap: ['besoin sans solution', 'need without a solution'],
  'youth-places': ['lieux et usages des jeunes', 'places of the young'],
  mobility: ['mobilité des jeunes', 'mobility of the young'],
  cumulated: ['réponses additionnées', 'answers added up'],
  likert: ['échelle d’accord', 'scale of agreement'],
  'top-needs': ['besoins les plus cités', 'needs most cited'],
  themes: ['thèmes des textes libres', 'themes of free texts'],
  ranking: ['rang d’un classement', 'place in a ranking'],
  rating: ['note moyenne', 'mean mark'],
  mean: ['moyenne d’un nombre', 'mean of a number'],
  quantile: ['médiane et quartiles d’un nombre', 'median and quartiles of a number'],
  nps: ['solde de recommandation', 'net promoter score'],
  'both-doors': ['une réponse, question des deux entrées', 'an answer to a question of both doors'],
  'whole-only': ['une réponse, question du questionnaire entier', 'an answer to a question of the whole only'],
} as const

export type Kind = keyof typeof kinds
/** Whoever takes the whole differs from whoever does not: what their answers miss of everybody is measured, no goal. */
export const isBiased = (kind: Kind): boolean => kind === 'whole-only'
/** Intervals printed, and those that hold the truth; `error`: standard error of the coverage, in points. */
export type KindCoverage = { kind: Kind; intervals: number; inside: number; error: number }

/** Intervals of one kind, sample by sample: those of one sample go together. */
export type Tally = Map<Kind, Map<string, { intervals: number; inside: number }>>

/**
 * @param low, high as printed: whole percents, for a share
 * @param sample name of the people they are computed of
 */
export function count(
  tally: Tally,
  kind: Kind,
  { low, high }: { low: number; high: number },
  truth: number,
  sample: string,
): void {
  const samples = tally.get(kind) ?? new Map<string, { intervals: number; inside: number }>()
  const row = samples.get(sample) ?? { intervals: 0, inside: 0 }
  row.intervals += 1
  row.inside += Number(truth >= low - 1e-9 && truth <= high + 1e-9)
  samples.set(sample, row)
  tally.set(kind, samples)
}

export const listed = (tally: Tally): KindCoverage[] =>
  (Object.keys(kinds) as Kind[]).flatMap((kind) => {
    const samples = [...(tally.get(kind)?.values() ?? [])]
    return samples.length === 0 ? [] : [covered(kind, samples)]
  })

/** Standard error of a ratio over samples, by linearisation. */
function covered(kind: Kind, samples: readonly { intervals: number; inside: number }[]): KindCoverage {
  const intervals = samples.reduce((sum, one) => sum + one.intervals, 0)
  const inside = samples.reduce((sum, one) => sum + one.inside, 0)
  const squares = samples.reduce((sum, one) => sum + (one.inside - (inside / intervals) * one.intervals) ** 2, 0)
  return { kind, intervals, inside, error: (100 * Math.sqrt(squares)) / intervals }
}

/** Percent. */
export const coverageOf = ({ intervals, inside }: KindCoverage): number => (100 * inside) / intervals

/** For the docs. */
export const kindsTable = (rows: readonly KindCoverage[]): string =>
  [
    '| figure | intervals | hold the truth | standard error |',
    '| --- | --- | --- | --- |',
    ...rows.map(
      (row) =>
        `| ${kinds[row.kind][1]} | ${row.intervals} | ${coverageOf(row).toFixed(1)} % | ${row.error.toFixed(1)} |`,
    ),
  ].join('\n')

/** For whoever runs the command. */
export const kindsText = (rows: readonly KindCoverage[]): string =>
  rows
    .map((row) => {
      const [percent, error] = [coverageOf(row), row.error].map((one) => one.toFixed(1).replace('.', ','))
      return `${kinds[row.kind][0].padEnd(46)} ${percent!.padStart(5)}\u202f% (± ${error}) de ${row.intervals} intervalles publiés contiennent la vérité\n`
    })
    .join('')
