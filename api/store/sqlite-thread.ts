/** A SQLite connection in its own thread, called by messages: the api's own thread never waits for a disk. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { Fault } from '../../cli/fault.ts'
import { diskFull } from '../../cli/full-disk.ts'
import type { Call, Opening, Reply, ThreadRole } from './sqlite-worker.ts'
import { StoreUnavailable } from './store.ts'

/** Beyond this many calls (or bytes) in waiting, new ones are turned away rather than filling the memory. */
const mostWaiting = 20_000
const mostBytes = 64 * 1024 * 1024

/** Threads that have closed their base, which takes less than starting one: the next base is opened there. */
const idle = new Map<Worker, NodeJS.Timeout>()
const idleMs = 5_000

function idleOrNew(): Worker {
  for (const [thread, end] of idle) {
    clearTimeout(end)
    idle.delete(thread)
    thread.ref()
    return thread
  }
  // rows pass through: a small nursery is collected often, and the memory stays flat
  const limits = { maxYoungGenerationSizeMb: 8 }
  const thread = new Worker(new URL('./sqlite-worker.ts', import.meta.url), { resourceLimits: limits })
  // without a listener, a thread that breaks between two calls would end the process
  thread.on('error', () => {}).on('exit', () => idle.delete(thread))
  return thread
}

/** The thread has no base: it ends unless another is opened soon, and keeps no process alive meanwhile. */
function rest(thread: Worker): void {
  thread.unref()
  const end = setTimeout(() => {
    // nothing is opened in a thread that is ending: it would never answer
    idle.delete(thread)
    void thread.terminate()
  }, idleMs)
  idle.set(thread, end.unref())
}

/** @throws StoreUnavailable when the thread ends before it says anything */
async function firstWordOf(thread: Worker): Promise<{ opened: true } | { refused: string; isBusy: boolean }> {
  const ended = new AbortController()
  const end = () => ended.abort()
  thread.once('exit', end)
  try {
    const [word] = await once(thread, 'message', { signal: ended.signal })
    return word
  } catch (cause) {
    throw new StoreUnavailable('the thread of the store stopped', { cause })
  } finally {
    thread.off('exit', end)
  }
}

/** Another program holds the base, for now. */
export class BaseBusy extends Fault {}

type Waiting = { resolve(value: unknown): void; reject(error: Error): void; bytes: number }

export type Thread = {
  call<T>(name: Call['name'], args: unknown[], bytes?: number): Promise<T>
  close(): Promise<void>
}

/**
 * Starts the thread and waits until its connection is open; a thread that dies is started again at the next call.
 *
 * @throws Fault when the file cannot be used
 */
export async function openThread(path: string, role: ThreadRole): Promise<Thread> {
  const waiting = new Map<number, Waiting>()
  let bytesWaiting = 0
  /** Calls of this turn of the loop: they go to the thread in one message. */
  const unsent: Call[] = []
  let next = 0
  let closed = false
  const ended = Promise.withResolvers<void>()
  let worker: Worker | null = await started()

  async function started(): Promise<Worker> {
    const thread = idleOrNew()
    thread.postMessage({ path, role } satisfies Opening)
    const first = await firstWordOf(thread)
    if ('refused' in first) {
      rest(thread)
      throw new (first.isBusy ? BaseBusy : Fault)(first.refused)
    }
    const hear = (replies: Reply[] | 'closed') => {
      if (replies === 'closed') rest(left())
      else for (const reply of replies) settle(reply)
    }
    const left = () => {
      worker = null
      for (const id of [...waiting.keys()]) settle({ id, error: 'the thread of the store stopped' })
      if (closed) ended.resolve()
      return thread.off('message', hear).off('exit', left)
    }
    thread.on('message', hear).on('exit', left)
    return thread
  }

  function settle(reply: Reply) {
    const call = waiting.get(reply.id)
    if (!call) return
    waiting.delete(reply.id)
    bytesWaiting -= call.bytes
    if ('error' in reply) call.reject(new StoreUnavailable(reply.error, reply.isFull ? { cause: diskFull(path) } : {}))
    else call.resolve(reply.value)
  }

  function send(thread: Worker): void {
    if (unsent.length > 0) thread.postMessage(unsent.splice(0))
  }

  let restarting: Promise<Worker> | null = null
  async function running(): Promise<Worker> {
    if (worker) return worker
    restarting ??= started().finally(() => {
      restarting = null
    })
    try {
      worker = await restarting
      return worker
    } catch (error) {
      throw new StoreUnavailable('the store cannot be opened again', { cause: error })
    }
  }

  return {
    async call<T>(name: Call['name'], args: unknown[], bytes = 0): Promise<T> {
      if (closed) throw new StoreUnavailable('the store is closed')
      if (waiting.size >= mostWaiting || bytesWaiting + bytes > mostBytes)
        throw new StoreUnavailable('too much is waiting for the store')
      const thread = worker ?? (await running())
      return new Promise<unknown>((resolve, reject) => {
        const id = next++
        waiting.set(id, { resolve, reject, bytes })
        bytesWaiting += bytes
        if (unsent.push({ id, name, args }) === 1) setImmediate(send, thread)
      }) as Promise<T>
    },
    async close() {
      if (closed) return
      closed = true
      if (!worker) return
      send(worker)
      worker.postMessage('close')
      await ended.promise
    },
  }
}
