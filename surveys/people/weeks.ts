/** The week of a made-up child: when someone other than the parents is needed, from the work of the parents and the age. */
import { type Cover, canonicalWeek, halfHoursADay, splitAtMidnight, type WeekRow } from '../week.ts'
import { type Household, isAtypical, isRural, type Work } from './households.ts'
import { happens, one, type Random } from './random.ts'

/** Half-hours away from home; `to` before `from` is the next morning. */
type Shift = { days: number[]; from: number; to: number }
const workdays = [1, 2, 3, 4, 5]
const shifts: Record<Exclude<Work, 'rota' | 'none'>, Shift> = {
  standard: { days: workdays, from: 16, to: 36 },
  early: { days: workdays, from: 11, to: 28 },
  late: { days: workdays, from: 24, to: 43 },
  night: { days: [1, 2, 4, 5], from: 42, to: 13 },
  weekend: { days: [2, 4, 5, 6, 7], from: 18, to: 39 },
}
/** School, in half-hours, every weekday but Wednesday, from 3 years on. */
const school = { from: 17, to: 33, days: [1, 2, 4, 5] }

/** @returns null when this child's week holds no need (a teenager outside school hours, a parent at home) */
export function childWeek(family: Household, age: number, random: Random): WeekRow[] | null {
  const { work } = family
  if (work === 'none') return null
  const cover = coverOf(family, random)
  const away = (week: WeekRow['week'], shift: Shift) => {
    const days = shift.days.filter(() => happens(random, 0.85))
    return days.flatMap((day) => splitAtMidnight({ week, day, from: shift.from, to: shift.to, cover: cover() }))
  }
  const rows = work === 'rota' ? [...away('A', shifts.early), ...away('B', shifts.late)] : away(null, shifts[work])
  const needed = rows.flatMap((row) => (age < 3 ? [row] : outsideSchool(row))).filter((row) => row.to > row.from)
  return needed.length > 0 ? canonicalWeek(needed) : null
}

function outsideSchool(row: WeekRow): WeekRow[] {
  if (!school.days.includes(row.day)) return [row]
  return [
    { ...row, to: Math.min(row.to, school.from) },
    { ...row, from: Math.max(row.from, school.to) },
  ].filter(({ from, to }) => from < to && to <= halfHoursADay)
}

/** Atypical hours, and the country, are less well covered. */
function coverOf(family: Household, random: Random): () => Cover {
  const weights = isAtypical(family)
    ? { covered: 40, strained: 34, none: isRural(family) ? 36 : 24 }
    : { covered: 72, strained: 19, none: isRural(family) ? 13 : 8 }
  return () => one<Cover>(random, weights)
}
