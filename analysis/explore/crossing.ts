/**
 * Tables of the explorer: a question alone, by one closed list, or crossed with another closed question. Of two questions only
 * the categories with thirty people at least, true and published, have a line of their own: a person alone with a rare answer
 * is never seen through several crossings.
 */
import { isNamedPlace } from '../../surveys/questionnaire/elements.ts'
import type { Table } from '../columns/table.ts'
import type { Design } from '../design/design.ts'
import { addToCell, type Cell, type CellSums, cellAt, emptyCells } from '../disclosure/cell.ts'
import { type Figure, type FigureTable, keyOf } from '../disclosure/figure-table.ts'
import type { Precision } from '../disclosure/interval.ts'
import { type Noise, perturbed } from '../disclosure/perturbation.ts'
import { isSettled, publish } from '../disclosure/publish.ts'
import type { PublishedTable } from '../disclosure/published-figure.ts'
import { rules } from '../disclosure/rules.ts'
import { kish } from '../estimates/effective-size.ts'
import { type Axis, regrouped } from './axis.ts'

/** A published table, without what can be computed again: one column a choice, one line an answer. */
export type Crossing = {
  /** Null: the question alone. */
  by: { path: string; title: string; choices: Choice[]; left: readonly string[] } | null
  answers: { value: string; label: string }[]
  /** One per choice; null = too small. */
  bases: (number | null)[]
  /** By choice, then by answer: whole percent, words, or null = too small. */
  shares: (number | string | null)[][]
  precision: Precision
}

/**
 * One column. `day`: it stands as it was on that ISO day; `precision`: its shares are those published then, with their own
 * precision.
 */
type Choice = { value: string; text: string; day?: string; precision?: Precision }

type Rows = Pick<Table, 'rows' | 'responseOf' | 'recordKeys' | 'parent' | 'since'>
type Counts = { rows: Int32Array; weights: Float64Array; cells: CellSums }

const othersLabel = 'Autres réponses'
/** Small answers put together, or the small classes of a closed list: what they have in common is being few. */
export const isFolded = (value: string): boolean => /^(?:autres:|\?)/.test(value)

/** The categories of an axis that may be shown, and the new place of each of those it had. */
type Side = { axis: Axis; moved: readonly number[] }

/** Both sides with their categories that may be shown, and what is counted in them. */
export type Counted = { lines: Axis; columns: Axis; counts: ReturnType<typeof countsOf> }

export function countedOf(given: Axis, by: Axis, rows: Rows, design: Design, noise: Noise = perturbed): Counted {
  const isCrossed = !by.isList
  const topic = topicOf(given, by)
  const wide = countsOf(given, by, rows, design)
  const everybody = cellAt(wide.all.cells, 0)
  const leastOf = (cell: Cell) => Math.min(cell.people, noise(cell, topic))
  const leastOutside = (cell: Cell) =>
    Math.min(everybody.people - cell.people, noise(everybody, topic) - noise(cell, topic))
  const isLarge = (cell: Cell) =>
    leastOf(cell) >= rules.leastClass && leastOutside(cell) >= rules.leastDescribed && isSettled(cell)
  const isGiven = (cell: Cell) => leastOf(cell) >= rules.leastDescribed
  const among = { rows, isCounted: (row: number) => given.asked[row] === 1 && by.asked[row] === 1 }
  const lines = by.path === '' ? whole(given) : withoutSmall(given, wide.lines, among, isCrossed ? isLarge : isGiven)
  const columns = isCrossed ? withoutSmall(by, wide.columns, among, isLarge) : whole(by)
  const sides = { lines: lines.axis, columns: columns.axis }
  if (sides.lines === given && sides.columns === by) return { ...sides, counts: wide }
  // where a row is a response, what is put together adds up; a family of several children counts once, and is counted again
  const counts =
    rows.parent === null ? summed(wide, lines, columns) : countsOf(sides.lines, sides.columns, rows, design)
  return { ...sides, counts }
}

/** The same, seen from the other side: two questions are counted once for both. */
export const turned = ({ lines, columns, counts }: Counted): Counted => ({
  lines: columns,
  columns: lines,
  counts: { ...counts, lines: counts.columns, columns: counts.lines, isTurned: !counts.isTurned },
})

const topicOf = (given: Axis, by: Axis) => (given.sensitive || by.sensitive ? 'sensitive' : 'ordinary')
const whole = (axis: Axis): Side => ({ axis, moved: axis.categories.map((_, at) => at) })

/**
 * @param universe of the questionnaire, for the names of the groups
 * @param sampled part of the people who responded, by steps of 0.05
 */
export function crossingOf(
  universe: string,
  { lines, columns, counts }: Counted,
  noise: Noise = perturbed,
  sampled = 0,
): Crossing {
  const table: FigureTable = {
    id: columns.path,
    title: lines.title,
    sensitive: topicOf(lines, columns) === 'sensitive',
    crossed: !columns.isList,
    worth: counts.worth,
    sampled,
    figures: columns.categories.flatMap(({ value }, column) =>
      lines.categories.map((answer, line) =>
        figureAt(counts, column, line, {
          universe: `${universe}.${lines.path}`,
          where: columns.path === '' ? {} : { [columns.path]: value },
          answer: answer.value,
        }),
      ),
    ),
  }
  const [published] = publish([table], noise).tables
  return compact(published!, lines, columns)
}

/** Small categories are put together, and so are places that the authority names; those of a question with several answers, or still too small together, are left out. */
function withoutSmall(axis: Axis, counts: Counts, among: Among, isLarge: (cell: Cell) => boolean): Side {
  const places = axis.categories.map((_, at) => at)
  const large = places.filter((at) => !isNamedPlace(axis.categories[at]!) && isLarge(cellAt(counts.cells, at)))
  if (large.length === places.length) return whole(axis)
  const others = { value: `autres:${large.map((at) => axis.categories[at]!.value).join('+')}`, label: othersLabel }
  const isTogether = !axis.several && isLarge(restOf(axis, large, counts, among))
  const moved = places.map((at) => (large.includes(at) ? large.indexOf(at) : isTogether ? large.length : -1))
  const categories = [...large.map((at) => axis.categories[at]!), ...(isTogether ? [others] : [])]
  return { axis: regrouped(axis, categories, moved), moved }
}

/** The rows of a table that answered both. */
type Among = { rows: Rows; isCounted: (row: number) => boolean }

/** The people in none of the large categories of a question with one answer. */
function restOf({ starts, codes }: Axis, large: readonly number[], counts: Counts, { rows, isCounted }: Among): Cell {
  if (rows.parent === null) return cellAt(sumOf(counts, 1, (at) => (large.includes(at) ? -1 : 0)).cells, 0)
  const rest = emptyCells(1, rows.since)
  for (let row = 0; row < rows.rows; row++)
    if (starts[row]! < starts[row + 1]! && isCounted(row) && !large.includes(codes[starts[row]!]!))
      addToCell(rest, 0, rows.responseOf[row]!, rows.recordKeys[row]!)
  return cellAt(rest, 0)
}

/** The counts of the categories as they were put together. */
function summed(wide: ReturnType<typeof countsOf>, lines: Side, columns: Side): ReturnType<typeof countsOf> {
  const [height, width] = [lines.axis.categories.length, columns.axis.categories.length]
  return {
    ...wide,
    height,
    both: sumOf(wide.both, height * width, (at) => {
      const [line, column] = [lines.moved[at % wide.height]!, columns.moved[Math.floor(at / wide.height)]!]
      return line < 0 || column < 0 ? -1 : column * height + line
    }),
    lines: sumOf(wide.lines, height, (at) => lines.moved[at]!),
    columns: sumOf(wide.columns, width, (at) => columns.moved[at]!),
  }
}

/** Counts of responses added up at other places; negative = left out. */
function sumOf({ rows, weights, cells }: Counts, size: number, placeOf: (at: number) => number): Counts {
  const sum = emptyCounts(size, cells.since)
  const snapshots = cells.since?.hasLeft.length ?? 0
  for (let at = 0; at < rows.length; at++) {
    const place = placeOf(at)
    if (place < 0) continue
    sum.rows[place]! += rows[at]!
    sum.weights[place]! += weights[at]!
    sum.cells.people[place]! += cells.people[at]!
    sum.cells.keys[place]! += cells.keys[at]!
    for (let snapshot = 0; snapshot < snapshots; snapshot++) {
      sum.cells.newcomers[place * snapshots + snapshot]! += cells.newcomers[at * snapshots + snapshot]!
      sum.cells.steady[place * snapshots + snapshot]! += cells.steady[at * snapshots + snapshot]!
    }
  }
  return sum
}

const emptyCounts = (size: number, since: Rows['since']): Counts => ({
  rows: new Int32Array(size),
  weights: new Float64Array(size),
  cells: emptyCells(size, since),
})

/** Rows that answered both, by place of the table and by category of each side. */
function countsOf(given: Axis, by: Axis, { rows, responseOf, recordKeys, since }: Rows, { weights }: Design) {
  const [height, width] = [given.categories.length, by.categories.length]
  const [both, lines, columns, all] = [height * width, height, width, 1].map((size) => emptyCounts(size, since)) as [
    Counts,
    Counts,
    Counts,
    Counts,
  ]
  let squares = 0
  const { starts, codes, asked } = given
  const { starts: byStarts, codes: byCodes, asked: byAsked } = by
  for (let row = 0; row < rows; row++) {
    if (asked[row] === 0 || byAsked[row] === 0) continue
    const [weight, response, key] = [weights[row]!, responseOf[row]!, recordKeys[row]!]
    const [from, to] = [starts[row]!, starts[row + 1]!]
    addRow(all, 0, weight, response, key)
    squares += weight * weight
    for (let at = from; at < to; at++) addRow(lines, codes[at]!, weight, response, key)
    for (let b = byStarts[row]!; b < byStarts[row + 1]!; b++) {
      const column = byCodes[b]!
      addRow(columns, column, weight, response, key)
      for (let at = from; at < to; at++) addRow(both, column * height + codes[at]!, weight, response, key)
    }
  }
  const total = all.rows[0]!
  const worth = total === 0 ? 0 : (kish(all.weights[0]!, squares) / total) * (cellAt(all.cells, 0).people / total)
  return { both, lines, columns, all, height, worth, isTurned: false }
}

function addRow(counts: Counts, at: number, weight: number, response: number, key: number): void {
  counts.rows[at]! += 1
  counts.weights[at]! += weight
  addToCell(counts.cells, at, response, key)
}

function figureAt(
  { both, lines, columns, all, height, worth, isTurned }: ReturnType<typeof countsOf>,
  column: number,
  line: number,
  { universe, where, answer }: { universe: string; where: Record<string, string>; answer: string },
): Figure {
  const at = isTurned ? line * height + column : column * height + line
  const base = columns.rows[column]!
  const value = base === 0 ? 0 : both.weights[at]! / columns.weights[column]!
  const dims = { ...where, reponse: answer }
  return {
    key: keyOf(universe, dims),
    dims,
    count: both.rows[at]!,
    cell: cellAt(both.cells, at),
    base: { key: keyOf(universe, where), count: base, cell: cellAt(columns.cells, column) },
    estimate:
      base < 2
        ? { value: null, why: 'too-few', base }
        : { value, low: value, high: value, base, effectiveBase: worth * base, unit: 'share', method: '' },
    unweighted: base === 0 ? 0 : both.rows[at]! / base,
    ...(Object.keys(where).length > 0
      ? { whole: { cell: cellAt(lines.cells, line), base: cellAt(all.cells, 0) } }
      : {}),
  }
}

function compact({ figures, precision }: PublishedTable, lines: Axis, columns: Axis): Crossing {
  const height = lines.categories.length
  const columnsOf = columns.categories.map((_, column) => figures.slice(column * height, (column + 1) * height))
  return {
    by:
      columns.path === ''
        ? null
        : {
            path: columns.path,
            title: columns.title,
            choices: columns.categories.map(({ value, label }) => ({ value, text: label })),
            left: columns.left,
          },
    answers: lines.categories.map(({ value, label }) => ({ value, label })),
    bases: columnsOf.map(
      (own) => own.flatMap((one) => (one.state === 'published' ? [one.estimate.base] : []))[0] ?? null,
    ),
    shares: columnsOf.map((own) =>
      own.map((one) => {
        if (one.state === 'published') return Math.round(one.estimate.value * 100)
        return one.state === 'in-words' ? one.words : null
      }),
    ),
    precision,
  }
}
