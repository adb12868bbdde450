/** Figures of the explorer as they stand in a sentence. */
import { wavePath } from '../../../analysis/columns/derive.ts'
import type { Estimate } from '../../../analysis/estimates/estimate.ts'
import { datedSentence, pooledSentence } from '../../../analysis/findings/sentence.ts'
import { and, counted, date, figure, quote } from '../../../analysis/text/format.ts'
import type * as wire from '../../wire/results.ts'
import type { Head, PublishedQuestion } from '../publications.ts'

export type EstimatedCell = wire.ExplorerCell & { estimate: Estimate }

export const nothingSaid = 'Aucun chiffre ne peut être dit ici.'

/** The cells with a figure, the largest first. */
export const estimatedCells = (cells: readonly wire.ExplorerCell[]): EstimatedCell[] =>
  cells
    .flatMap(({ estimate, ...cell }) => (estimate.value === null ? [] : [{ ...cell, estimate }]))
    .toSorted((a, b) => b.estimate.value - a.estimate.value)

/** « 39 % (intervalle à 95 % : 35 % à 43 % ; 400 familles) » */
export const figureSaid = ({ interval, estimate }: EstimatedCell, [one, many]: PublishedQuestion['who']): string =>
  `${figure(estimate)} (intervalle à 95 % : ${interval} ; ${counted(estimate.base, one, many)})`

/** Said of figures of several waves, unless the waves are the groups; '' = a single one. */
export const pooledIn = (
  { waves = [] }: Pick<PublishedQuestion, 'waves'>,
  lists: readonly { path: string }[],
): string => (waves.length < 2 || lists.some(({ path }) => path === wavePath) ? '' : pooledSentence(waves))

/**
 * Of which day figures are.
 *
 * @param groups theirs, '' = everybody; `day`: the figure stands as it was on that ISO day
 */
export function datesSaid({ surveyed: { period } }: Head, groups: readonly { name: string; day?: string }[]): string[] {
  const byDay = [...Map.groupBy(groups, ({ day }) => day)]
  const [[only] = []] = byDay
  if (byDay.length === 1 && only !== undefined) return [datedSentence(only, groups.length)]
  const dated = byDay.flatMap(([day, own]) =>
    day === undefined
      ? []
      : [`${and(own.map(({ name }) => quote(name)))} : ${uncapital(datedSentence(day, own.length))}`],
  )
  const received = period && groups.some(({ day }) => day === undefined)
  return [...dated, ...(received ? [`Réponses reçues jusqu’au ${date(period.to)}.`] : [])]
}

const uncapital = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/** « Vous vivez : » → « Vous vivez » */
export const bare = (title: string): string => title.replace(/[\s\u00a0\u202f]*:$/, '')
