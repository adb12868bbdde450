/**
 * Tables of the explorer: a question alone, by one closed list, or crossed with another closed question. Of two questions only
 * the categories with thirty people at least, true and published, have a line of their own: a person alone with a rare answer
 * is never seen through several crossings.
 */
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

type Rows = Pick<Table, 'rows' | 'responseOf' | 'recordKeys' | 'since'>
type Counts = { rows: Int32Array; weights: Float64Array; cells: CellSums }

const othersLabel = 'Autres réponses'

/** @param universe of the questionnaire, for the names of the groups */
export function crossingOf(
  universe: string,
  given: Axis,
  by: Axis,
  rows: Rows,
  design: Design,
  noise: Noise = perturbed,
): Crossing {
  const isCrossed = !by.isList
  const topic = given.sensitive || by.sensitive ? 'sensitive' : 'ordinary'
  const wide = countsOf(given, by, rows, design)
  const everybody = cellAt(wide.all.cells, 0)
  const leastOf = (cell: Cell) => Math.min(cell.people, noise(cell, topic))
  const leastOutside = (cell: Cell) =>
    Math.min(everybody.people - cell.people, noise(everybody, topic) - noise(cell, topic))
  const isLarge = (cell: Cell) =>
    leastOf(cell) >= rules.leastClass && leastOutside(cell) >= rules.leastDescribed && isSettled(cell)
  const isGiven = (cell: Cell) => leastOf(cell) >= rules.leastDescribed
  const among = { rows, isCounted: (row: number) => given.asked[row] === 1 && by.asked[row] === 1 }
  const isAlone = by.path === ''
  const lines = isAlone ? given : withoutSmall(given, wide.lines.cells, among, isCrossed ? isLarge : isGiven)
  const columns = isCrossed ? withoutSmall(by, wide.columns.cells, among, isLarge) : by
  const counts = lines === given && columns === by ? wide : countsOf(lines, columns, rows, design)
  const table: FigureTable = {
    id: by.path,
    title: given.title,
    sensitive: topic === 'sensitive',
    crossed: isCrossed,
    worth: counts.worth,
    figures: columns.categories.flatMap(({ value }, column) =>
      lines.categories.map((answer, line) =>
        figureAt(counts, column, line, {
          universe: `${universe}.${given.path}`,
          where: by.path === '' ? {} : { [by.path]: value },
          answer: answer.value,
        }),
      ),
    ),
  }
  const [published] = publish([table], noise).tables
  return compact(published!, lines, columns)
}

/** Small categories are put together; those of a question with several answers, or still too small together, are left out. */
function withoutSmall(axis: Axis, cells: CellSums, among: Among, isLarge: (cell: Cell) => boolean): Axis {
  const places = axis.categories.map((_, at) => at)
  const large = places.filter((at) => isLarge(cellAt(cells, at)))
  if (large.length === places.length) return axis
  const others = { value: `autres:${large.map((at) => axis.categories[at]!.value).join('+')}`, label: othersLabel }
  const isTogether = !axis.several && isLarge(restOf(axis, large, among))
  return regrouped(
    axis,
    [...large.map((at) => axis.categories[at]!), ...(isTogether ? [others] : [])],
    places.map((at) => (large.includes(at) ? large.indexOf(at) : isTogether ? large.length : -1)),
  )
}

/** The rows of a table that answered both. */
type Among = { rows: Rows; isCounted: (row: number) => boolean }

/** The people in none of the large categories of a question with one answer. */
function restOf({ starts, codes }: Axis, large: readonly number[], { rows, isCounted }: Among): Cell {
  const rest = emptyCells(1, rows.since)
  for (let row = 0; row < rows.rows; row++)
    if (starts[row]! < starts[row + 1]! && isCounted(row) && !large.includes(codes[starts[row]!]!))
      addToCell(rest, 0, rows.responseOf[row]!, rows.recordKeys[row]!)
  return cellAt(rest, 0)
}

/** Rows that answered both, by place of the table and by category of each side. */
function countsOf(given: Axis, by: Axis, { rows, responseOf, recordKeys, since }: Rows, { weights }: Design) {
  const [height, width] = [given.categories.length, by.categories.length]
  const emptyOf = (size: number): Counts => ({
    rows: new Int32Array(size),
    weights: new Float64Array(size),
    cells: emptyCells(size, since),
  })
  const [both, lines, columns, all] = [height * width, height, width, 1].map(emptyOf) as [
    Counts,
    Counts,
    Counts,
    Counts,
  ]
  let squares = 0
  const add = (counts: Counts, at: number, row: number) => {
    counts.rows[at]! += 1
    counts.weights[at]! += weights[row]!
    addToCell(counts.cells, at, responseOf[row]!, recordKeys[row]!)
  }
  for (let row = 0; row < rows; row++) {
    if (given.asked[row] === 0 || by.asked[row] === 0) continue
    add(all, 0, row)
    squares += weights[row]! ** 2
    for (let at = given.starts[row]!; at < given.starts[row + 1]!; at++) add(lines, given.codes[at]!, row)
    for (let b = by.starts[row]!; b < by.starts[row + 1]!; b++) {
      const column = by.codes[b]!
      add(columns, column, row)
      for (let at = given.starts[row]!; at < given.starts[row + 1]!; at++)
        add(both, column * height + given.codes[at]!, row)
    }
  }
  const total = all.rows[0]!
  const worth = total === 0 ? 0 : (kish(all.weights[0]!, squares) / total) * (cellAt(all.cells, 0).people / total)
  return { both, lines, columns, all, height, worth }
}

function figureAt(
  { both, lines, columns, all, height, worth }: ReturnType<typeof countsOf>,
  column: number,
  line: number,
  { universe, where, answer }: { universe: string; where: Record<string, string>; answer: string },
): Figure {
  const at = column * height + line
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
