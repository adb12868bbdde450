import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { leasesIn } from '../../../api/store/lease.ts'
import { openStore } from '../../../api/store/open.ts'
import type { Store } from '../../../api/store/store.ts'

const termMs = 60_000
const folder = mkdtempSync(join(tmpdir(), 'ctg-lease-'))
let store: Store
let bases = 0
beforeEach(async () => {
  store = await openStore(`sqlite:${join(folder, `${bases++}.db`)}`)
})
afterEach(async () => {
  await store.close()
  if (bases === 4) rmSync(folder, { recursive: true })
})

/** A process with its two clocks, which the test turns. */
function aProcess(day = '2026-03-01T12:00:00.000Z') {
  const clocks = { wall: new Date(day).getTime(), steady: 0 }
  const leases = leasesIn(
    store,
    () => new Date(clocks.wall),
    termMs,
    () => clocks.steady,
  )
  return {
    clocks,
    tries: async () => ((await leases.during('work', async () => 'x')) === 'taken' ? 'taken' : 'done'),
    leases,
    /** Takes the lease and dies with it. */
    dies: () =>
      new Promise<void>((resolve) => {
        void leases.during('work', () => {
          resolve()
          return new Promise(() => {})
        })
      }),
  }
}

test('of ten processes that want one work, one does it, and the next may once it is done', async () => {
  const processes = Array.from({ length: 10 }, () => aProcess())
  let free = () => {}
  const isFree = new Promise<void>((resolve) => {
    free = resolve
  })
  let works = 0
  const all = processes.map(({ leases }) =>
    leases.during('work', async () => {
      works++
      await isFree
    }),
  )
  await Promise.any(all.map(async (one) => ((await one) === 'taken' ? true : Promise.reject(new Error('done')))))
  free()
  const outcomes = await Promise.all(all)
  expect(works).toBe(1)
  expect(outcomes.filter((outcome) => outcome === 'taken')).toHaveLength(9)
  expect(await processes[3]!.tries()).toBe('done')
})

test('a work that fails frees its lease', async () => {
  const { leases, tries } = aProcess()
  await expect(leases.during('work', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await tries()).toBe('done')
})

test('a process that dies frees its lease a term after its hour is past, and not before', async () => {
  await aProcess().dies()
  const other = aProcess()
  expect(await other.tries()).toBe('taken')
  other.clocks.wall += 2 * termMs - 1
  expect(await other.tries()).toBe('taken')
  other.clocks.wall += 2
  expect(await other.tries()).toBe('done')
})

test('a dead process whose clock was years ahead is replaced by whoever saw nothing change for a term', async () => {
  await aProcess('2031-01-01T00:00:00.000Z').dies()
  const other = aProcess()
  expect(await other.tries()).toBe('taken')
  other.clocks.steady += termMs
  expect(await other.tries()).toBe('taken')
  other.clocks.steady += 1
  expect(await other.tries()).toBe('done')
})
