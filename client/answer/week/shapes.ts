/** Hours many people work, ready to be put in the week at once. */
import { inTheWay, nextId, type Slot } from './slots.ts'

export const weekdays = [1, 2, 3, 4, 5] as const

export type Shape = {
  name: 'early' | 'late' | 'night' | 'long' | 'day' | 'saturday'
  days: readonly number[]
  /** Half-hours since midnight; beyond 48 it ends the next day. */
  from: number
  to: number
}

export const shapes: readonly Shape[] = [
  { name: 'early', days: weekdays, from: 11, to: 27 },
  { name: 'late', days: weekdays, from: 27, to: 43 },
  { name: 'night', days: weekdays, from: 42, to: 60 },
  { name: 'long', days: weekdays, from: 14, to: 38 },
  { name: 'day', days: weekdays, from: 16, to: 36 },
  { name: 'saturday', days: [6], from: 16, to: 36 },
]

/** Whatever its day. */
export const hasHoursOf = (slot: Slot, { from, to }: Shape) => slot.from === from && slot.to === to

/** The one with these hours, on this day where several have them: a Saturday from 8 h to 18 h is not a working day. */
export function shapeOf(slot: Slot): Shape | undefined {
  const alike = shapes.filter((shape) => hasHoursOf(slot, shape))
  return alike.find(({ days }) => days.includes(slot.day)) ?? alike[0]
}

/** The week with this shape put in it, on the days where nothing stands in its way. */
export function shaped(slots: readonly Slot[], week: Slot['week'], { days, from, to }: Shape): Slot[] {
  const all = [...slots]
  for (const day of days) {
    const slot: Slot = { id: nextId(all), week, day, from, to, cover: null }
    if (!inTheWay(all, slot)) all.push(slot)
  }
  return all
}
