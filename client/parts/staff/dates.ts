/** Dates and times as French people write them. */
const day = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long' })
const moment = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'medium', timeStyle: 'short' })

export const dayText = (iso: string) => day.format(new Date(iso))
/** « 3 mars 2026 à 14 h 05 » */
export const momentText = (iso: string) =>
  moment.format(new Date(iso)).replace(/, (\d\d):(\d\d)/, ' à $1\u00a0h\u00a0$2')
