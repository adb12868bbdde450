/** The typical week: rows of half-hours, split at midnight, and how they are read out in French. */

export const covers = ['covered', 'strained', 'none'] as const
export type Cover = (typeof covers)[number]

/** What a row holds when the questionnaire does not ask who covers it (`coverQuestion: false`). */
export const unaskedCover: Cover = 'none'

export type WeekRow = {
  /** Null when every week is the same; never mixed with A and B. */
  week: 'A' | 'B' | null
  /** 1 = Monday … 7 = Sunday. */
  day: number
  /** Half-hours since midnight, 0 to 47: 11 = 5 h 30. */
  from: number
  /** 1 to 48, after `from`; 48 = midnight at the end of the day. */
  to: number
  /** Null when the person did not say. */
  cover: Cover | null
}

export const maxWeekRows = 140
export const halfHoursADay = 48
/** Monday first. */
export const days: readonly string[] = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']

/** Bands with the edges of Saint-Brieuc (2013) and DREES, so that results compare; the night goes round midnight. */
export const bands = [
  { id: 'matin', from: 12, to: 16, text: 'de 6 h à 8 h' },
  { id: 'journee', from: 16, to: 37, text: 'de 8 h à 18 h 30' },
  { id: 'fin_de_journee', from: 37, to: 40, text: 'de 18 h 30 à 20 h' },
  { id: 'soiree', from: 40, to: 44, text: 'de 20 h à 22 h' },
  { id: 'nuit', from: 44, to: 12, text: 'la nuit, de 22 h à 6 h' },
] as const
export type Band = (typeof bands)[number]

/** A time asked as « de … à … »: `to` at or before `from` means the next day. */
export type Span = Omit<WeekRow, 'to'> & { to: number }

/** @returns one row, or two when the span goes past midnight (Sunday night ends on Monday) */
export function splitAtMidnight(span: Span): WeekRow[] {
  if (span.to > span.from) return [span]
  const evening = { ...span, to: halfHoursADay }
  return span.to === 0 ? [evening] : [evening, { ...span, day: (span.day % 7) + 1, from: 0 }]
}

/** @returns the same week in its one written form: by week, day and hour, touching rows of one cover joined */
export function canonicalWeek(rows: readonly WeekRow[]): WeekRow[] {
  const joined: WeekRow[] = []
  for (const row of [...rows].sort(byTime)) {
    const last = joined.at(-1)
    const same = last !== undefined && last.week === row.week && last.day === row.day && last.cover === row.cover
    if (same && last.to >= row.from) last.to = Math.max(last.to, row.to)
    else joined.push({ week: row.week, day: row.day, from: row.from, to: row.to, cover: row.cover })
  }
  return joined
}

const byTime = (a: WeekRow, b: WeekRow) =>
  (a.week ?? '').localeCompare(b.week ?? '') || a.day - b.day || a.from - b.from || a.to - b.to

/**
 * What is wrong with a value that should be the rows of a week, in French; null when nothing is.
 *
 * @param asksCover false when the questionnaire hides the cover: every row then holds `unaskedCover`
 */
export function weekProblem(value: unknown, asksCover = true): string | null {
  if (!Array.isArray(value) || value.length === 0) return 'La semaine doit contenir au moins une plage horaire.'
  if (value.length > maxWeekRows) return `La semaine compte trop de plages horaires (${maxWeekRows} au plus).`
  const perWeek = new Map<unknown, Uint8Array>()
  for (const row of value) {
    if (!isWeekRow(row) || (!asksCover && row.cover !== unaskedCover))
      return 'Une plage horaire est mal remplie\u202f: à saisir de nouveau, avec un jour, un début et une fin.'
    const taken = perWeek.get(row.week) ?? new Uint8Array(7 * halfHoursADay)
    perWeek.set(row.week, taken)
    const start = (row.day - 1) * halfHoursADay
    for (let half = start + row.from; half < start + row.to; half++) {
      if (taken[half] === 1) return `Deux plages se chevauchent le ${days[row.day - 1]}\u202f: l’une est à raccourcir.`
      taken[half] = 1
    }
  }
  if (perWeek.has(null) && perWeek.size > 1)
    return 'Semaines A et B\u202f: chaque plage doit dire à quelle semaine elle appartient.'
  return null
}

/** True for an object with exactly the five keys of a row and values in their ranges. */
export function isWeekRow(value: unknown): value is WeekRow {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const keys = Object.keys(value)
  if (keys.length !== 5 || !keys.every((key) => rowKeys.has(key))) return false
  const { week, day, from, to, cover } = value as Record<string, unknown>
  return (
    (week === null || week === 'A' || week === 'B') &&
    isWithin(day, 1, 7) &&
    isWithin(from, 0, halfHoursADay - 1) &&
    isWithin(to, from + 1, halfHoursADay) &&
    (cover === null || covers.includes(cover as Cover))
  )
}

const rowKeys = new Set(['week', 'day', 'from', 'to', 'cover'])
const isWithin = (value: unknown, min: number, max: number): value is number =>
  Number.isInteger(value) && (value as number) >= min && (value as number) <= max

/** @returns half-hours of a row that fall in a band; the night counts both of its sides */
export function halfHoursIn(row: WeekRow, band: Pick<Band, 'from' | 'to'>): number {
  const overlap = (from: number, to: number) => Math.max(0, Math.min(row.to, to) - Math.max(row.from, from))
  return band.from < band.to ? overlap(band.from, band.to) : overlap(band.from, halfHoursADay) + overlap(0, band.to)
}

/** « 5 h 30 », with no-break spaces; 48 is « minuit ». */
export function speakTime(halfHour: number): string {
  if (halfHour === halfHoursADay || halfHour === 0) return 'minuit'
  return `${Math.floor(halfHour / 2)}\u00a0h${halfHour % 2 === 1 ? '\u00a030' : ''}`
}
