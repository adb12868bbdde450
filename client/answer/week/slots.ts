/** The week while it is typed: slots « de … à … » that may cross midnight, and how they become rows. */
import { halfHoursADay, splitAtMidnight, unaskedCover, type WeekRow } from '../../../surveys/questionnaire/week.ts'

export type Slot = {
  id: number
  week: WeekRow['week']
  day: number
  /** 0 to 47. */
  from: number
  /** After `from`; beyond 48 it ends the next day (60 = 6 h the next day). At most 24 hours. */
  to: number
  /** Null as long as the person has not said it. */
  cover: WeekRow['cover']
}

const day = halfHoursADay

/** One stretch, or two when the slot crosses midnight. */
export const stretchesOf = ({ id: _, to, ...slot }: Slot): WeekRow[] =>
  splitAtMidnight({ ...slot, to: to > day ? to - day : to })

/** @param asksCover false: the questionnaire does not ask who covers */
export const rowsOf = (slots: Slot[], asksCover: boolean): WeekRow[] =>
  slots.flatMap(stretchesOf).map((row) => (asksCover ? row : { ...row, cover: unaskedCover }))

/** Rows put together again across midnight, so that a night is one slot to its owner. */
export function slotsOf(rows: readonly WeekRow[]): Slot[] {
  const left = [...rows]
  const slots: Slot[] = []
  // Rows that start at midnight may be the end of the evening before: look at evenings first.
  for (const row of rows) {
    if (!left.includes(row) || isMorningAfter(row, rows)) continue
    const morning = left.find((one) => isAfter(row, one))
    left.splice(left.indexOf(row), 1)
    if (morning) left.splice(left.indexOf(morning), 1)
    slots.push({ ...row, id: nextId(slots), to: morning ? day + morning.to : row.to })
  }
  for (const row of left) slots.push({ ...row, id: nextId(slots) })
  return slots
}

const isAfter = (evening: WeekRow, morning: WeekRow) =>
  evening.to === day &&
  morning.from === 0 &&
  morning.to <= evening.from &&
  morning.day === (evening.day % 7) + 1 &&
  morning.week === evening.week &&
  morning.cover === evening.cover
const isMorningAfter = (row: WeekRow, rows: readonly WeekRow[]) =>
  row.from === 0 && row.to < day && rows.some((evening) => isAfter(evening, row))

export const nextId = (slots: Slot[]) => Math.max(0, ...slots.map(({ id }) => id)) + 1

/** The slot already there that this one would run into, if any. */
export function inTheWay(slots: Slot[], slot: Slot): Slot | undefined {
  const mine = stretchesOf(slot)
  return slots.find(
    (other) =>
      other.id !== slot.id &&
      other.week === slot.week &&
      stretchesOf(other).some((its) =>
        mine.some((one) => one.day === its.day && one.from < its.to && its.from < one.to),
      ),
  )
}

/** Moves the start, which pushes the end before it; or the end, which stops half an hour after the start. */
export function moved(slot: Slot, edge: 'from' | 'to', to: number): Slot {
  if (edge === 'to') return { ...slot, to: Math.min(Math.max(to, slot.from + 1), slot.from + day) }
  const from = Math.min(Math.max(to, 0), day - 1)
  return { ...slot, from, to: Math.min(Math.max(slot.to, from + 1), from + day) }
}

/** Times families ask for most, tried in this order for a new slot. */
const usual = [
  [14, 17],
  [33, 37],
  [37, 40],
  [24, 28],
  [11, 14],
  [40, 44],
] as const

/** A new slot where the day is free; null when it is full. */
export function freeSlot(slots: Slot[], week: Slot['week'], on: number): Slot | null {
  const everyHalfHour = Array.from({ length: day }, (_, half) => [half, half + 1] as const)
  for (const [from, to] of [...usual, ...everyHalfHour]) {
    const slot = { id: nextId(slots), week, day: on, from, to, cover: null }
    if (!inTheWay(slots, slot)) return slot
  }
  return null
}

/** Copies the slots of a day to others. @returns the week, and the days where a slot stood in the way of one */
export function copied(
  slots: Slot[],
  week: Slot['week'],
  from: number,
  onto: number[],
): { slots: Slot[]; refused: number[] } {
  const models = slots.filter((slot) => slot.week === week && slot.day === from)
  const all = [...slots]
  const refused = new Set<number>()
  for (const on of onto)
    for (const model of models) {
      const copy = { ...model, day: on, id: nextId(all) }
      const other = inTheWay(all, copy)
      if (other === undefined) all.push(copy)
      else if (other.from !== copy.from || other.to !== copy.to || other.day !== on) refused.add(on)
    }
  return { slots: all, refused: [...refused] }
}

/** Every week the same → week A holds all; A and B → A becomes every week and B goes. */
export function alternated(slots: Slot[], alternates: boolean): Slot[] {
  if (alternates) return slots.map((slot) => ({ ...slot, week: slot.week ?? 'A' }))
  return slots.filter(({ week }) => week !== 'B').map((slot) => ({ ...slot, week: null }))
}

/** Week B becomes a copy of week A. */
export function copiedWeek(slots: Slot[]): Slot[] {
  const all = slots.filter(({ week }) => week !== 'B')
  for (const slot of slots.filter(({ week }) => week === 'A')) all.push({ ...slot, week: 'B', id: nextId(all) })
  return all
}
