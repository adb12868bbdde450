/** What the readers of publications know: counts, and equations between them. */
import type { Bound, Sum } from './table.ts'

/** What the readers of a publication know: counts by key (null: hidden), what adds up to what, what is at most how many, who was asked what. */
export type Knowledge = {
  counts: Readonly<Record<string, number | null>>
  sums: readonly Sum[]
  bounds?: readonly Bound[]
  paths?: readonly Path[]
}

/** An equation by keys; `sure` false: dropped when it contradicts the rest (answers were withdrawn). */
export type Row = {
  terms: readonly (readonly [key: string, coefficient: number])[]
  low: number
  high: number
  sure: boolean
}

/** Everybody counted in a universe said this in another one. */
export type Path = {
  /** Universe of the later question; those that begin with it and a colon are parts of its people. */
  inner: string
  /** Universe of the earlier question. */
  outer: string
  /** Answers of the earlier question, silences left out. */
  answers: readonly string[]
  /** One of these at least; null = no matter which. */
  among: readonly string[] | null
  /** None of these. */
  without: readonly string[]
  /** They counted in the base of the earlier question. */
  answered: boolean
  /** Its answers exclude each other. */
  exclusive: boolean
  /** Times one of the earlier people may be counted in the later question. */
  times: number
  /** Universe of the sheets, which counts everybody. */
  sheets: string
}
