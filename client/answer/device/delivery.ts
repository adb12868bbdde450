/** Delivers a response so that it arrives once: saves it first, sends it, tries again, and drops it once it is acknowledged. */
import type { SentResponse } from '../../../surveys/answers/response.ts'
import { Cut, Refusal, send } from '../../parts/api.ts'
import { eraseCarried } from '../carry/erase.ts'
import { type Waiting, waiting } from './outbox.ts'
import { announceSent, noteSent } from './tabs.ts'

export type Delivery =
  | { outcome: 'received' }
  /** `isSaved` false: this device could not save it, so the page must stay open. */
  | { outcome: 'waiting'; why: 'cut' | 'busy'; isSaved: boolean }
  /** `aside`: its draft was gone already; null when it is still there, and can be mended in place. */
  | { outcome: 'refused'; refusal: Refusal; aside: Waiting | null }

const pausesMs = [600, 2_000]
const everyMs = 20_000

/** Tries again as soon as the network says it is back, and every so often: one that answered nothing comes back without a word. @returns what stops it */
export function whenBack(tryAgain: () => void): () => void {
  addEventListener('online', tryAgain)
  const timer = setInterval(tryAgain, everyMs)
  return () => {
    removeEventListener('online', tryAgain)
    clearInterval(timer)
  }
}

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * Sends a finished response; it stays saved here until the server has it or the person erases it.
 *
 * @param saved called before it leaves: whether this device holds it
 */
export async function deliver(response: SentResponse, saved: (isSaved: boolean) => void = () => {}): Promise<Delivery> {
  const isSaved = await waiting.save(response)
  saved(isSaved)
  const outcome = await attempt(response)
  if (outcome === 'received') await arrive(response)
  if (outcome === 'cut' || outcome === 'busy') {
    if (isSaved) await waiting.shown(response)
    return { outcome: 'waiting', why: outcome, isSaved }
  }
  return outcome === 'received' ? { outcome } : refuse(response, outcome)
}

/**
 * Sends what earlier visits left behind.
 *
 * @returns what still waits for the network, and what was refused
 */
export async function deliverWaiting(): Promise<{ waiting: SentResponse[]; refused: Waiting[] }> {
  const refused: Waiting[] = []
  const left: SentResponse[] = []
  for (const { sheet: response } of await waiting.all()) {
    const outcome = await attempt(response)
    if (outcome === 'received') await arrive(response)
    else if (outcome === 'cut' || outcome === 'busy') left.push(response)
    else if (isOver(outcome)) await waiting.drop(response.id)
    else {
      const { aside } = await refuse(response, outcome)
      if (aside) refused.push(aside)
    }
  }
  return { waiting: left, refused }
}

/** The server has it under other answers, or its person has withdrawn it: there is nothing left to send. */
export const isOver = ({ code }: Refusal) => code === 'response-differs' || code === 'response-withdrawn'

async function arrive(response: SentResponse) {
  // before its draft goes: another tab that begins just then must know
  noteSent(response.questionnaire)
  const carried = await waiting.arrived(response)
  if (carried) void eraseCarried(carried).catch(() => {})
  announceSent(response.id)
}

async function refuse(response: SentResponse, refusal: Refusal): Promise<Extract<Delivery, { outcome: 'refused' }>> {
  const { code, problems } = refusal
  const aside = await waiting.refused(response, { code, paths: problems.map(({ path }) => path) })
  return { outcome: 'refused', refusal, aside }
}

async function attempt(response: SentResponse): Promise<'received' | 'cut' | 'busy' | Refusal> {
  for (let turn = 0; ; turn++) {
    try {
      await send(response)
      return 'received'
    } catch (error) {
      if (error instanceof Refusal && !error.isPassing) return error
      if (!(error instanceof Cut || error instanceof Refusal)) throw error
      // no network at all: a second try so soon finds none either, and the browser says when it is back
      if (error instanceof Cut && !navigator.onLine) return 'cut'
      const waitMs = pausesMs[turn]
      // a device that is on line reaches something: it is the service that does not answer
      if (waitMs === undefined) return 'busy'
      await pause(waitMs)
    }
  }
}
