/**
 * Slows guessing down without shutting anybody out: after some failures each further try has to wait, twice as long each time.
 * A device that has logged in before waits for its own failures only, so an attack never stands in its owner's way.
 */
import type { Store } from '../store/store.ts'

type Bucket = { failures: number; nextAt: number; lastAt: number }

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

export type Throttle = ReturnType<typeof throttleIn>

export function throttleIn(store: Store, now: () => Date) {
  const collection = store.collection<Bucket>('throttle')
  const idOf = ({ kind, of }: BucketName) => `${kind}:${of}`

  async function read(name: BucketName) {
    const kept = await collection.get(idOf(name))
    const at = now().getTime()
    const isOver = !kept || Math.abs(at - kept.value.lastAt) > memoryMs
    const bucket = isOver ? { failures: 0, nextAt: 0, lastAt: at } : kept.value
    // counted by a clock that has been put back since: the failures stay, the wait of another day goes
    const isAhead = bucket.lastAt > at + clockSlackMs
    return { bucket: isAhead ? { ...bucket, nextAt: 0 } : bucket, revision: kept?.revision ?? null }
  }

  /** Counts one failure; false when the bucket asks to wait. Compare and set: parallel tries are counted one by one. */
  async function count(name: BucketName): Promise<number> {
    const { free, longestMs } = rules[name.kind]
    for (;;) {
      const { bucket, revision } = await read(name)
      const at = now().getTime()
      if (bucket.nextAt > at) return bucket.nextAt - at
      const failures = bucket.failures + 1
      const waitMs = failures < free ? 0 : Math.min(longestMs, 1000 * 2 ** Math.min(failures - free, 30))
      const counted = await collection.put(idOf(name), { failures, nextAt: at + waitMs, lastAt: at }, revision)
      if (counted !== 'changed') return 0
    }
  }

  async function takeBack(name: BucketName): Promise<void> {
    for (;;) {
      const { bucket, revision } = await read(name)
      if (revision === null) return
      const isShared = name.kind === 'login' || name.kind === 'network'
      const failures = isShared ? Math.max(0, bucket.failures - 1) : 0
      if (
        failures === 0 ? await collection.remove(idOf(name), revision) : await putBack(name, bucket, failures, revision)
      )
        return
    }
  }

  const putBack = async (name: BucketName, bucket: Bucket, failures: number, revision: number) =>
    (await collection.put(idOf(name), { ...bucket, failures }, revision)) !== 'changed'

  return {
    /**
     * Counts a try as failed before it is made, so that a thousand tries at once are a thousand failures.
     *
     * @returns 0 when the try may be made, else milliseconds to wait; it is then not to be made at all
     */
    async claim(names: BucketName[]): Promise<number> {
      const waits = await Promise.all(names.map(async (name) => (await read(name)).bucket.nextAt - now().getTime()))
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
