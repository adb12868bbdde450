/** Where to go after logging in: the staff page one was on, never an address from outside. */
const place = 'come-back'

export function comeBackTo(path: string): void {
  sessionStorage.setItem(place, path)
}

export function wayBack(): string {
  const path = sessionStorage.getItem(place) ?? ''
  sessionStorage.removeItem(place)
  return /^\/(gerer|analyse|concevoir|terrain)(\/[a-z0-9-]+)*$/.test(path) ? path : '/gerer'
}
