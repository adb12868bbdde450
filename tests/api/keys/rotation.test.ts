import { copyFileSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type AppContext, openContext } from '../../../api/context.ts'
import { decryptResponse } from '../../../api/keys/encryption.ts'
import { rotated } from '../../../api/keys/rotation.ts'
import { receive } from '../../../api/responses/responses.ts'
import { aPlace, aSentResponse, type Place, smallQuestionnaire } from '../fixture.ts'
import { killedAt } from './killed-at.ts'

const now = () => new Date('2026-03-02T09:00:00Z')
let place: Place
let context: AppContext
beforeEach(async () => {
  place = aPlace()
  context = await openContext(place, now)
  await context.questionnaires.loadFounding([smallQuestionnaire])
})
afterEach(async () => {
  await context.close()
  rmSync(place.folder, { recursive: true })
})

const masters = () =>
  JSON.parse(readFileSync(place.keyringPath, 'utf8')).masters as { id: string; retiredAt: string | null }[]

async function reopened() {
  await context.close()
  context = await openContext(place, now)
}

test('a new master wraps every key, the former one stays in the file, and all that was stored decrypts and is recognised when sent again', async () => {
  const response = aSentResponse()
  const { receipt } = await receive(context, response)
  await context.audit.record({ who: 'alix.martin', what: 'login' })
  const former = context.keyring.master
  const backupKey = context.keyring.derive('backup')
  const done = await rotated(place.keyringPath, context.store, { now: now() })
  expect(masters().map(({ id, retiredAt }) => [id, retiredAt])).toEqual([
    [former, now().toISOString()],
    [done.master, null],
  ])
  // a server that was running goes on, and so does the next one
  for (const at of ['running', 'reopened']) {
    if (at === 'reopened') await reopened()
    expect(await receive(context, response)).toEqual({ outcome: 'same', receipt })
    expect((await decryptResponse((await context.store.responses.get(response.id))!, context.keyring)).answers).toEqual(
      response.answers,
    )
    expect((await context.audit.verify()).faults).toEqual([])
    expect((await receive(context, aSentResponse())).outcome).toBe('new')
    expect(context.keyring.derive('backup', former)).toEqual(backupKey)
  }
  expect(context.keyring.master).toBe(done.master)
  expect(context.keyring.derive('backup')).not.toEqual(backupKey)
  expect(context.keyring.derive('backup')).not.toEqual(context.keyring.derive('other'))
  expect(() => context.keyring.derive('backup', 'unknown')).toThrow(/copie plus récente/)
})

test('new data keys serve new responses; a response of before sent again is still the same', async () => {
  const before = aSentResponse()
  const { receipt } = await receive(context, before)
  const formerKey = (await context.store.responses.get(before.id))!.key
  expect((await rotated(place.keyringPath, context.store, { withData: true, now: now() })).renewed).toBe(1)
  await reopened()
  const after = aSentResponse()
  expect((await receive(context, after)).outcome).toBe('new')
  expect((await context.store.responses.get(after.id))!.key).not.toBe(formerKey)
  expect(await receive(context, before)).toEqual({ outcome: 'same', receipt })
  await expect(receive(context, { ...before, answers: { garde: 'non', pourquoi: null } })).rejects.toThrow(
    'response-differs',
  )
  for (const { id } of [before, after])
    expect((await decryptResponse((await context.store.responses.get(id))!, context.keyring)).answers).toEqual({
      garde: 'oui',
    })
})

test('a copy made before the rotation is refused with which copy to put back, and put back it starts', async () => {
  await receive(context, aSentResponse())
  const [old, current] = [join(place.folder, 'old.json'), join(place.folder, 'current.json')]
  copyFileSync(place.keyringPath, old)
  await rotated(place.keyringPath, context.store, { now: now() })
  copyFileSync(place.keyringPath, current)
  copyFileSync(old, place.keyringPath)
  await expect(openContext(place, now)).rejects.toThrow(/trop ancien.*« garde ».*après la dernière rotation/)
  copyFileSync(current, place.keyringPath)
  await reopened()
})

test('killed at each step, everything opens at once, and the same command finishes what was left', async () => {
  const response = aSentResponse()
  const { receipt } = await receive(context, response)
  await context.close()
  const stride = process.env.KEYS_KILLS === 'all' ? 1 : 5
  let step = 0
  for (let isKilled = true; isKilled; step += stride) {
    isKilled = await killedAt(step, place, 'rotating-process.ts')
    rmSync(`${place.keyringPath}.lock`, { force: true })
    context = await openContext(place, now)
    expect(await receive(context, response), `step ${step}`).toEqual({ outcome: 'same', receipt })
    await rotated(place.keyringPath, context.store, { now: now() })
    const keys = await context.store.documents<{ master: string }>('keys').list()
    expect(new Set(keys.map(({ value }) => value.master))).toEqual(new Set([masters().at(-1)!.id]))
    await context.close()
  }
  expect(step).toBeGreaterThan(16)
  context = await openContext(place, now)
}, 300_000)
