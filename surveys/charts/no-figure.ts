/** Why a figure is not there, in a word: the same in a table, on a chart, on a map, in a document. */

export const noFigureWords = {
  'too-few': 'trop petit',
  'in-words': 'en mots',
  waiting: 'en attente',
  'no-variance': 'non estimable',
  'not-asked': 'non posée',
  secret: 'secret',
} as const

/** A layer of the typical week: `spans` says each half-hour in words, '' or absent in weeks frozen before. */
type Week = { values: readonly (readonly (number | null)[])[]; spans?: readonly (readonly string[])[] | undefined }

/** Why a half-hour has no figure. */
export const silentHalf = ({ spans }: Week, day: number, half: number): string =>
  spans?.[day]?.[half] || noFigureWords['too-few']

/** Why half-hours of a week have no figure, each word once: « trop petit ou en attente »; '' = every one has a figure. */
export const silentHalves = (week: Week): string =>
  [
    ...new Set(
      week.values.flatMap((line, day) =>
        line.flatMap((value, half) => (value === null ? [silentHalf(week, day, half)] : [])),
      ),
    ),
  ].join(' ou ')

/** Zones that are not drawn. @param waiting their figure comes back when enough people joined */
export const silentText = (left: readonly string[], waiting: readonly string[]): string =>
  [
    ...(left.length > 0 ? [`Trop peu de réponses\u202f: ${left.join(', ')}`] : []),
    ...(waiting.length > 0 ? [`En attente de réponses nouvelles\u202f: ${waiting.join(', ')}`] : []),
  ].join(' · ')

type Bar = { label: string; estimate: { value: number | null; why?: string } }
/** Of bars that hold every zone; '' = each has its figure. */
export function silentIn(bars: readonly Bar[]): string {
  const silent = bars.filter(({ estimate }) => estimate.value === null)
  const isLate = ({ estimate }: Bar) => estimate.why === 'waiting'
  const named = (some: readonly Bar[]) => some.map(({ label }) => label)
  return silentText(named(silent.filter((one) => !isLate(one))), named(silent.filter(isLate)))
}
