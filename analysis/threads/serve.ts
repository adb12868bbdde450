/** The body's side of a thread: answers each call by the task of its name. */
import { parentPort, workerData } from 'node:worker_threads'
import { setAuthority } from '../../surveys/authority/in-force.ts'
import { setZone } from '../../surveys/days.ts'
import type { Call, Reply } from './messages.ts'
import type { Tasks } from './thread.ts'

type Handlers<T extends Tasks> = {
  [K in keyof T]: (input: T[K]['input'], note: (note: T[K]['note']) => void) => T[K]['output'] | Promise<T[K]['output']>
}

/** Says that the thread is ready, then answers until it is ended. */
export function serve<T extends Tasks>(handlers: Handlers<T>): void {
  const say = (reply: Reply) => parentPort?.postMessage(reply)
  parentPort?.on('message', async ({ id, name, input, zone, authority }: Call) => {
    setZone(zone)
    if (authority) setAuthority(authority)
    try {
      const value = await handlers[name]!(input as never, (note) => say({ id, note }))
      say({ id, value })
    } catch (error) {
      const failure =
        error instanceof Error ? { name: error.name, message: error.message } : { name: 'Error', message: 'unexpected' }
      say({ id, failure })
    }
  })
  parentPort?.postMessage('ready')
}

/** What the thread was given when it started. */
export const dataOf = <T>(): T => workerData as T
