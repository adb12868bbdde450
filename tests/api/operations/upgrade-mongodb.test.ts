import { rmSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { lightest, startMongodb } from '../../services/mongodb.ts'
import { anOldStore, isUpgraded, killedThirtyTimes, withdrawals } from './old-store.ts'

const server = await startMongodb({ program: lightest })
describe.skipIf(server === null)('on a server that speaks the MongoDB protocol', () => {
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
