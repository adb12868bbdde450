/** Drafts are checked in a thread with a time and a memory limit: whatever a draft holds, the door stays open. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import { noBudget } from '../../surveys/review/budget.ts'
import type { Reasons } from '../../surveys/review/reasons.ts'
import type { GateResult } from '../../surveys/review/review.ts'
import type * as wire from '../wire/design.ts'

export type GateQuestion = { questionnaire: Questionnaire; reasons: Reasons; previous: Questionnaire | null }
export type GateThread = ReturnType<typeof gateThread>

const limits = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 }
const idleMs = 5 * 60_000
/** Loading the gate takes a second or so; a machine that is busy elsewhere is waited for. */
const startMs = 30_000

/** @param allowedMs for one draft, once the thread is up */
export function gateThread(allowedMs = 2_000) {
  let worker: Worker | null = null
  let before: Promise<unknown> = Promise.resolve()
  let idle: NodeJS.Timeout | null = null

  async function started(): Promise<Worker> {
    if (worker) return worker
    const made = new Worker(new URL('./gate-worker.ts', import.meta.url), { resourceLimits: limits })
    made.unref()
    made.on('exit', () => {
      if (worker === made) worker = null
    })
    // heard here as well, so that a thread that breaks between two questions is nobody's uncaught error
    made.on('error', () => {})
    try {
      await once(made, 'message', { signal: AbortSignal.timeout(startMs) })
    } catch (error) {
      await made.terminate()
      throw error
    }
    worker = made
    return made
  }

  async function answer(question: GateQuestion): Promise<wire.Gate> {
    if (idle) clearTimeout(idle)
    try {
      const thread = await started()
      const told = new AbortController()
      const late = setTimeout(() => told.abort(), allowedMs)
      try {
        const answering = once(thread, 'message', { signal: told.signal }) as Promise<[GateResult]>
        thread.postMessage(question)
        const [result] = await answering
        return { ...result, timedOut: false }
      } finally {
        clearTimeout(late)
      }
    } catch {
      await stop()
      return unchecked
    } finally {
      idle = setTimeout(stop, idleMs).unref()
    }
  }

  async function stop(): Promise<void> {
    const running = worker
    worker = null
    await running?.terminate()
  }

  return {
    /** Never rejects: a check that takes too long, or breaks, is a finding like another. */
    check(question: GateQuestion): Promise<wire.Gate> {
      const mine = before.then(() => answer(question))
      before = mine
      return mine
    },
    close: async () => {
      if (idle) clearTimeout(idle)
      await stop()
    },
  }
}

const unchecked: wire.Gate = {
  toFix: [
    {
      level: 'error',
      path: '',
      code: 'gate-time',
      message:
        'La vérification a été arrêtée\u202f: elle prenait trop de temps. Retirer des conditions ou des questions, puis réessayer.',
      where: '',
    },
  ],
  toCheck: [],
  budget: noBudget,
  timedOut: true,
}
