/** The closed lists of the action log, one row each: states, ages, where people come from, how often an activity comes back. */

export const logStates = ['planned', 'ongoing', 'done', 'stopped', 'cancelled'] as const
export type LogState = (typeof logStates)[number]

/** `isHeld`: it took place, so people can be counted. `asksWhy`: the reason is asked for. */
export const stateRows: Record<LogState, { text: string; isHeld: boolean; asksWhy: boolean }> = {
  planned: { text: 'À faire', isHeld: false, asksWhy: false },
  ongoing: { text: 'En cours', isHeld: true, asksWhy: false },
  done: { text: 'Fait', isHeld: true, asksWhy: false },
  stopped: { text: 'Arrêté', isHeld: false, asksWhy: true },
  cancelled: { text: 'Annulé', isHeld: false, asksWhy: true },
}

export const ages = ['child', 'youth', 'adult'] as const
export type Age = (typeof ages)[number]
export const ageRows: Record<Age, { text: string; short: string }> = {
  child: { text: 'Enfants, 0 à 10 ans', short: 'Enfants' },
  youth: { text: 'Jeunes, 11 à 25 ans', short: 'Jeunes' },
  adult: { text: 'Adultes, 26 ans et plus', short: 'Adultes' },
}

/** Classes of communes people come from, seen from the commune where it was held. */
export const origins = ['commune', 'territory', 'outside'] as const
export type Origin = (typeof origins)[number]
export const originRows: Record<Origin, { text: string; short: string }> = {
  commune: { text: 'De la commune où cela se passe', short: 'Même commune' },
  territory: { text: 'D’une autre commune du territoire', short: 'Autre commune' },
  outside: { text: 'D’ailleurs', short: 'Ailleurs' },
}

export const repeats = ['none', 'week', 'fortnight', 'month'] as const
export type Repeat = (typeof repeats)[number]
export const repeatRows: Record<Repeat, { text: string }> = {
  none: { text: 'Une seule fois' },
  week: { text: 'Toutes les semaines' },
  fortnight: { text: 'Toutes les deux semaines' },
  month: { text: 'Tous les mois' },
}
