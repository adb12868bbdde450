/** A store, a disk or a base that kill their own process before or after the n-th change: steps 2n and 2n + 1. */
import fs from 'node:fs'
import type { Disk } from '../../../api/keys/keyring-file.ts'
import { collectionsOn } from '../../../api/store/collection.ts'
import type { Store } from '../../../api/store/store.ts'

/** Makes each call of a function one change. */
export function dyingAt(fatal: number) {
  let change = 0
  const step = (number: number) => {
    if (number === fatal) process.kill(process.pid, 'SIGKILL')
  }
  return {
    now<A extends unknown[], R>(call: (...args: A) => R): (...args: A) => R {
      return function (this: unknown, ...args) {
        const own = change++
        step(2 * own)
        const result = call.apply(this, args)
        step(2 * own + 1)
        return result
      }
    },
    later<A extends unknown[], R>(call: (...args: A) => Promise<R>): (...args: A) => Promise<R> {
      return async (...args) => {
        const own = change++
        step(2 * own)
        const result = await call(...args)
        step(2 * own + 1)
        return result
      }
    },
  }
}

export function countedSteps(fatal: number, store: Store): { store: Store; disk: Disk } {
  const dying = dyingAt(fatal)
  return {
    store: {
      ...store,
      ...collectionsOn((name) => {
        const documents = store.documents(name)
        return { ...documents, put: dying.later(documents.put) }
      }),
    },
    disk: {
      ...fs,
      writeFileSync: dying.now(fs.writeFileSync),
      fsyncSync: dying.now(fs.fsyncSync),
      renameSync: dying.now(fs.renameSync),
      linkSync: dying.now(fs.linkSync),
    },
  }
}
