/** Sending a sheet so that it arrives once: kept first, sent, tried again, dropped when acknowledged. */
import type { Sheet } from '../surveys/response.ts'
import { noteSent, tellSent } from './answer/tabs.ts'
import { Cut, Refusal, send } from './api.ts'
import { drafts, waiting } from './outbox.ts'

export type Delivery =
  | { outcome: 'received' }
  /** `isKept` false: this device could not keep it, the page must stay open. */
  | { outcome: 'waiting'; why: 'cut' | 'busy'; isKept: boolean }
  | { outcome: 'refused'; refusal: Refusal }

const pausesMs = [600, 2_000]
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Sends a finished sheet. Refused, it leaves the outbox and its draft stays, so that the person can mend it. */
export async function deliver(sheet: Sheet): Promise<Delivery> {
  const isKept = await waiting.keep(sheet)
  const delivery = await attempt(sheet, isKept)
  if (delivery.outcome !== 'waiting') await waiting.drop(sheet.id)
  if (delivery.outcome === 'received' || (delivery.outcome === 'waiting' && isKept)) await drafts.dropSent(sheet)
  if (delivery.outcome === 'received') toldSent(sheet)
  return delivery
}

/** Sends what earlier visits left behind; what is refused stays until its days are over. @returns how many still wait */
export async function deliverWaiting(): Promise<number> {
  const sheets = await waiting.all()
  let arrived = 0
  for (const sheet of sheets) {
    const { outcome } = await attempt(sheet, true)
    if (outcome !== 'received') continue
    await waiting.drop(sheet.id)
    await drafts.dropSent(sheet)
    toldSent(sheet)
    arrived++
  }
  return sheets.length - arrived
}

function toldSent({ id, questionnaire }: Sheet) {
  noteSent(questionnaire)
  tellSent(id)
}

async function attempt(sheet: Sheet, isKept: boolean): Promise<Delivery> {
  for (let turn = 0; ; turn++) {
    try {
      await send(sheet)
      return { outcome: 'received' }
    } catch (error) {
      if (error instanceof Refusal && !error.isPassing) return { outcome: 'refused', refusal: error }
      if (!(error instanceof Cut || error instanceof Refusal)) throw error
      const waitMs = pausesMs[turn]
      if (waitMs === undefined) return { outcome: 'waiting', why: error instanceof Cut ? 'cut' : 'busy', isKept }
      await pause(waitMs)
    }
  }
}
