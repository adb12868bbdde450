import { rmSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { lightest, startMongodb } from '../../services/mongodb.ts'
import { anOldStore, isUpgraded, killedOnTheWay, withdrawals } from './old-store.ts'

const server = await startMongodb({ program: lightest })
describe.skipIf(server === null)('on a server that speaks the MongoDB protocol', () => {
  afterAll(() => server?.stop())

  test('killed at fifteen points of the change, a MongoDB store loses nothing and ends it once', async () => {
    const place = await anOldStore(`${server!.url}upgrade_${process.pid}`, withdrawals)
    const midway = await killedOnTheWay(place, 2)
    console.info(`MongoDB: ${midway} of 15 kills fell between two withdrawals`)
    expect(midway).toBeGreaterThan(5)
    await isUpgraded(place, withdrawals)
    rmSync(place.folder, { recursive: true })
  }, 600_000)
})
