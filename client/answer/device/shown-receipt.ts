/** The code of an answer just sent stays with this tab, so that a page reloaded shows it again; it goes when the tab is closed. */
import { correction } from './correction.ts'
import type { UnseenReceipt } from './device.ts'

/** `waits`: it had not arrived when it was shown. */
type ShownReceipt = Pick<UnseenReceipt, 'version' | 'code'> & { waits?: true }
const placeOf = (slug: string) => `receipt ${slug}`

export const shownReceipt = {
  of(slug: string): ShownReceipt | null {
    try {
      return JSON.parse(sessionStorage.getItem(placeOf(slug)) ?? 'null')
    } catch {
      return null
    }
  },
  save(slug: string, receipt: ShownReceipt): void {
    try {
      sessionStorage.setItem(placeOf(slug), JSON.stringify(receipt))
    } catch {
      // a browser that stores nothing shows it once
    }
  },
  /** And what was being corrected in this tab. */
  drop(slug: string): void {
    correction.drop()
    try {
      sessionStorage.removeItem(placeOf(slug))
    } catch {
      // nothing was stored
    }
  },
}
