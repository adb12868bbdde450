/** Work in a thread of its own: typed questions and answers, a time and a memory limit, a new thread after a crash. */
import { once } from 'node:events'
import { type ResourceLimits, Worker } from 'node:worker_threads'
import { authority } from '../../surveys/authority/in-force.ts'
import type { Authority } from '../../surveys/authority/schema.ts'
import { zoneNow } from '../../surveys/days.ts'
import type { Call, Reply } from './messages.ts'

/** What a body can be asked: it takes one value, may send notes on the way, and gives one value. */
export type Tasks = { [name: string]: { input: unknown; note: unknown; output: unknown } }
export type AskOptions<Note> = { onNote?: (note: Note) => void; timeoutMs?: number }
export type Thread<T extends Tasks> = {
  /** Questions are answered one after the other; `timeoutMs` counts from the moment its turn comes. */
  ask<K extends keyof T & string>(
    name: K,
    input: T[K]['input'],
    options?: AskOptions<T[K]['note']>,
  ): Promise<T[K]['output']>
  /** Ends the thread at once: what it is doing and what waits are refused. */
  close(): Promise<void>
}

export type ThreadOptions = {
  /** Given once, to `dataOf` in the body. */
  data?: unknown
  limits?: ResourceLimits
  /** Loading the modules of the body takes a second or so, half a minute where everything else is busy. */
  startMs?: number
  /** An unused thread ends after this long and starts again when it is asked something. */
  idleMs?: number
  /** What an error of the body becomes here. */
  errorOf?: (name: string, message: string) => Error
}

/** The thread crashed, ran out of memory, could not start, or was closed. */
export class ThreadStopped extends Error {
  override name = 'ThreadStopped'
}
/** The answer took longer than allowed; the thread that sought it is gone. */
export class ThreadTimeout extends Error {
  override name = 'ThreadTimeout'
}

/**
 * A thread started by its first question. It keeps the process alive only while it works.
 *
 * @param body a module that calls `serve` with the tasks
 * @example const thread = threadOf<{ double: { input: number; note: never; output: number } }>(new URL('./double.ts', import.meta.url))
 */
export function threadOf<T extends Tasks>(body: URL, options: ThreadOptions = {}): Thread<T> {
  const { startMs = 180_000, idleMs, errorOf = (name, message) => new Error(`${name}: ${message}`) } = options
  let worker: Worker | null = null
  let last = 0
  /** The authority that each thread was last sent. */
  const sent = new WeakMap<Worker, Authority>()
  let before: Promise<unknown> = Promise.resolve()
  let idle: NodeJS.Timeout | undefined
  let isClosed = false

  async function started(): Promise<Worker> {
    if (worker) return worker
    const made = new Worker(body, { workerData: options.data, resourceLimits: options.limits ?? {} })
    worker = made
    // Without a listener, a thread that breaks between two questions would end the process
    made.on('error', () => {})
    made.on('exit', () => {
      if (worker === made) worker = null
    })
    const ended = new AbortController()
    made.once('exit', () => ended.abort())
    const late = setTimeout(() => ended.abort(), startMs)
    try {
      await once(made, 'message', { signal: ended.signal })
      return made
    } catch (cause) {
      await made.terminate()
      throw new ThreadStopped('the thread could not start', { cause })
    } finally {
      clearTimeout(late)
    }
  }

  async function stop(): Promise<void> {
    const running = worker
    worker = null
    await running?.terminate()
  }

  async function answer(call: Pick<Call, 'name' | 'input'>, asking: AskOptions<unknown>): Promise<unknown> {
    if (isClosed) throw new ThreadStopped('the thread is closed')
    clearTimeout(idle)
    try {
      const thread = await started()
      thread.ref()
      const now = authority()
      const news = sent.get(thread) === now ? {} : { authority: now }
      sent.set(thread, now)
      return await replyOf(thread, { ...call, id: ++last, zone: zoneNow(), ...news }, asking)
    } finally {
      worker?.unref()
      if (idleMs !== undefined && !isClosed) idle = setTimeout(stop, idleMs).unref()
    }
  }

  function replyOf(thread: Worker, call: Call, { onNote, timeoutMs }: AskOptions<unknown>): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const late =
        timeoutMs === undefined
          ? undefined
          : setTimeout(() => {
              void stop()
              end(() => reject(new ThreadTimeout(`${call.name} took longer than ${timeoutMs} ms`)))
            }, timeoutMs)
      const end = (settle: () => void) => {
        clearTimeout(late)
        thread.off('message', hear).off('error', broken).off('exit', ended)
        settle()
      }
      const hear = (reply: Reply) => {
        if (reply.id !== call.id) return
        if ('note' in reply) onNote?.(reply.note)
        else if ('failure' in reply) end(() => reject(errorOf(reply.failure.name, reply.failure.message)))
        else end(() => resolve(reply.value))
      }
      const broken = (cause: unknown) =>
        end(() => reject(new ThreadStopped(`the thread broke: ${(cause as Error).message}`, { cause })))
      const ended = () => end(() => reject(new ThreadStopped('the thread ended before its answer')))
      thread.on('message', hear).on('error', broken).on('exit', ended)
      try {
        thread.postMessage(call)
      } catch (cause) {
        end(() => reject(cause as Error))
      }
    })
  }

  return {
    ask(name, input, asking = {}) {
      const mine = before.then(() => answer({ name, input }, asking as AskOptions<unknown>))
      before = mine.catch(() => {})
      return mine
    },
    async close() {
      isClosed = true
      clearTimeout(idle)
      await stop()
    },
  }
}
