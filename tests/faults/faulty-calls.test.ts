/** `FAULTS=all` breaks each call from the first to the two hundredth, and those of the first day; without it a few syncs. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { aPlace } from '../api/fixture.ts'
import { verdict } from '../machine/verdict.ts'
import { breakCalls, mayBreakCalls, runBroken } from './faulty-calls.ts'
import { installed, senderOf, served } from './served.ts'

const isLong = process.env.FAULTS === 'all'
const calls = isLong ? Array.from({ length: 200 }, (_, at) => at + 1) : [1, 5]
const installCalls = Array.from({ length: 24 }, (_, at) => at + 1)
const kinds = isLong ? (['sync', 'write'] as const) : (['sync'] as const)

test.skipIf(!mayBreakCalls()).for(kinds)(
  'whichever %s to the disk fails, an answer is stored or refused with 503, and the next one is taken',
  { timeout: 3_600_000 },
  async (kind) => {
    const place = await installed()
    const server = served(place)
    const url = await server.ready
    const { send, end } = senderOf(place)
    let [broken, refused, odd, after] = [0, 0, 0, 0]
    for (const call of calls) {
      const fault = await breakCalls(server.child.pid!, kind, call)
      // the writer syncs once a commit at least: so many answers reach its call
      for (let turn = 0; turn <= call; turn++) {
        const { status } = await send(url)
        if (status === 503) refused++
        else if (status !== 201) odd++
      }
      broken += await fault.mend()
      if ((await send(url)).status === 201) after++
    }
    const isAlive = server.child.exitCode === null
    server.child.kill('SIGTERM')
    await server.exit
    const { isTrue, ...found } = await end()
    const isWhole = integrityOf(join(place.dataDir, 'questionnaires.db')) === 'ok'
    const isHeld = isTrue && isWhole && isAlive && odd === 0 && after === calls.length && broken > 0
    verdict(`${kind} that fails`, isHeld, {
      calls: calls.length,
      errors: broken,
      refused,
      'answered otherwise': odd,
      ...found,
    })
    expect({ isTrue, isWhole, isAlive, odd, after }).toEqual({
      isTrue: true,
      isWhole: true,
      isAlive: true,
      odd: 0,
      after: calls.length,
    })
    expect(broken).toBeGreaterThan(calls.length / 2)
    rmSync(place.folder, { recursive: true })
  },
)

test.runIf(isLong && mayBreakCalls())(
  'whichever call fails on the first day, the keyring’s included, the second attempt installs and opens what it stores',
  async () => {
    let [broken, failed, opened, tried] = [0, 0, 0, 0]
    for (const kind of ['sync', 'write', 'name'] as const)
      for (const call of installCalls) {
        const place = aPlace()
        const first = runBroken(kind, call, [join(import.meta.dirname, 'install.ts'), place.dataDir, place.keyringPath])
        if (first.broken === 0) {
          rmSync(place.folder, { recursive: true })
          continue
        }
        tried++
        broken += first.broken
        if (first.status !== 0) failed++
        await installed(place)
        const server = served(place)
        const { send, end } = senderOf(place)
        const { status } = await send(await server.ready)
        server.child.kill('SIGKILL')
        await server.exit
        const { isTrue, stored } = await end()
        if (status === 201 && isTrue && stored === 1) opened++
        rmSync(place.folder, { recursive: true })
      }
    verdict('first day on a disk that fails', opened === tried, {
      attempts: tried,
      errors: broken,
      failed,
      'then well': opened,
    })
    expect(opened).toBe(tried)
    expect(failed).toBeGreaterThan(0)
  },
  3_600_000,
)

function integrityOf(file: string): unknown {
  const database = new DatabaseSync(file)
  const answer = Object.values(database.prepare('PRAGMA integrity_check').get() ?? {})[0]
  database.close()
  return answer
}
