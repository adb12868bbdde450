import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

/** The device as another tab left it: what it holds. */
async function takingOver(held: string[]): Promise<number> {
  const locks = { query: async () => ({ held: held.map((name) => ({ name })) }) }
  vi.stubGlobal('navigator', { locks })
  const { takeOver } = await import('../../../../client/answer/device/tabs.ts')
  const before = performance.now()
  await takeOver('r1')
  return performance.now() - before
}

test('answers that no tab has are gone on with at once; where one has them, it may write them down first', async () => {
  const free = await takingOver(['answers r2'])
  vi.resetModules()
  const held = await takingOver(['answers r1'])
  expect(held).toBeGreaterThan(350)
  expect(free / held).toBeLessThan(0.5)
})
