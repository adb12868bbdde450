/** Figures as words, for a screen that rounds nothing itself. */
import type { Estimate, NoEstimate } from '../../analysis/estimates/estimate.ts'
import { completeOf } from '../../analysis/measures/respondents/doors.ts'
import type { Grid, GridCell } from '../../analysis/report/tree.ts'
import { cell, counted, printed, span, typeset } from '../../analysis/text/format.ts'
import type * as wire from '../wire/results.ts'
import { digestOfSources, type Head } from './publications.ts'

/** The same grid with its cells in words; the interval has a column of its own where the grid says so. */
export function shownGrid(grid: Grid): wire.ShownGrid {
  const { title, base, columns, rows, notes, first, firstBy, hidden } = grid
  return {
    title: typeset(title),
    base: typeset(base),
    columns: columns.map(typeset),
    notes: notes.map(typeset),
    ...(first ? { first } : {}),
    ...(firstBy ? { firstBy } : {}),
    ...(hidden ? { hiding: hidden.by } : {}),
    rows: rows.map(({ label, cells }) => {
      const isSplit = columns.length > cells.length + 1
      return {
        label: typeset(label),
        cells: cells.flatMap((one, at) => (isSplit && at === 0 ? split(one) : [shownCell(one)])),
      }
    }),
  }
}

function split(one: GridCell): wire.ShownCell[] {
  if (one.kind !== 'estimate') return [shownCell(one), { text: '' }]
  const { unit } = one.estimate
  const { value, low, high } = printed(one.estimate)
  return [
    { text: cell(one.estimate), figure: { value, unit } },
    { text: span(one.estimate), figure: { low, high, unit } },
  ]
}

function shownCell(one: GridCell): wire.ShownCell {
  if (one.kind === 'estimate') {
    const { unit } = one.estimate
    return { text: cell(one.estimate), small: span(one.estimate), figure: { ...printed(one.estimate), unit } }
  }
  if (one.kind === 'count') return { text: counted(one.value, '', '').trim(), figure: { value: one.value } }
  if (one.kind === 'text') return { text: one.text }
  return { text: cell({ ...one, value: null, base: 0 }), isSmall: one.why !== 'not-asked' }
}

/** Value and interval of one estimate, in words. */
export const shownEstimate = (estimate: Estimate | Omit<NoEstimate, 'base'>): { text: string; interval: string } => ({
  text: cell({ base: 0, ...estimate }),
  interval: estimate.value === null ? '' : span(estimate),
})

/** A publication in one line. */
export const lineOf = (head: Head): wire.PublicationLine => ({
  ...head.surveyed,
  number: head.number,
  madeAt: head.madeAt,
  madeBy: head.madeBy,
  complete: completeOf(head.surveyed, head.document.published),
  digest: digestOfSources([head]),
})
