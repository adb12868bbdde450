/**
 * Markov chain over the joint counts of a crosstab: what an attacker believes of each cell who knows the method and its table.
 *
 * @source Metropolis; Asghar & Kaafar (2020), Averaging attacks on bounded noise-based disclosure control algorithms
 */
import type { Crosstab } from './crosstab.ts'
import { againFit, baseFit, firstFit, impossible, totalFit } from './evidence.ts'
import type { Mechanism } from './mechanism.ts'
import { baseChanges } from './range.ts'

/** Counts that are distinguished; the last stands for all larger ones. */
const distinctCounts = 64

export type Belief = {
  /** Chance given to a count of a cell. */
  chance(cell: number, count: number): number
  /** The cell had more than one count, everything else being possible. */
  isLoose(cell: number): boolean
}

export type Length = { burn: number; sweeps: number }

/**
 * The attacker expects each cell to be what independence of lines and columns makes it, give or take its double (negative
 * binomial of size 2), before he reads it.
 */
export function believe(
  crosstab: Crosstab,
  mechanism: Mechanism,
  random: () => number,
  { burn, sweeps }: Length,
): Belief {
  const {
    height,
    width,
    topic,
    isPanel,
    linesAdd,
    linesLeft,
    columnsAdd,
    columnsLeft,
    columnBases,
    lineBases,
    totals,
  } = crosstab
  const [rows, columns] = [linesAdd && linesLeft ? height + 1 : height, columnsAdd && columnsLeft ? width + 1 : width]
  const expected = expectedIn(crosstab)
  // one more line or column where some may be in none
  const counts = new Int32Array(rows * columns)
  const ofColumn = new Int32Array(columns)
  const ofLine = new Int32Array(rows)
  const columnChange = new Int32Array(width)
  const lineChange = new Int32Array(height)
  const isInside = (line: number, column: number) => line < height && column < width
  const fitAt = (line: number, column: number, count: number) => {
    if (!isInside(line, column)) return 0
    const cell = line * width + column
    const first = firstFit(crosstab, mechanism, cell, count, columnChange[column]!, lineChange[line]!)
    return first + again(cell, count)
  }
  // the chain comes back to the same counts thousands of times
  const known = new Map<number, number>()
  function again(cell: number, count: number): number {
    const key = count * height * width + cell
    const fit = known.get(key) ?? againFit(crosstab, mechanism, cell, count)
    known.set(key, fit)
    return fit
  }
  const columnFit = (column: number, sum: number) => {
    const base = columnBases[column]
    return !linesAdd || column >= width || typeof base !== 'number'
      ? 0
      : baseFit(mechanism, topic, sum, base + columnChange[column]!, isPanel)
  }
  const lineFit = (line: number, sum: number) => {
    if (!columnsAdd || line >= height) return 0
    const base = lineBases[line]
    if (typeof base === 'number') return baseFit(mechanism, topic, sum, base + lineChange[line]!, isPanel)
    return totals[line] ? totalFit(crosstab, mechanism, line, sum) : 0
  }
  const step = (line: number, column: number, to: number): number => {
    const [mean, size] = isInside(line, column) ? [expected[line * width + column]!, 2] : [2, 0.5]
    return Math.log((((to - 1 + size) / to) * mean) / (size + mean))
  }

  for (let line = 0; line < height; line++)
    for (let column = 0; column < width; column++) put(line, column, bestStart(line, column))
  function bestStart(line: number, column: number): number {
    const middle = Math.round(expected[line * width + column]!)
    let [best, bestFit] = [middle, fitAt(line, column, middle)]
    for (let away = 1; away < 400 && bestFit <= impossible; away++)
      for (const count of [middle - away, middle + away]) {
        if (count < 0 || fitAt(line, column, count) <= bestFit) continue
        best = count
        bestFit = fitAt(line, column, count)
      }
    return best
  }
  function put(line: number, column: number, change: number): void {
    counts[line * columns + column]! += change
    ofLine[line]! += change
    ofColumn[column]! += change
  }
  const gain = (line: number, column: number, change: 1 | -1): number => {
    const count = counts[line * columns + column]!
    return (
      (change > 0 ? step(line, column, count + 1) : -step(line, column, count)) +
      fitAt(line, column, count + change) -
      fitAt(line, column, count)
    )
  }
  const sumsGain = (line: number, column: number, change: 1 | -1): number =>
    lineFit(line, ofLine[line]! + change) -
    lineFit(line, ofLine[line]!) +
    columnFit(column, ofColumn[column]! + change) -
    columnFit(column, ofColumn[column]!)

  function one(): void {
    const line = Math.floor(random() * rows)
    const column = Math.floor(random() * columns)
    const change = random() < 0.5 ? 1 : -1
    if (counts[line * columns + column]! + change < 0) return
    if (Math.log(random()) < gain(line, column, change) + sumsGain(line, column, change)) put(line, column, change)
  }
  /** One person goes to another column of the same line: the line stays as it is. */
  function moveAlong(): void {
    const line = Math.floor(random() * height)
    const [from, to] = [Math.floor(random() * columns), Math.floor(random() * columns)]
    if (from === to || counts[line * columns + from]! === 0) return
    const sums =
      columnFit(from, ofColumn[from]! - 1) -
      columnFit(from, ofColumn[from]!) +
      columnFit(to, ofColumn[to]! + 1) -
      columnFit(to, ofColumn[to]!)
    if (Math.log(random()) >= gain(line, from, -1) + gain(line, to, 1) + sums) return
    put(line, from, -1)
    put(line, to, 1)
  }
  /** What was rounded away of the bases is unknown too. */
  function rebase(): void {
    const changed = () => baseChanges[Math.floor(random() * baseChanges.length)]!
    for (let column = 0; column < width; column++) {
      const current = () => {
        let sum = columnFit(column, ofColumn[column]!)
        for (let line = 0; line < height; line++) sum += fitAt(line, column, counts[line * columns + column]!)
        return sum
      }
      const [before, was] = [current(), columnChange[column]!]
      columnChange[column] = changed()
      if (Math.log(random()) >= current() - before) columnChange[column] = was
    }
    for (let line = 0; line < height; line++) {
      if (typeof lineBases[line] !== 'number') continue
      const current = () => {
        let sum = lineFit(line, ofLine[line]!)
        for (let column = 0; column < width; column++) sum += fitAt(line, column, counts[line * columns + column]!)
        return sum
      }
      const [before, was] = [current(), lineChange[line]!]
      lineChange[line] = changed()
      if (Math.log(random()) >= current() - before) lineChange[line] = was
    }
  }
  const fits = (): boolean => {
    for (let line = 0; line < height; line++) {
      if (lineFit(line, ofLine[line]!) < impossible) return false
      for (let column = 0; column < width; column++)
        if (fitAt(line, column, counts[line * columns + column]!) < impossible) return false
    }
    for (let column = 0; column < width; column++) if (columnFit(column, ofColumn[column]!) < impossible) return false
    return true
  }

  const cells = height * width
  const times = new Uint32Array(cells * distinctCounts)
  const first = new Int32Array(cells).fill(-1)
  const loose = new Uint8Array(cells)
  let seen = 0
  for (let sweep = 0; sweep < burn + sweeps; sweep++) {
    for (let at = 0; at < rows * columns; at++) one()
    for (let at = 0; at < cells / 2; at++) moveAlong()
    rebase()
    if (sweep < burn) continue
    seen += 1
    const isPossible = fits()
    for (let cell = 0; cell < cells; cell++) {
      const count = counts[Math.floor(cell / width) * columns + (cell % width)]!
      times[cell * distinctCounts + Math.min(count, distinctCounts - 1)]! += 1
      if (!isPossible) continue
      if (first[cell]! >= 0 && first[cell] !== count) loose[cell] = 1
      first[cell] = count
    }
  }
  return {
    chance: (cell, count) => times[cell * distinctCounts + Math.min(count, distinctCounts - 1)]! / seen,
    isLoose: (cell) => loose[cell] === 1,
  }
}

/** What independence makes of each cell, from what is printed. */
function expectedIn({ height, width, prints, columnBases }: Crosstab): Float64Array {
  const middle = (cell: number) => {
    const range = prints[0]!.cells[cell]
    return range ? (range.from + range.to) / 200 : null
  }
  const shareOf = (line: number): number => {
    let [people, all] = [0, 0]
    for (let column = 0; column < width; column++) {
      const share = middle(line * width + column)
      const base = columnBases[column]
      if (share === null || typeof base !== 'number') continue
      people += share * base
      all += base
    }
    return all === 0 ? 0.1 : people / all
  }
  const lines = Array.from({ length: height }, (_, line) => shareOf(line))
  return Float64Array.from({ length: height * width }, (_, cell) =>
    Math.max(0.1, lines[Math.floor(cell / width)]! * (columnBases[cell % width] ?? 20)),
  )
}
