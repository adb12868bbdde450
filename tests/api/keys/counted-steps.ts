/** A store and a disk that kill their own process before or after the n-th change: steps 2n and 2n + 1. */
import fs from 'node:fs'
import type { Disk } from '../../../api/keys/keyring-file.ts'
import { collectionsOn } from '../../../api/store/collection.ts'
import type { Store } from '../../../api/store/store.ts'

export function countedSteps(fatal: number, store: Store): { store: Store; disk: Disk } {
  let change = 0
  const step = (number: number) => {
    if (number === fatal) process.kill(process.pid, 'SIGKILL')
  }
  const onDisk =
    <A extends unknown[], R>(call: (...args: A) => R) =>
    (...args: A): R => {
      const own = change++
      step(2 * own)
      const result = call(...args)
      step(2 * own + 1)
      return result
    }
  return {
    store: {
      ...store,
      ...collectionsOn((name) => {
        const documents = store.documents(name)
        return {
          ...documents,
          async put(id: string, value: unknown, expected: number | null) {
            const own = change++
            step(2 * own)
            const result = await documents.put(id, value, expected)
            step(2 * own + 1)
            return result
          },
        }
      }),
    },
    disk: {
      ...fs,
      writeFileSync: onDisk(fs.writeFileSync),
      fsyncSync: onDisk(fs.fsyncSync),
      renameSync: onDisk(fs.renameSync),
      linkSync: onDisk(fs.linkSync),
    },
  }
}
