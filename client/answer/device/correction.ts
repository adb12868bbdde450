/** A correction under way stays with this tab, so that a page read again goes on with it; it goes when it is saved, given up, or the tab is closed. */

import type { Draft } from './device.ts'

/** What the survey holds by now, and the door it is answered by. */
export type Changed = Pick<Draft, 'data' | 'drawn' | 'goesOn'>
/** `proof` opens the answer that is corrected. */
type Correction = { proof: string; changed: Changed }
const place = 'correction'

export const correction = {
  now(): Correction | null {
    try {
      return JSON.parse(sessionStorage.getItem(place) ?? 'null')
    } catch {
      return null
    }
  },
  save(underWay: Correction): void {
    try {
      sessionStorage.setItem(place, JSON.stringify(underWay))
    } catch {
      // a browser that stores nothing has it on the page alone
    }
  },
  drop(): void {
    try {
      sessionStorage.removeItem(place)
    } catch {
      // nothing was stored
    }
  },
}
