/** What a measure is: from columns to figures for disclosure control, and how those figures will stand on a page. */
import type { Field } from '../../surveys/questionnaire/fields.ts'
import type { Indicator } from '../../surveys/questionnaire/questionnaire.ts'
import type { MeasureRule } from '../../surveys/review/indicators.ts'
import type { Column } from '../columns/column.ts'
import type { Dimension } from '../columns/derive.ts'
import type { Study } from '../columns/study.ts'
import type { Table } from '../columns/table.ts'
import type { Design } from '../design/design.ts'
import type { FigureTable } from '../disclosure/figure-table.ts'
import type { EarlierClass } from '../disclosure/membership.ts'
import type { Figures } from '../disclosure/published-figure.ts'
import type { MaybeEstimate } from '../estimates/estimate.ts'
import type { Grid, WeekLayer } from '../report/tree.ts'

/** What an indicator reads. */
export type Subject = {
  /** Slug of the questionnaire. */
  slug: string
  indicator: Indicator
  field: Field
  column: Column
  /** The table the column is in, and the design of its rows. */
  table: Table
  design: Design
  /** A week that asks whether each stretch is covered. */
  asksCover: boolean
  /** Everything asked beside it, and the reference tables. */
  study: Study
  breakdowns: Breakdown[]
}

/** A closed list of groups, and the group of each row (an index in `choices`; negative = not known). */
export type Breakdown = Dimension & {
  path: string
  codes: Int16Array
  /** Groups left out because too few of them answered to conclude. */
  left: string[]
  /** The groups are answers to another question: both margins must be large. */
  crossed?: true
  /** Groups that stay as they were on an earlier day, see `Study.earlier`. */
  earlier?: readonly EarlierClass[]
}

/** The groups of a place, by path of their list; a list left out = everybody. */
export type Where = Readonly<Record<string, string>>

/** One table of a page: which figure of disclosure control stands in which cell. */
export type Layout = {
  /** Id of the figure table. */
  table: string
  title: string
  /** Above the row labels. */
  rowTitle: string
  columns: { title: string; kind: 'estimate' | 'base' }[]
  /** `rank`: key of the share that gives the row its place, see `order`; `whole`: of the same figure of everybody, in the table of `among`. */
  rows: { label: string; keys: string[]; rank?: string; whole?: string }[]
  /**
   * Where the groups of `list` are part of everybody: those in none of them are told. `isPart`: a group is left out, or of another day.
   * `apart`: place of the group that is no part of everybody, those from outside the territory; −1 = none.
   */
  among?: { table: string; list: string; isPart: boolean; apart: number }
  /** The rows by their published shares in a table, the largest first, those without rank last; or as they are, without the small ones. */
  order?: RowOrder
  /** Bars are drawn beside the first column. */
  drawn: boolean
  /** Columns of sets that hold one another, from the smallest: see `nested`. */
  nested?: readonly number[]
  /** Its groups are people apart, to be compared two by two: the rows, by their first column, or the columns, row by row. */
  groups?: 'rows' | 'columns'
  /** What the groups of a list are here; `stays`: those that stay as they were on an earlier day; `crossed`: they are answers to another question. */
  divided?: { by: 'rows' | 'columns'; list: string; crossed: boolean; stays: { label: string; day: string }[] }
  notes: string[]
}

/**
 * `least`, `most`: only rows of such a share, and so many of them; `left`: said under the table where others are left out.
 * `isUnbroken`: rows between two that are shown are shown too.
 */
export type RowOrder = {
  table: string
  by: 'share' | 'given'
  least?: number
  most?: number
  left?: string
  isUnbroken?: boolean
}

/** What follows from figures already published: nothing here has seen an answer that is not shown. */
export type Consequences = { grids: Grid[]; sentences: string[]; limits: string[] }

export type WeekView = {
  table: string
  layers: { layer: WeekLayer['layer']; title: string; keys: string[][] }[]
}

export type Measured = {
  tables: FigureTable[]
  /** The one figure the sentence states; null where rivals are: the one of them that is published as the largest. */
  headline: FigureAddress | null
  /** For a ranking of answers: those that may come first. */
  rivals: (FigureAddress & Led)[]
  /** Answers that never come first (« rien de cela »): said before the others when more people gave them. `frame`: in these words. */
  asides?: (FigureAddress & Led & { frame?: string })[]
  /** The estimate the sentence states, where it follows from several published figures (a mean). */
  summary?: (figures: Figures) => MaybeEstimate
  /** The first layout is the finding's own table; the others break it down. */
  layouts: Layout[]
  week: WeekView | null
  /** Path of what is asked of everybody the base counts, where it counts people to whom its question was not put; else its field. */
  asked?: string
  /** Those asked who are in no base are counted under its first table. */
  silent?: boolean
  /** What of the above depends on published figures. */
  settle?: (figures: Figures) => Partial<Omit<Measured, 'tables' | 'settle'>>
  /** Computed from the published figures of its tables, once the headline may be published. */
  consequences?: (figures: Figures) => Consequences
}

/** An answer that may lead; `phrase`: what the sentence says instead of its label. */
export type Led = { label: string; phrase?: string }

/** A figure by its table and key. */
type FigureAddress = { table: string; key: string }

/** How short sentences say what a measure counts: the answers themselves, words of its own, or nothing (no short sentence can). */
export type EasyWords = 'answers' | 'none' | { counted: Record<'fr-facile' | 'en' | 'ar', string> }

/** A measure: what it is called, what it reads, the sentence it begins with, and how it is computed. */
export type Measure = MeasureRule & {
  /** French: what it finds out, for those who choose one. */
  help: string
  /** Frame with `{value}`, `{interval}`, `{base}` and, where one answer comes first, `{top}`. */
  sentence: string
  easy: EasyWords
  compute: (subject: Subject) => Measured
}
