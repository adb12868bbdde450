/**
 * Slows password guessing down without shutting anybody out: after some failures each further try has to wait, twice as long each time.
 * A device that has logged in before waits for its own failures only, so an attack never stands in its owner's way.
 */

import { collections } from '../store/collections.ts'
import type { Store } from '../store/store.ts'
import type { Bucket } from './collections.ts'

/** Failures without a wait, then 1 s, 2 s, 4 s … up to the longest wait. */
const rules = {
  /** One known device. */
  device: { free: 5, longestMs: 15 * 60_000 },
  /** One login tried from one network. */
  pair: { free: 5, longestMs: 15 * 60_000 },
  /** One login, from wherever: many machines guessing together. */
  login: { free: 20, longestMs: 30_000 },
  /** One network: a town hall is one address with many people. */
  network: { free: 50, longestMs: 60_000 },
} as const
export type BucketKind = keyof typeof rules

/** A bucket: its kind, and the hash of what it counts for. */
export type BucketName = { kind: BucketKind; of: string }

/** Failures older than this are forgotten. */
const memoryMs = 24 * 60 * 60_000
const clockSlackMs = 5 * 60_000

export function throttleIn(store: Store, now: () => Date) {
  const collection = store.collection(collections.throttle)
  const idOf = ({ kind, of }: BucketName) => `${kind}:${of}`

  /** The bucket as it counts now: what is too old counts for nothing. */
  function current(bucket: Bucket | null): Bucket {
    const at = now().getTime()
    if (!bucket || Math.abs(at - bucket.lastAt) > memoryMs) return { failures: 0, nextAt: 0, lastAt: at }
    // counted by a clock that has been put back since: the failures stay, the wait of another day goes
    return bucket.lastAt > at + clockSlackMs ? { ...bucket, nextAt: 0 } : bucket
  }

  const waitOf = ({ nextAt }: Bucket) => Math.max(0, nextAt - now().getTime())
  const read = async (name: BucketName) => current((await collection.get(idOf(name)))?.value ?? null)

  /** Counts one failure, so that parallel tries are counted one by one; gives the wait when the bucket asks for one. */
  async function count(name: BucketName): Promise<number> {
    const { free, longestMs } = rules[name.kind]
    let wait = 0
    await collection.update(idOf(name), (before) => {
      const bucket = current(before)
      wait = waitOf(bucket)
      if (wait > 0) return null
      const [at, failures] = [now().getTime(), bucket.failures + 1]
      const waitMs = failures < free ? 0 : Math.min(longestMs, 1000 * 2 ** Math.min(failures - free, 30))
      return { failures, nextAt: at + waitMs, lastAt: at }
    })
    return wait
  }

  async function takeBack(name: BucketName): Promise<void> {
    const isShared = name.kind === 'login' || name.kind === 'network'
    const left = await collection.update(idOf(name), (before) => {
      if (before === null) return null
      const bucket = current(before)
      return { ...bucket, failures: isShared ? Math.max(0, bucket.failures - 1) : 0 }
    })
    // a failure in between leaves the bucket as it is
    if (left?.value.failures === 0) await collection.remove(left.id, left.revision)
  }

  return {
    /**
     * Counts a try as failed before it is made, so that a thousand tries at once are a thousand failures.
     *
     * @returns 0 when the try may be made, else milliseconds to wait; it is then not to be made at all
     */
    async claim(names: BucketName[]): Promise<number> {
      const waits = await Promise.all(names.map(async (name) => waitOf(await read(name))))
      const wait = Math.max(...waits)
      if (wait > 0) return wait
      for (const name of names) {
        const late = await count(name)
        if (late > 0) return late
      }
      return 0
    },

    /** The try was right after all. */
    async forgive(names: BucketName[]): Promise<void> {
      for (const name of names) await takeBack(name)
    },

    async sweep(): Promise<void> {
      const at = now().getTime()
      const old = (await collection.list()).filter(({ value }) => Math.abs(at - value.lastAt) > memoryMs)
      await Promise.all(old.map(({ id, revision }) => collection.remove(id, revision)))
    },
  }
}
