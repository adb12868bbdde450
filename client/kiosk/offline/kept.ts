/** Whether the browser promises to keep what waits on the tablet: asked for, never waited for, since Firefox answers only after the person. */
import type { kiosk } from '../../../api/wire/public.ts'
import { tablet } from '../queue/database.ts'

export type Kept = kiosk.Kept

/** WebKitGTK has no `navigator.storage`, others lack its questions. */
const store = () => navigator.storage as Partial<StorageManager> | undefined

export const mayAsk = (): boolean => store()?.persist !== undefined

/** Resolves once the browser has answered, be it never. */
export async function askToKeep(): Promise<Kept> {
  const isKept = await store()
    ?.persist?.()
    .catch(() => false)
  return isKept === true ? 'kept' : 'unpromised'
}

/** Writes down what the browser said, for the panel and for the staff. */
export async function note(kept: Kept): Promise<Kept> {
  await tablet.change((before) => ({ ...before, kept }))
  return kept
}

/** What holds now: a promise may be given in the settings of the browser, or taken back there. */
export async function keptNow(): Promise<Kept> {
  const last = (await tablet.get())?.kept ?? 'unpromised'
  const isKept = await store()
    ?.persisted?.()
    .catch(() => false)
  return isKept === true ? 'kept' : last === 'kept' ? 'unpromised' : last
}
