import { rmSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { startMongodb } from '../../services/mongodb.ts'
import { anOldStore, isUpgraded, killed } from './old-store.ts'

// each takes a handful of round trips: thirty openings that are cut short add up
const withdrawals = 300
const server = await startMongodb()
describe.skipIf(server === null)('on a server that speaks the MongoDB protocol', () => {
  afterAll(() => server?.stop())

  test('killed at thirty points of the change, a MongoDB store loses nothing and ends it once', async () => {
    const place = await anOldStore(`${server!.url}upgrade_${process.pid}`, withdrawals)
    const whole = await anOldStore(`${server!.url}upgrade_whole_${process.pid}`, withdrawals)
    const midway = await killed(place, whole, 30, withdrawals)
    console.info(`MongoDB: ${midway} of 30 kills fell between two documents`)
    expect(midway).toBeGreaterThan(0)
    await isUpgraded(place, withdrawals)
    for (const { folder } of [place, whole]) rmSync(folder, { recursive: true })
  }, 600_000)
})
