/**
 * A lease: one process at a time does a work, and one that dies frees it by time. A lease saves work done twice; it protects no data: a
 * process that slept may go on without it, so what it writes at the end compares and sets.
 *
 * Clocks of two machines may differ, and jump. So whoever waits takes a lease over only when its hour is past by a whole term, or when
 * it has seen nobody renew it for a whole term by its own steady clock.
 */
import { randomUUID } from 'node:crypto'
import type { Lease } from '../operations/collections.ts'
import { collections } from './collections.ts'
import { type Store, type Stored, StoreUnavailable } from './store.ts'

/**
 * @param termMs how long a lease outlives its holder
 * @param steadyMs a clock that never jumps
 */
export function leasesIn(store: Store, now: () => Date, termMs = 60_000, steadyMs = () => performance.now()) {
  const leases = store.collection(collections.leases)
  /** What stood when it was last seen to change, by name. */
  const seen = new Map<string, { mark: string; since: number }>()

  function isOver(name: string, { value }: Stored<Lease>): boolean {
    if (value.holder === null) return true
    const mark = `${value.holder} ${value.renewed}`
    const before = seen.get(name)
    if (before?.mark !== mark) seen.set(name, { mark, since: steadyMs() })
    else if (steadyMs() - before.since > termMs) return true
    return now().getTime() - new Date(value.until).getTime() > termMs
  }

  const leaseOf = (holder: string | null, renewed: number): Lease => ({
    holder,
    until: new Date(now().getTime() + termMs).toISOString(),
    renewed,
  })

  async function taken(name: string, holder: string): Promise<boolean> {
    const there = await leases.get(name)
    if (there && !isOver(name, there)) return false
    const lease = leaseOf(holder, (there?.value.renewed ?? 0) + 1)
    return (await leases.put(name, lease, there?.revision ?? null)) !== 'changed'
  }

  /** Nothing when it is no longer ours: whoever has it goes on. */
  async function changed(name: string, holder: string, next: string | null): Promise<void> {
    const there = await leases.get(name)
    if (there?.value.holder !== holder) return
    await leases.put(name, leaseOf(next, there.value.renewed + 1), there.revision)
  }

  return {
    /** Does the work while nobody else does it, or answers `taken` at once. */
    async during<T>(name: string, work: () => Promise<T>): Promise<{ done: T } | 'taken'> {
      const holder = randomUUID()
      if (!(await taken(name, holder))) return 'taken'
      // one renewal that fails is made up for by the next, and the lease ends by time at worst
      const renewing = setInterval(() => changed(name, holder, holder).catch(ignored), termMs / 4)
      try {
        return { done: await work() }
      } finally {
        clearInterval(renewing)
        await changed(name, holder, null).catch(ignored)
      }
    },
  }
}

function ignored(error: unknown): void {
  if (!(error instanceof StoreUnavailable)) throw error
}
