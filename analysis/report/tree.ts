/** What a report is, as plain data: the writers turn it into HTML, PDF, DOCX and XLSX. */
import type { Hiding } from '../../surveys/charts/no-figure.ts'
import type { Estimate, MaybeEstimate, NoEstimate } from '../estimates/estimate.ts'

/** A cell of a grid; the writers choose words and rounding. `day`: ISO day of what is shown again from an earlier publication. */
export type GridCell =
  | { kind: 'estimate'; estimate: Estimate; day?: string }
  | { kind: 'none'; why: NoEstimate['why']; words?: string; day?: string }
  | { kind: 'count'; value: number }
  | { kind: 'text'; text: string }

/** Words of numbers alone: « 50 à 5 090 », « de 0 à 650 », « 12 (8 à 20) »; a dash stands for one that is not there. */
const numbersAlone = /^(?:–|(?:de )?−?\d[\d\s]*(?:à −?\d[\d\s]*)?(?:\(\d[\d\s]*à \d[\d\s]*\))?)$/
export const isNumber = (cell: GridCell): boolean => cell.kind !== 'text' || numbersAlone.test(cell.text)

/** A number with the words that go with it stands in a column of numbers: « de 0 à 650 selon l’heure », « 2 adultes ». */
const beginsWithNumber = /^(?:de |environ )?−?\d/

/** « L’espace jeunes : 58 % » */
const namesItsNumber = /\S\s:\s/

/** Which columns after the first are of numbers: their head and all their cells stand on one side. */
export function numberColumns({ rows }: Pick<Grid, 'rows'>): boolean[] {
  const columns = Math.max(0, ...rows.map(({ cells }) => cells.length))
  return Array.from({ length: columns }, (_, at) => {
    const cells = rows.flatMap(({ cells }) => cells[at] ?? [])
    const isWords = (one: GridCell) => one.kind === 'text' && !isNumber(one) && !beginsWithNumber.test(one.text)
    const words = cells.filter(isWords)
    return (
      words.length * 2 <= cells.length && !words.some((one) => one.kind === 'text' && namesItsNumber.test(one.text))
    )
  })
}

/** Head of the column where the shares of rows are drawn. */
export const shareScale = 'De 0 à 100\u00a0%'

/** A table as people read it. */
export type Grid = {
  title: string
  /** « 212 familles répondantes » : always shown under the title. */
  base: string
  /** Title of each column, the first one above the row labels. */
  columns: string[]
  /** `share`: drawn from 0 to 100 % beside a label that says it. */
  rows: { label: string; cells: GridCell[]; id?: string; href?: string; share?: Estimate }[]
  notes: string[]
  /** Places of its lines, what matters most first: those kept where a page holds few. */
  first?: number[]
  /** What they are chosen by, after « les 3 lignes ». */
  firstBy?: string
  /** What hid figures of it, the first rule that did; `list`: title of what divides it. */
  hidden?: { by: Hiding; list: string }
  /** Groups without a column, since all their figures wait for newcomers. */
  waiting?: string[]
  /** Groups whose figures are those of an earlier ISO day. */
  dated?: { label: string; day: string }[]
  /** Earlier ISO day of all the figures of a table that no list divides. */
  day?: string
  /** People of the whole who are in none of its groups, 0 = too few to be told; absent = not known. */
  outside?: number
}

/** Days of its figures, `undefined` = that of its publication; of tables made before cells had one, those of its groups or its own. */
export function daysOf({ columns, rows, dated = [], day }: Grid): (string | undefined)[][] {
  const dayOf = (cell: GridCell) => ('day' in cell ? cell.day : undefined)
  if (rows.some(({ cells }) => cells.some(dayOf))) return rows.map(({ cells }) => cells.map(dayOf))
  const titles = columns.slice(1).filter((title) => !isInterval(title))
  const ofGroup = (label: string | undefined) => dated.find((group) => group.label === label)?.day
  return rows.map(({ label, cells }) => cells.map((_, at) => ofGroup(label) ?? ofGroup(titles[at]) ?? day))
}

/** The column of an interval, which belongs to the estimate before it. */
export const isInterval = (title: string): boolean => /^Intervalle/.test(title)

/** Horizontal bars with their interval, from zero. */
export type BarsChart = {
  kind: 'bars'
  title: string
  base: string
  /** What the text alternative says. */
  alt: string
  unit: Estimate['unit']
  /** End of the axis, in the unit. */
  end: number
  /** `day`: ISO day of a figure that is shown again from an earlier publication. */
  bars: { label: string; estimate: MaybeEstimate; uncertain: boolean; day?: string }[]
}

/** One layer of the week: 7 days × 48 half-hours, Monday first. */
export type WeekLayer = {
  layer: 'needed' | 'regular' | 'covered' | 'lacking'
  title: string
  /** Shares in [0, 1]; null = no figure. */
  values: (number | null)[][]
  /** The interval of each in words, or why it has no figure ('' in weeks frozen before); absent from older ones. */
  spans?: string[][]
  /** True where the interval holds the line of decision, or is too wide to read the shade as a level: hatched. */
  uncertain: boolean[][]
}

/** The week of half-hours, drawn as a heat map: the layers share one scale. */
export type WeekChart = { kind: 'week'; title: string; base: string; alt: string; layers: WeekLayer[] }

export type Chart = BarsChart | WeekChart

/** The zones of the territory, one shade a class of shares; a table beside says the same. */
export type ZoneMap = {
  kind: 'map'
  title: string
  base: string
  alt: string
  source: string
  zones: {
    name: string
    /** Rings of [longitude, latitude]. */
    rings: readonly (readonly (readonly [number, number])[])[]
    estimate: MaybeEstimate
    uncertain: boolean
  }[]
}

/** One objective of the plan as a tile of the wall. */
export type Tile = { objective: number; title: string; status: string; tone: string; href: string }

export type Block =
  | { kind: 'heading'; level: 2 | 3 | 4; text: string; eyebrow?: string; id?: string }
  | { kind: 'text'; text: string; tone?: 'lead' | 'small' | 'statement' }
  | { kind: 'list'; items: string[] }
  /** Several texts: a paragraph each beside one term. */
  | { kind: 'terms'; rows: { term: string; text: string | string[] }[] }
  | { kind: 'note'; tone: 'mark' | 'limit' | 'plain'; text: string }
  | { kind: 'badge'; tone: string; text: string; beside?: string }
  | { kind: 'grid'; grid: Grid; chart?: BarsChart }
  | { kind: 'week'; chart: WeekChart }
  | { kind: 'map'; chart: ZoneMap }
  | { kind: 'wall'; rows: { label: string; tiles: Tile[] }[]; legend: { tone: string; text: string }[] }
  | { kind: 'reference'; text: string; href: string }
  /** A line left for the committee to fill in by hand. */
  | { kind: 'blank'; label: string }
  | {
      kind: 'group'
      role: 'summary' | 'objective' | 'finding' | 'details'
      id?: string
      title?: string
      blocks: Block[]
    }

/** `flow`: on paper it follows the part before it, without a new page; others take one where a third of the page is filled. */
export type Part = { id: string; title: string; blocks: Block[]; flow?: true }

export type Report = {
  /** How it begins: a cover of its own, or a band at the head of the first page. Absent = a cover. */
  front?: 'cover' | 'band'
  /** « Communauté de communes du Val ». */
  place: string
  title: string
  subtitle: string
  /** ISO day. */
  date: string
  /** « Données fictives », « Essai », « Zonage provisoire »: shown on every page. */
  marks: { short: string; text: string }[]
  /** Shares of the week drawn on the cover; null = the motif alone. */
  ribbon: number[][] | null
  facts: { value: string; label: string }[]
  parts: Part[]
  /** Method, version and digest of the data, to be printed at the end. */
  colophon: string[]
}
