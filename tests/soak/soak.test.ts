import { rmSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { openContext } from '../../api/context.ts'
import { aPlace, aSentResponse } from '../api/fixture.ts'
import { verdict } from '../machine/verdict.ts'
import { startMongodb } from '../services/mongodb.ts'
import { compared, isTrue, openOracle } from './oracle.ts'
import { numbersOf, soaked } from './soak.ts'

const server = await startMongodb()
afterAll(() => server?.stop())
const stores = [
  { name: 'SQLite', url: null, kills: 10 },
  ...(server ? [{ name: 'MongoDB', url: `${server.url}soak`, kills: 5 }] : []),
]

if (!server) test.skip('killed under load on MongoDB')

test.each(stores)(
  'killed under load, a server on $name loses, doubles and alters nothing it acknowledged',
  async ({ name, url, kills }) => {
    const place = aPlace()
    const storeUrl = url ?? place.storeUrl
    const found = await soaked({ place: { ...place, storeUrl }, kills, seconds: kills, rate: 150, seed: 12 })
    expect(verdict(`soak on ${name}`, found.isHeld, numbersOf(kills, found))).toBe(true)
    // how many depends on the speed of the machine: enough that the kills fell among them
    expect(found.acknowledged).toBeGreaterThan(2 * kills)

    // the oracle itself: one response that vanished, one that came back, one that nobody sent
    const context = await openContext({ ...place, storeUrl }, () => new Date())
    const oracle = openOracle(`${place.folder}/oracle`)
    const [{ id }] = (await context.store.responses.blocks('garde')[Symbol.asyncIterator]().next()).value!
    oracle.note('acknowledged', aSentResponse().id, 'digest')
    oracle.note('withdrawn', id)
    oracle.note('acknowledged', id, 'another digest')
    const seen = await compared(oracle, context, 'garde')
    expect([seen.lost, seen.returned, seen.altered, isTrue(seen)]).toEqual([1, 1, 1, false])
    await context.close()
    rmSync(place.folder, { recursive: true })
  },
  180_000,
)
