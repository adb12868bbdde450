/** What people may read. Only publish.ts makes objects of these types. */
import type { Estimate } from '../estimates/estimate.ts'
import type { Precision } from './interval.ts'
import type { NoiseRules, Topic } from './perturbation.ts'

/** Not exported: nobody else can write an object of a published type. */
declare const made: unique symbol
type Made = { readonly [made]: true }

/**
 * `day`: ISO day of the count that this figure is shown again from. `precision`: of a figure of a group shown
 * again from a publication that had another one than its table has today.
 */
type TableCell = {
  key: string
  dims: Readonly<Record<string, string>>
  table: string
  day?: string
  precision?: Precision
}

/** A share with its interval and its base. `isMoved`: the weights take it out of the interval of the answers as they came. */
export type Shown = TableCell & { state: 'published'; estimate: Estimate; isMoved: boolean }

/** Too few people for a figure, or nearly everybody, whose figure stands elsewhere: words, and no number in any form. */
export type InWords = TableCell & { state: 'in-words'; words: string }

/**
 * Too few people to say anything. `isWaiting`: a figure of everybody, and too few joined since an earlier publication; or one of
 * a group that an earlier publication showed, which whoever reads both publications knows.
 */
export type TooSmall = TableCell & { state: 'too-small'; isWaiting?: true }

export type PublishedFigure = (Shown | InWords | TooSmall) & Made

export type PublishedTable = {
  id: string
  title: string
  sensitive: boolean
  figures: readonly PublishedFigure[]
  /** With share and base, gives back every interval, but those of figures that have a precision of their own. */
  precision: Precision
} & Made

export type Published = {
  /** Printed beside the figures. */
  mention: string
  /** The noise of every count, for whoever computes with the figures. */
  noise: Readonly<Record<Topic, NoiseRules>>
  tables: readonly PublishedTable[]
} & Made

/** A published figure by its table and key; what is published of the noise and of the worth of an answer, in a table or a figure. */
export type Figures = ((table: string, key: string) => PublishedFigure) & {
  precision: (table: string, key?: string) => Precision
}
