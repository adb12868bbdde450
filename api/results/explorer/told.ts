/** Figures of the explorer as they stand in a sentence. */
import { wavePath } from '../../../analysis/columns/derive.ts'
import type { Estimate } from '../../../analysis/estimates/estimate.ts'
import { pooledSentence } from '../../../analysis/findings/sentence.ts'
import { counted, date } from '../../../analysis/text/format.ts'
import type * as wire from '../../wire/results.ts'
import type { Head, PublishedQuestion } from '../publications.ts'

export type Told = wire.ExplorerCell & { estimate: Estimate }

export const nothingSaid = 'Aucun chiffre ne peut être dit ici.'

/** The cells with a figure, the largest first. */
export const toldOf = (cells: readonly wire.ExplorerCell[]): Told[] =>
  cells
    .flatMap(({ estimate, ...cell }) => (estimate.value === null ? [] : [{ ...cell, estimate }]))
    .toSorted((a, b) => b.estimate.value - a.estimate.value)

/** « 39 % (intervalle à 95 % : 35 % à 43 % ; 400 familles) » */
export const figureSaid = ({ text, interval, estimate }: Told, [one, many]: PublishedQuestion['who']): string =>
  `${text} (intervalle à 95 % : ${interval} ; ${counted(estimate.base, one, many)})`

/** Said of figures of several waves, unless the waves are the groups; '' = a single one. */
export const pooledIn = (
  { waves = [] }: Pick<PublishedQuestion, 'waves'>,
  lists: readonly { path: string }[],
): string => (waves.length < 2 || lists.some(({ path }) => path === wavePath) ? '' : pooledSentence(waves))

export const receivedUntil = ({ surveyed: { period } }: Head): string[] =>
  period ? [`Réponses reçues jusqu’au ${date(period.to)}.`] : []

/** « Vous vivez : » → « Vous vivez » */
export const bare = (title: string): string => title.replace(/[\s\u00a0\u202f]*:$/, '')
