import { rmSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { startMongodb } from '../../services/mongodb.ts'
import { anOldStore, isUpgraded, killedThirtyTimes, withdrawals } from './old-store.ts'

const server = await startMongodb()
describe.skipIf(server === null)('on MongoDB', () => {
  afterAll(() => server?.stop())

  test('killed at thirty points of the change, a MongoDB store loses nothing and ends it once', async () => {
    const place = await anOldStore(`${server!.url}upgrade_${process.pid}`, withdrawals)
    const midway = await killedThirtyTimes(place)
    console.info(`MongoDB: ${midway} of 30 kills fell between two withdrawals`)
    expect(midway).toBeGreaterThan(10)
    await isUpgraded(place, withdrawals)
    rmSync(place.folder, { recursive: true })
  }, 600_000)
})
