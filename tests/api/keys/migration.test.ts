import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type AppContext, openContext } from '../../../api/context.ts'
import { hashOfInvitation } from '../../../api/fieldwork/diffusion/invitation-hash.ts'
import { visitsIn } from '../../../api/fieldwork/visits.ts'
import { decryptResponse, encryptResponse } from '../../../api/keys/encryption.ts'
import { openKeyring } from '../../../api/keys/keyring.ts'
import { idOfMaster } from '../../../api/keys/master.ts'
import { keyOfRoot } from '../../../api/keys/wrapped-keys.ts'
import { queueKeysIn } from '../../../api/kiosks/queue-keys.ts'
import { contactsIn } from '../../../api/responses/contacts.ts'
import { receive } from '../../../api/responses/responses.ts'
import { vigilanceIn } from '../../../api/responses/vigilance/vigilance.ts'
import { hashOfProof, withdrawalsIn } from '../../../api/responses/withdrawals.ts'
import { openStore } from '../../../api/store/open.ts'
import { startMongodb } from '../../services/mongodb.ts'
import { aPlace, aSentResponse, type Place } from '../fixture.ts'
import { aFormerKey, fillFormerStore, former, writeFormerKeyring } from './former-store.ts'
import { killedAt } from './killed-at.ts'

const server = await startMongodb()
afterAll(() => server?.stop())
const now = () => new Date('2026-03-02T10:00:00Z')
let bases = 0
/** Every step by hand; one in three, before and after a change by turns, with the others. */
const stride = process.env.KEYS_KILLS === 'all' ? 1 : 3

/** Everything the version before encrypted, opened by this one. */
async function expectEverything(context: AppContext) {
  for (const { sheet: response, receipt } of former.sheets) {
    const row = (await context.store.responses.get(response.id))!
    expect((await decryptResponse(row, context.keyring)).answers).toEqual(response.answers)
    expect(await receive(context, response)).toEqual({ outcome: 'same', receipt })
  }
  const { login, sealed, secret } = former.factor
  expect(context.accounts.factor.read(sealed, login)).toBe(secret)
  const waiting = (await context.store.documents<{ entries: unknown[] }>('contacts-waiting').get('pen'))!
  expect(waiting.value.entries).toHaveLength(1)
  expect((await contactsIn(context).list()).waiting).toBe(1)
  const queue = (await context.store.documents('queue-keys').list())[0]!
  expect(await queueKeysIn(context.store, context.keyring, now).find(queue.id)).not.toBe(null)
  expect((await vigilanceIn(context).seenIn('garde'))[0]!.note).toBe('vu avec l’équipe')
  expect(await context.audit.verify()).toMatchObject({ lines: 3, last: former.audit, faults: [] })
  expect(visitsIn(context.keyring, now).read('garde', former.visit)?.seconds).toBe(3600)
  expect(hashOfInvitation(context.keyring, 'garde', former.code)).toBe(former.invitation)
  expect(await context.store.responses.byWithdrawal(hashOfProof('preuve'))).not.toBe(null)
  expect((await withdrawalsIn(context).read('preuve')).sheet?.answers).toEqual({ garde: 'oui' })
}

const adapters = [
  { name: 'SQLite', url: (place: Place) => place.storeUrl, there: true },
  { name: 'MongoDB', url: () => `${server?.url}former_${process.pid}_${bases++}`, there: server !== null },
]

for (const { name, url, there } of adapters)
  describe.skipIf(!there)(`a keyring of the former format, its store on ${name}`, () => {
    let place: Place
    beforeEach(async () => {
      const here = aPlace()
      place = { ...here, storeUrl: url(here) }
      const store = await openStore(place.storeUrl)
      await fillFormerStore(store)
      await store.close()
      writeFormerKeyring(place.keyringPath)
    })
    afterEach(() => rmSync(place.folder, { recursive: true }))

    test('goes over to the store at the first start, and everything it protected still opens', async () => {
      const context = await openContext(place, now)
      await expectEverything(context)
      expect(JSON.parse(readFileSync(place.keyringPath, 'utf8'))).toMatchObject({
        format: 2,
        store: former.keyring.id,
        masters: [{ id: idOfMaster(former.keyring.master), key: former.keyring.master, retiredAt: null }],
      })
      // a purpose that the former program did not have gets its key at the same start
      const since = ['purpose/heard/000001']
      const rows = (await context.store.documents<{ id: string }>('keys').list()).filter(
        ({ id }) => !since.includes(id),
      )
      const ids = rows.map(({ value }) => value.id)
      expect(ids.toSorted()).toEqual(former.keyring.keys.map(({ id }) => id).toSorted())
      await context.close()
      const again = await openContext(place, now)
      await expectEverything(again)
      await again.close()
    })

    test('killed at each step, the next start finishes it and nothing is lost', async () => {
      let step = 0
      for (let isKilled = true; isKilled; step += stride) {
        writeFormerKeyring(place.keyringPath)
        const before = await openStore(place.storeUrl)
        for (const { id, revision } of await before.documents('keys').list())
          await before.documents('keys').remove(id, revision)
        const identity = (await before.documents('settings').get('keyring'))!
        await before.documents('settings').put('keyring', { id: former.keyring.id }, identity.revision)
        await before.close()
        isKilled = await killedAt(step, place)
        // what the dead process left is opened as it lies: the file is whole, in one format or the other
        const { format } = JSON.parse(readFileSync(place.keyringPath, 'utf8')) as { format: number }
        expect([1, 2], `step ${step}`).toContain(format)
        rmSync(`${place.keyringPath}.lock`, { force: true })
        const context = await openContext(place, now)
        await expectEverything(context)
        await context.close()
      }
      expect(step).toBeGreaterThan(2 * former.keyring.keys.length)
    }, 300_000)

    test('a copy made before the move still opens everything', async () => {
      await (await openContext(place, now)).close()
      writeFormerKeyring(place.keyringPath, { ...former.keyring, keys: former.keyring.keys.slice(0, 2) })
      const context = await openContext(place, now)
      await expectEverything(context)
      await context.close()
    })

    test('a copy that lacks a key in use is refused before the move, names the questionnaire and changes nothing', async () => {
      const old = {
        ...former.keyring,
        keys: former.keyring.keys.filter(({ questionnaire }) => questionnaire !== 'jeunes'),
      }
      writeFormerKeyring(place.keyringPath, old)
      const before = readFileSync(place.keyringPath, 'utf8')
      await expect(openContext(place, now)).rejects.toThrow(/ne peuvent pas être ouvertes.*« jeunes »/)
      expect(readFileSync(place.keyringPath, 'utf8')).toBe(before)
      const store = await openStore(place.storeUrl)
      expect(await store.documents('keys').list()).toEqual([])
      await store.close()
    })

    test('two machines that had each added a key for one questionnaire are healed: both open, and a retry is the same', async () => {
      const { root, entry } = aFormerKey('garde')
      const second = join(place.folder, 'second', 'keyring.json')
      const shared = former.keyring.keys.filter(({ questionnaire }) => questionnaire.startsWith('~'))
      writeFormerKeyring(second, { ...former.keyring, keys: [...shared, entry] })
      const sent = aSentResponse({ answers: { garde: 'oui' } })
      const response = { ...sent, trial: true, receivedAt: now().toISOString() }
      const before = await openStore(place.storeUrl)
      await before.responses.insert(encryptResponse(response, keyOfRoot(entry.id, root), true))
      await before.close()
      // neither machine opens everything before the other has come
      await expect(openContext(place, now)).rejects.toThrow(/ne peuvent pas être ouvertes/)
      const files = [place.keyringPath, second]
      for (const path of files) {
        const store = await openStore(place.storeUrl)
        await openKeyring(path, store, { isLenient: true })
        await store.close()
      }
      for (const keyringPath of files) {
        const context = await openContext({ ...place, keyringPath }, now)
        await expectEverything(context)
        expect((await decryptResponse((await context.store.responses.get(sent.id))!, context.keyring)).answers).toEqual(
          sent.answers,
        )
        expect((await receive(context, sent)).outcome).toBe('same')
        await context.close()
      }
    })
  })
