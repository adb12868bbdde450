/** Days as people here count them: from midnight to midnight in Paris, whatever the clock of the server. */

const hourMs = 3_600_000
const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'medium' })

/** `2026-06-30`, in Paris. */
export const parisDay = (moment: Date | string): string => clock.format(new Date(moment)).slice(0, 10)

/** ISO date and time of the first instant of a day. @param day `2026-06-30` */
export function startOfDay(day: string): string {
  const midnight = new Date(`${day}T00:00:00Z`)
  // Paris is one or two hours ahead; the right one shows midnight there
  const candidates = [2, 1].map((hours) => new Date(midnight.getTime() - hours * hourMs))
  const found = candidates.find((moment) => clock.format(moment) === `${day} 00:00:00`)
  return (found ?? candidates[1]!).toISOString()
}

/** The last second of a day. */
export const endOfDay = (day: string): string =>
  new Date(new Date(startOfDay(dayAfter(day))).getTime() - 1_000).toISOString()

export function dayAfter(day: string, days = 1): string {
  return new Date(new Date(`${day}T12:00:00Z`).getTime() + days * 24 * hourMs).toISOString().slice(0, 10)
}

/** The same day so many months later, or the last day of that month when it is shorter. @param moment ISO date and time */
export function monthsAfter(moment: string, months: number): string {
  const date = new Date(moment)
  const wanted = new Date(date)
  wanted.setUTCDate(1)
  wanted.setUTCMonth(wanted.getUTCMonth() + months)
  const lastDay = new Date(Date.UTC(wanted.getUTCFullYear(), wanted.getUTCMonth() + 1, 0)).getUTCDate()
  wanted.setUTCDate(Math.min(date.getUTCDate(), lastDay))
  return wanted.toISOString()
}

/** « mardi 30 juin 2026 » */
export const dayInWords = (moment: string): string =>
  new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeZone: 'Europe/Paris' }).format(new Date(moment))
