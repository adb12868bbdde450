/** Sending a sheet so that it arrives once: kept first, sent, tried again, dropped when acknowledged. */
import type { SentResponse } from '../../../surveys/answers/response.ts'
import { Cut, Refusal, send } from '../../parts/api.ts'
import { type Waiting, waiting } from './outbox.ts'
import { noteSent, tellSent } from './tabs.ts'

export type Delivery =
  | { outcome: 'received' }
  /** `isKept` false: this device could not keep it, the page must stay open. */
  | { outcome: 'waiting'; why: 'cut' | 'busy'; isKept: boolean }
  /** `aside`: its draft was gone already; null when it is still there, and can be mended in place. */
  | { outcome: 'refused'; refusal: Refusal; aside: Waiting | null }

const pausesMs = [600, 2_000]
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Sends a finished sheet, and keeps it whatever happens, until the server has it or the person erases it. */
export async function deliver(sheet: SentResponse): Promise<Delivery> {
  const isKept = await waiting.keep(sheet)
  const told = await attempt(sheet)
  if (told === 'received') await arrive(sheet)
  if (told === 'cut' || told === 'busy') {
    if (isKept) await waiting.shown(sheet)
    return { outcome: 'waiting', why: told, isKept }
  }
  return told === 'received' ? { outcome: told } : refuse(sheet, told)
}

/**
 * Sends what earlier visits left behind.
 *
 * @returns how many still wait for the network, and what was refused
 */
export async function deliverWaiting(): Promise<{ waiting: number; refused: Waiting[] }> {
  const refused: Waiting[] = []
  let left = 0
  for (const { sheet } of await waiting.all()) {
    const told = await attempt(sheet)
    if (told === 'received') await arrive(sheet)
    else if (told === 'cut' || told === 'busy') left++
    else if (isOver(told)) await waiting.drop(sheet.id)
    else {
      const { aside } = await refuse(sheet, told)
      if (aside) refused.push(aside)
    }
  }
  return { waiting: left, refused }
}

/** The server has it under other answers, or its person has withdrawn it: there is nothing left to send. */
export const isOver = ({ code }: Refusal) => code === 'response-differs' || code === 'response-withdrawn'

async function arrive(sheet: SentResponse) {
  // before its draft goes: another tab that begins just then must know
  noteSent(sheet.questionnaire)
  await waiting.arrived(sheet)
  tellSent(sheet.id)
}

async function refuse(sheet: SentResponse, refusal: Refusal): Promise<Extract<Delivery, { outcome: 'refused' }>> {
  const { code, problems } = refusal
  const aside = await waiting.refused(sheet, { code, paths: problems.map(({ path }) => path) })
  return { outcome: 'refused', refusal, aside }
}

async function attempt(sheet: SentResponse): Promise<'received' | 'cut' | 'busy' | Refusal> {
  for (let turn = 0; ; turn++) {
    try {
      await send(sheet)
      return 'received'
    } catch (error) {
      if (error instanceof Refusal && !error.isPassing) return error
      if (!(error instanceof Cut || error instanceof Refusal)) throw error
      const waitMs = pausesMs[turn]
      if (waitMs === undefined) return error instanceof Cut ? 'cut' : 'busy'
      await pause(waitMs)
    }
  }
}
