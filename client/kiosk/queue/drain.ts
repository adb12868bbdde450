/** Sends what waits, oldest first; a response leaves the tablet when the server has said what became of it. */
import type { kiosk } from '../../../api/wire/public.ts'
import { ask, Refusal } from '../../parts/api.ts'
import { tablet } from './database.ts'
import type { EncryptedResponse } from './encrypt.ts'
import { queue } from './queue.ts'

export type Drained = 'empty' | 'cut' | 'revoked'

const batchSize = 20

/** @throws Refusal, Cut; DOMException when this browser stores nothing */
export async function sendEncrypted(responses: EncryptedResponse[]): Promise<kiosk.BatchTaken> {
  return ask('POST /api/kiosk/sheets', { body: { sheets: responses } }, { token: (await tablet.get())?.token ?? '' })
}

/** One at a time on this tablet, however many windows are open; without locks, what two send is stored once. Never throws for the network: what is left stays. */
export const drain = (): Promise<Drained> =>
  'locks' in navigator ? navigator.locks.request('kiosk-drain', drainNow) : drainNow()

async function drainNow(): Promise<Drained> {
  for (;;) {
    const waiting = await queue.first(batchSize)
    if (waiting.length === 0) return 'empty'
    try {
      const { outcomes } = await sendEncrypted(waiting.map(({ response }) => response))
      const acknowledged = new Set(outcomes.map(({ id }) => id))
      const done = waiting.filter(({ response }) => acknowledged.has(response.id))
      if (done.length === 0) return 'cut'
      await queue.drop(done.map(({ number }) => number))
    } catch (error) {
      return error instanceof Refusal && isOut(error) ? 'revoked' : 'cut'
    }
  }
}

/** The server no longer knows this tablet. */
export const isOut = ({ status }: Refusal) => status === 401 || status === 403
