/** The week of a synthetic child: when someone other than the parents is needed, from the work of the parents and the age. */
import {
  bands,
  type Cover,
  canonicalWeek,
  halfHoursADay,
  splitAtMidnight,
  type WeekRow,
} from '../questionnaire/week.ts'
import { type Household, isAtypical, isRural, type Work } from './households.ts'
import { happens, one, type Random } from './random.ts'

/** Half-hours away from home, give or take one; `to` before `from` is the next morning. */
type Shift = { days: number[]; from: number; to: number }
const workdays = [1, 2, 3, 4, 5]
const shifts: Record<Exclude<Work, 'rota' | 'none'>, Shift> = {
  standard: { days: workdays, from: 16, to: 36 },
  early: { days: workdays, from: 12, to: 28 },
  late: { days: workdays, from: 24, to: 42 },
  night: { days: [1, 2, 4, 5], from: 42, to: 13 },
  weekend: { days: [2, 4, 5, 6, 7], from: 18, to: 38 },
}
/** School, in half-hours, every weekday but Wednesday, from 3 years on. */
const school = { from: 17, to: 33, days: [1, 2, 4, 5] }
const day = bands.find(({ id }) => id === 'journee')!

/** @returns null when this child's week holds no need (a teenager outside school hours, a parent at home) */
export function childWeek(family: Household, age: number, random: Random): WeekRow[] | null {
  const { work } = family
  if (work === 'none') return null
  const cover = coverOf(family, random)
  const [earlier, later] = [giveOrTake(random), giveOrTake(random)]
  const away = (week: WeekRow['week'], { days, from, to }: Shift) =>
    days
      .filter(() => happens(random, 0.85))
      .flatMap((weekday) =>
        splitAtMidnight({ week, day: weekday, from: from + earlier, to: to + later, cover: 'covered' }),
      )
  const rows = work === 'rota' ? [...away('A', shifts.early), ...away('B', shifts.late)] : away(null, shifts[work])
  const needed = rows.flatMap((row) => (age < 3 ? [row] : outsideSchool(row))).flatMap((row) => covered(row, cover))
  return needed.length > 0 ? canonicalWeek(needed) : null
}

const giveOrTake = (random: Random) => Math.floor(random() * 3) - 1

const outsideSchool = (row: WeekRow): WeekRow[] =>
  school.days.includes(row.day) ? parts(row, [0, school.from, school.to, halfHoursADay]).filter(notAtSchool) : [row]
const notAtSchool = ({ from }: WeekRow) => from < school.from || from >= school.to

/** The row cut at these half-hours; pieces with nothing in them are left out. */
const parts = (row: WeekRow, edges: number[]): WeekRow[] =>
  edges
    .slice(1)
    .map((end, at) => ({ ...row, from: Math.max(row.from, edges[at]!), to: Math.min(row.to, end) }))
    .filter(({ from, to }) => from < to)

type CoverOf = (isDaytime: boolean) => Cover

const covered = (row: WeekRow, cover: CoverOf): WeekRow[] =>
  parts(row, [0, day.from, day.to, halfHoursADay]).map((part) => ({
    ...part,
    cover: cover(part.day < 6 && part.from >= day.from && part.to <= day.to),
  }))

/** One arrangement for the day and one for the rest of the week, with an exception now and then. */
function coverOf(family: Household, random: Random): CoverOf {
  const far = isRural(family) ? 6 : 0
  const daytime = one<Cover>(random, { covered: 82, strained: isAtypical(family) ? 18 : 12, none: 4 + far })
  const otherwise = one<Cover>(random, { covered: 38, strained: 36, none: 22 + 2 * far })
  return (isDaytime) => (happens(random, 0.04) ? 'none' : isDaytime ? daytime : otherwise)
}
