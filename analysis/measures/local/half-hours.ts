/** Every half-hour of the week: who needs care then, with a stable solution or without. */
import { days, halfHoursADay, type WeekRow } from '../../../surveys/questionnaire/week.ts'
import { state } from '../../columns/column.ts'
import type { Figure, FigureTable, Sum } from '../../disclosure/table.ts'
import { type SparseHits, sparseShares } from '../../estimates/sparse-shares.ts'
import { decisionLine } from '../../findings/strength.ts'
import type { WeekLayer } from '../../report/tree.ts'
import { clock } from '../../text/format.ts'
import type { Subject, WeekView } from '../measure.ts'
import { nested } from '../separate.ts'
import { answerKey, baseKey } from '../tables.ts'

export type Layer = WeekLayer['layer']

export const layerTitles: Record<Layer, string> = {
  needed: 'Besoin d’un accueil',
  regular: 'Chaque semaine, aux mêmes heures',
  covered: 'Avec une solution qui tient',
  lacking: 'Sans solution qui tienne',
}

const slots = days.length * halfHoursADay

export const isLacking = (row: WeekRow) => row.cover !== 'covered'

/** Every half-hour of the week in every layer: too fine to be broken down. */
export function halfHourTable(
  subject: Subject,
  layers: Layer[],
  isRegular: (child: number) => boolean = () => false,
): { table: FigureTable; view: WeekView } {
  const { column, design, slug, indicator, field } = subject
  const { weeks, state: states } = column as { weeks: WeekRow[][]; state: Uint8Array }
  const asked = states.map((one) => Number(one === state.answered))
  const base = asked.reduce((sum, one) => sum + one, 0)
  const shares = sparseShares(partsOf(weeks, layers, isRegular), layers.length * slots, asked, design)
  // The children counted are the same in every half-hour, and the headline shows how many: what is known need not tie
  // a thousand small systems into a large one. Without headline, nothing of the week is shown.
  const slotBase = (slot: number) => baseKey(subject, { demi_heure: String(slot) })
  const figures = layers.flatMap((layer, at) =>
    Array.from({ length: slots }, (_, slot) => ({
      key: answerKey(subject, slotName(layer, slot)),
      dims: { couche: layer, moment: String(slot) },
      ...shares[at * slots + slot]!,
      base: { key: slotBase(slot), count: base },
      shape: 'share' as const,
    })),
  )
  const table: FigureTable = {
    id: `${slug}/${indicator.id}/demi-heures`,
    title: indicator.title,
    sensitive: field.sensitivity === 'sensitive',
    weighted: design.weights.some((weight) => weight !== 1),
    crossing: 0,
    figures,
    cells: Array.from({ length: slots }, (_, slot) => ({ key: slotBase(slot), count: base, base: null, known: true })),
    sums: subject.asksCover ? slotSums(figures) : [],
  }
  const regular = layers.includes('regular') ? withIrregular(table, subject) : table
  const keys = (layer: Layer) =>
    days.map((_, day) =>
      Array.from({ length: halfHoursADay }, (__, half) =>
        answerKey(subject, slotName(layer, day * halfHoursADay + half)),
      ),
    )
  const view = {
    table: table.id,
    line: decisionLine,
    layers: layers.map((layer) => ({ layer, title: layerTitles[layer], keys: keys(layer) })),
  }
  return { table: regular, view }
}

/** What each child takes of each layer of each half-hour: 1 every week, one half in one week of two. */
function partsOf(weeks: WeekRow[][], layers: Layer[], isRegular: (child: number) => boolean): SparseHits {
  const starts = new Int32Array(weeks.length + 1)
  const answers: number[] = []
  const parts: number[] = []
  // in halves of a child: 2 = every week, 1 = one week of two
  const needed = new Uint8Array(slots)
  const lacking = new Uint8Array(slots)
  const partIn = (layer: Layer, slot: number, child: number): number => {
    const [own, without] = [needed[slot]!, lacking[slot]!]
    if (layer === 'needed') return own
    if (layer === 'lacking') return without
    if (layer === 'covered') return own - without
    return own === 2 && isRegular(child) ? 2 : 0
  }
  weeks.forEach((own, child) => {
    for (const row of own)
      for (let half = row.from; half < row.to; half++) {
        const slot = (row.day - 1) * halfHoursADay + half
        const part = row.week === null ? 2 : 1
        needed[slot]! += part
        if (isLacking(row)) lacking[slot]! += part
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
  })
  return { starts, answers: Int32Array.from(answers), parts: Float64Array.from(parts) }
}

/** Needed = every week at these hours + otherwise: who reads two knows the third. */
function withIrregular(table: FigureTable, subject: Subject): FigureTable {
  const pairs = Array.from({ length: slots }, (_, slot) => {
    const [inner, outer] = (['regular', 'needed'] as const).map((layer) => answerKey(subject, slotName(layer, slot)))
    return [inner!, outer!] as const
  })
  return nested(table, pairs)
}

/** Needed = covered + lacking in each half-hour, where no child is in both (one week each). */
function slotSums(figures: Figure[]): Sum[] {
  return figures.slice(0, slots).flatMap((needed, slot) => {
    const parts = ['covered', 'lacking'].map(
      (layer) => figures.find(({ dims }) => dims.couche === layer && dims.moment === String(slot))!,
    )
    return needed.count === parts[0]!.count + parts[1]!.count
      ? [{ total: needed.key, parts: parts.map(({ key }) => key) }]
      : []
  })
}

const slotName = (layer: Layer, slot: number) => `${layer}@${slot}`

/** « mercredi à 7 h 30 ». */
export const slotText = (day: number, half: number): string => `${days[day]} à ${clock(half)}`
