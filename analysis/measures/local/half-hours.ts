/** Every half-hour of the week: who needs care then, with a stable solution or without. */

import { days, halfHoursADay, type WeekRow } from '../../../surveys/questionnaire/week.ts'
import { state } from '../../columns/column.ts'
import { outsidersOn } from '../../columns/outsiders.ts'
import { addToCell, cellAt, emptyCells } from '../../disclosure/cell.ts'
import type { Base, Figure, FigureTable } from '../../disclosure/figure-table.ts'
import { kish } from '../../estimates/effective-size.ts'
import type { MaybeEstimate } from '../../estimates/estimate.ts'
import type { WeekLayer } from '../../report/tree.ts'
import { clock } from '../../text/format.ts'
import type { Subject, WeekView } from '../measure.ts'
import { answerKey, baseKey } from '../tables.ts'

export type Layer = WeekLayer['layer']

export const layerTitles: Record<Layer, string> = {
  needed: 'Besoin d’un accueil',
  regular: 'Chaque semaine, aux mêmes heures',
  covered: 'Avec une solution qui tient',
  lacking: 'Sans solution qui tienne',
}

const slots = days.length * halfHoursADay

/** What the family left unsaid lacks nothing: it is a need, and no more. */
export const isLacking = ({ cover }: WeekRow) => cover === 'strained' || cover === 'none'

/** Every half-hour of the week in every layer: too fine to be broken down. */
export function halfHourTable(
  subject: Subject,
  layers: Layer[],
  isRegular: (child: number) => boolean = () => false,
): { table: FigureTable; view: WeekView } {
  const { column, slug, indicator, field } = subject
  const { weeks, state: states } = column as { weeks: WeekRow[][]; state: Uint8Array }
  const asked = states.map((one) => Number(one === state.answered))
  const { base, given, worth } = sumsOf(partsOf(weeks, layers, isRegular), layers.length * slots, asked, subject)
  const table: FigureTable = {
    id: `${slug}/${indicator.id}/demi-heures`,
    title: indicator.title,
    sensitive: field.sensitivity === 'sensitive',
    crossed: false,
    // an interval for each of a thousand half-hours would only say again what the number of families says
    worth,
    figures: layers.flatMap((layer, at) =>
      Array.from({ length: slots }, (_, slot) => ({
        key: answerKey(subject, slotName(layer, slot)),
        dims: { couche: layer, moment: String(slot) },
        base,
        ...given(at * slots + slot),
      })),
    ),
  }
  const keys = (layer: Layer) =>
    days.map((_, day) =>
      Array.from({ length: halfHoursADay }, (__, half) =>
        answerKey(subject, slotName(layer, day * halfHoursADay + half)),
      ),
    )
  const view = {
    table: table.id,
    layers: layers.map((layer) => ({ layer, title: layerTitles[layer], keys: keys(layer) })),
  }
  return { table, view }
}

/** What each child takes of each layer of each half-hour: 1 every week, one half in one week of two. */
function partsOf(weeks: WeekRow[][], layers: Layer[], isRegular: (child: number) => boolean): SparseHits {
  const starts = new Int32Array(weeks.length + 1)
  const answers: number[] = []
  const parts: number[] = []
  // in halves of a child: 2 = every week, 1 = one week of two
  const needed = new Uint8Array(slots)
  const lacking = new Uint8Array(slots)
  const covered = new Uint8Array(slots)
  const partIn = (layer: Layer, slot: number, child: number): number => {
    if (layer === 'lacking') return lacking[slot]!
    if (layer === 'covered') return covered[slot]!
    const own = needed[slot]!
    return layer === 'needed' ? own : own === 2 && isRegular(child) ? 2 : 0
  }
  weeks.forEach((own, child) => {
    for (const row of own)
      for (let half = row.from; half < row.to; half++) {
        const slot = (row.day - 1) * halfHoursADay + half
        const part = row.week === null ? 2 : 1
        needed[slot]! += part
        if (isLacking(row)) lacking[slot]! += part
        else if (row.cover === 'covered') covered[slot]! += part
      }
    if (own.length > 0)
      for (const [at, layer] of layers.entries())
        for (let slot = 0; slot < slots; slot++) {
          const part = needed[slot] === 0 ? 0 : partIn(layer, slot, child)
          if (part === 0) continue
          answers.push(at * slots + slot)
          parts.push(part / 2)
        }
    starts[child + 1] = answers.length
    needed.fill(0)
    lacking.fill(0)
    covered.fill(0)
  })
  return { starts, answers: Int32Array.from(answers), parts: Float64Array.from(parts) }
}

/** Who gave each answer, weighted and not; the part of an answer that one answer is worth counts brothers and sisters as one. */
function sumsOf(
  { starts, answers, parts }: SparseHits,
  size: number,
  asked: Uint8Array,
  subject: Subject,
): {
  base: Base
  given: (answer: number) => Pick<Figure, 'count' | 'cell' | 'estimate' | 'unweighted'>
  worth: number
} {
  const { design, table, study } = subject
  const outside = outsidersOn(table, study.table)
  const all = emptyCells(1, table.since)
  const cells = emptyCells(size, table.since)
  const counts = new Int32Array(size)
  const [plain, weighted] = [new Float64Array(size), new Float64Array(size)]
  let [rows, weights, squares] = [0, 0, 0]
  for (let row = 0; row < asked.length; row++) {
    if (asked[row] !== 1 || outside?.[row] === 1) continue
    const weight = design.weights[row]!
    rows += 1
    weights += weight
    squares += weight * weight
    addToCell(all, 0, table.responseOf[row]!, table.recordKeys[row]!)
    for (let at = starts[row]!; at < starts[row + 1]!; at++) {
      const answer = answers[at]!
      counts[answer]! += 1
      plain[answer]! += parts[at]!
      weighted[answer]! += weight * parts[at]!
      addToCell(cells, answer, table.responseOf[row]!, table.recordKeys[row]!)
    }
  }
  const cell = cellAt(all, 0)
  const worth = rows === 0 ? 0 : (kish(weights, squares) / rows) * (cell.people / rows)
  const estimateAt = (answer: number): MaybeEstimate => {
    if (rows < 2) return { value: null, why: 'too-few', base: rows }
    const value = weighted[answer]! / weights
    return { value, low: value, high: value, base: rows, effectiveBase: worth * rows, unit: 'share', method: '' }
  }
  return {
    base: { key: baseKey(subject), count: rows, cell },
    given: (answer) => ({
      count: counts[answer]!,
      cell: cellAt(cells, answer),
      estimate: estimateAt(answer),
      unweighted: rows === 0 ? 0 : plain[answer]! / rows,
    }),
    worth,
  }
}

/** Row r gave `parts[i]`, in (0, 1], of the answers `answers[i]`, i from `starts[r]` to `starts[r + 1]`, each once. */
type SparseHits = { starts: Int32Array; answers: Int32Array; parts: Float64Array }

const slotName = (layer: Layer, slot: number) => `${layer}@${slot}`

/** « mercredi à 7 h 30 ». */
export const slotText = (day: number, half: number): string => `${days[day]} à ${clock(half)}`
