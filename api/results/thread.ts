/**
 * The analysis works apart, with its own connection: the door never waits for it. One thread publishes, which may take
 * minutes; another counts and reads, which does not wait for it.
 */
import { Worker } from 'node:worker_threads'
import type { Config } from '../config.ts'
import type { Group } from '../fieldwork/flags.ts'
import { Problem, type ProblemCode, problems } from '../http/problems.ts'
import type { Flagged } from '../vigilance/flagged.ts'
import type { FollowUp, Shifts } from '../wire/fieldwork.ts'
import type { Format } from './exported.ts'
import type { Fieldwork } from './fieldwork.ts'
import type { Leaving } from './leaving.ts'
import type { PublishOutcome } from './publish.ts'

export type Place = Pick<Config, 'storeUrl' | 'keyringPath' | 'standaloneAccepted'>
export type Question =
  | { kind: 'fieldwork'; slug: string }
  | { kind: 'flagged'; slug: string }
  | { kind: 'follow'; slug: string }
  | { kind: 'groups'; slug: string }
  | { kind: 'export'; slug: string; format: Format }
  | { kind: 'kiosk'; slug: string; kiosk: string; since: string | null }
  | { kind: 'shifts'; slug: string }
  | { kind: 'publish'; slug: string; by: string; at: string }
export type Said =
  | { id: number; done: number; total: number }
  | { id: number; value: unknown }
  | { id: number; failure: string }

export type AnalysisThread = ReturnType<typeof analysisThread>

export function analysisThread(place: Place) {
  const reader = threadAt(place)
  const publisher = threadAt(place)
  return {
    fieldwork: (slug: string) => reader.ask<Fieldwork>({ kind: 'fieldwork', slug }),
    follow: (slug: string) => reader.ask<FollowUp>({ kind: 'follow', slug }),
    groups: (slug: string) => reader.ask<Group[]>({ kind: 'groups', slug }),
    exported: (slug: string, format: Format) => reader.ask<Leaving>({ kind: 'export', slug, format }),
    ofKiosk: (slug: string, kiosk: string, since: string | null) =>
      reader.ask<string[]>({ kind: 'kiosk', slug, kiosk, since }),
    shifts: (slug: string) => publisher.ask<Shifts>({ kind: 'shifts', slug }),
    flagged: (slug: string) => reader.ask<Flagged[]>({ kind: 'flagged', slug }),
    publish: (slug: string, by: string, at: string, step: (done: number, total: number) => void) =>
      publisher.ask<PublishOutcome>({ kind: 'publish', slug, by, at }, step),
    close: async () => {
      await Promise.all([reader.close(), publisher.close()])
    },
  }
}

/** A thread started by its first question. */
function threadAt(place: Place) {
  let worker: Worker | null = null
  let last = 0
  const waiting = new Map<
    number,
    { resolve(value: unknown): void; reject(error: Error): void; step(done: number, total: number): void }
  >()

  function started(): Worker {
    if (worker) return worker
    const { storeUrl, keyringPath, standaloneAccepted } = place
    const made = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: { storeUrl, keyringPath, standaloneAccepted },
    })
    made.unref()
    made.on('message', (said: Said) => {
      const asker = waiting.get(said.id)
      if (!asker) return
      if ('done' in said) return asker.step(said.done, said.total)
      waiting.delete(said.id)
      if ('failure' in said) asker.reject(failureOf(said.failure))
      else asker.resolve(said.value)
    })
    made.on('error', (error) => stopped(error as Error))
    made.on('exit', () => stopped(new Error('the analysis thread stopped')))
    worker = made
    return made
  }

  function stopped(error: Error): void {
    worker = null
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }

  function ask<T>(question: Question, step: (done: number, total: number) => void = () => {}): Promise<T> {
    const id = ++last
    return new Promise<T>((resolve, reject) => {
      waiting.set(id, { resolve: resolve as (value: unknown) => void, reject, step })
      started().postMessage({ id, question })
    })
  }

  return {
    ask,
    close: async () => {
      await worker?.terminate()
    },
  }
}

/** A problem met over there is the same problem here; anything else is a bug. */
function failureOf(told: string): Error {
  const code = told.replace(/^Problem: /, '')
  return told !== code && Object.hasOwn(problems, code) ? new Problem(code as ProblemCode) : new Error(told)
}
