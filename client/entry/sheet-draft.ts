/**
 * A sheet being typed, held by its tab: a reload or a session that ends loses nothing, and nothing of what somebody answered stays
 * on the machine once the tab is closed.
 */
import type { EntryDraft } from './useEntry.ts'

/** A colleague who types in the same tab finds nothing of it: a second entry is made without seeing the first. */
const placeOf = (login: string) => `sheet:${login}`

export const sheetDraft = {
  read(login: string): EntryDraft | null {
    try {
      return JSON.parse(sessionStorage.getItem(placeOf(login)) ?? 'null')
    } catch {
      return null
    }
  },
  hold(login: string, draft: EntryDraft): void {
    try {
      sessionStorage.setItem(placeOf(login), JSON.stringify(draft))
    } catch {
      // a browser that stores nothing still lets one type and save
    }
  },
  drop(login: string): void {
    try {
      sessionStorage.removeItem(placeOf(login))
    } catch {
      // nothing was stored
    }
  },
}
