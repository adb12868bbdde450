/** The kinds of figures that leave, and how often their intervals hold the truth. */

/** One row a kind: its name on the command line, and in the docs. */
export const kinds = {
  share: ['une réponse, pour tous', 'one answer, everybody'],
  shares: ['chaque réponse d’une question, pour tous', 'each answer of a question, everybody'],
  leading: ['la réponse mise en avant parce qu’elle mène', 'the answer put forward because it leads'],
  group: ['une réponse dans un groupe (zone, âge…)', 'an answer in a group (zone, age …)'],
  week: ['une demi-heure ou une plage de la semaine', 'a half-hour or a band of the week'],
  places: ['enfants attendus un jour d’accueil, en part', 'children expected on a day of opening, as a share'],
  'price-curve': ['la courbe des prix', 'price curve'],
  catchment: ['la zone de chalandise', 'catchment'],
  gap: ['besoin sans solution', 'need without a solution'],
  'youth-places': ['lieux et usages des jeunes', 'places of the young'],
  mobility: ['mobilité des jeunes', 'mobility of the young'],
  funnel: ['ceux qui restent, étape par étape', 'funnel'],
  'top-needs': ['besoins les plus cités', 'needs most cited'],
  themes: ['thèmes des textes libres', 'themes of free texts'],
  model: ['une zone, par modèle', 'a zone, by the model'],
  ranking: ['rang d’un classement', 'place in a ranking'],
  rating: ['note moyenne', 'mean mark'],
  mean: ['moyenne d’un nombre', 'mean of a number'],
  quantile: ['médiane et quartiles d’un nombre', 'median and quartiles of a number'],
  nps: ['solde de recommandation', 'net promoter score'],
} as const

export type Kind = keyof typeof kinds
/** Intervals printed, and those that hold the truth. */
export type KindCoverage = { kind: Kind; intervals: number; inside: number }

export type Tally = Map<Kind, KindCoverage>

/** @param low, high as printed: whole percents, for a share */
export function count(tally: Tally, kind: Kind, { low, high }: { low: number; high: number }, truth: number): void {
  const row = tally.get(kind) ?? { kind, intervals: 0, inside: 0 }
  row.intervals += 1
  row.inside += Number(truth >= low - 1e-9 && truth <= high + 1e-9)
  tally.set(kind, row)
}

export const listed = (tally: Tally): KindCoverage[] =>
  (Object.keys(kinds) as Kind[]).flatMap((kind) => tally.get(kind) ?? [])

/** Percent. */
export const coverageOf = ({ intervals, inside }: KindCoverage): number => (100 * inside) / intervals

/** For the docs. */
export const kindsTable = (rows: readonly KindCoverage[]): string =>
  [
    '| figure | intervals | hold the truth |',
    '| --- | --- | --- |',
    ...rows.map((row) => `| ${kinds[row.kind][1]} | ${row.intervals} | ${coverageOf(row).toFixed(1)} % |`),
  ].join('\n')

/** For whoever runs the command. */
export const kindsText = (rows: readonly KindCoverage[]): string =>
  rows
    .map((row) => {
      const percent = coverageOf(row).toFixed(1).replace('.', ',')
      return `${kinds[row.kind][0].padEnd(46)} ${percent.padStart(5)}\u202f% de ${row.intervals} intervalles publiés contiennent la vérité\n`
    })
    .join('')
