/** What a measure leaves open until its figures are published: which answer comes first, and the order of the rows. */
import type { Figures } from '../disclosure/published-figure.ts'
import { rules } from '../disclosure/rules.ts'
import { aboveMost, minority, mostly, undecided } from '../disclosure/words.ts'
import { estimateOf } from '../findings/presentation.ts'
import type { Layout, Measured } from './measure.ts'

/** Answers worth comparing between groups: given by one person in twenty at least, the six most frequent. */
export const mainAnswers = {
  by: 'given',
  least: 0.05,
  most: 6,
  left: 'Seules les réponses les plus fréquentes sont montrées, dans l’ordre du questionnaire.',
} as const

/** The same measure with its headline, its rivals and its rows in the order of the published figures. */
export function settled(measured: Measured, figures: Figures): Measured {
  const own = { ...measured, ...measured.settle?.(figures) }
  const shareAt = (table: string, key: string) => {
    const { value, words } = { words: undefined, ...estimateOf(figures(table, key)) }
    return value ?? sharesInWords[words ?? ''] ?? Number.NEGATIVE_INFINITY
  }
  const rivals = own.rivals.toSorted((a, b) => shareAt(b.table, b.key) - shareAt(a.table, a.key))
  const [first] = rivals
  const headline = own.headline ?? (first ? { table: first.table, key: first.key } : null)
  return { ...own, headline, rivals, layouts: own.layouts.map((layout) => arranged(layout, shareAt)) }
}

function arranged(layout: Layout, shareAt: (table: string, key: string) => number): Layout {
  const { order, rows } = layout
  if (!order) return layout
  const shareOf = ({ rank }: Layout['rows'][number]) =>
    rank === undefined ? Number.NEGATIVE_INFINITY : shareAt(order.table, rank)
  const ranked = rows.toSorted((a, b) => compared(shareOf(b), shareOf(a)))
  const shown = ranked.filter((row) => shareOf(row) >= (order.least ?? Number.NEGATIVE_INFINITY)).slice(0, order.most)
  const places = shown.map((row) => rows.indexOf(row))
  const isWithin = (at: number) => at > Math.min(...places) && at < Math.max(...places)
  const own =
    order.by === 'share' ? shown : rows.filter((row, at) => shown.includes(row) || (order.isUnbroken && isWithin(at)))
  return {
    ...layout,
    rows: own,
    notes: own.length < rows.length && order.left ? [...layout.notes, order.left] : layout.notes,
  }
}

/** Where words stand among the shares: they order answers, and are never shown as figures. */
const sharesInWords: Readonly<Record<string, number>> = {
  [aboveMost]: rules.mostSensitive,
  [mostly]: 0.75,
  [undecided]: 0.5,
  [minority]: 0.25,
}

/** Infinite shares are equal: their difference is no number. */
const compared = (a: number, b: number) => (a === b ? 0 : a - b)
