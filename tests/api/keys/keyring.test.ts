import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Keyring, openKeyring } from '../../../api/keys/keyring.ts'
import { openStore } from '../../../api/store/open.ts'
import type { Store } from '../../../api/store/store.ts'
import { aPlace, type Place } from '../fixture.ts'

let place: Place
let store: Store
beforeEach(async () => {
  place = aPlace()
  store = await openStore(place.storeUrl)
})
afterEach(async () => {
  await store.close()
  rmSync(place.folder, { recursive: true })
})

test('it is made at the first start, readable by its owner alone, and the same ever after', async () => {
  const first = await openKeyring(place.keyringPath, store)
  const key = await first.keyFor('garde')
  expect(statSync(place.keyringPath).mode & 0o777).toBe(0o600)
  const second = await openKeyring(place.keyringPath, store)
  expect(await second.keyFor('garde')).toEqual(key)
  expect(await second.key(key.id)).toEqual(key)
  expect(await second.key('absent')).toBe(null)
  expect((await second.keyFor('autre')).encryption).not.toEqual(key.encryption)
})

test('the keys lie wrapped: none is in the file', async () => {
  const { encryption, digest } = await (await openKeyring(place.keyringPath, store)).keyFor('garde')
  const text = readFileSync(place.keyringPath, 'utf8')
  for (const key of [encryption, digest])
    expect(text).not.toContain(Buffer.from(key).toString('base64url').slice(0, 20))
})

test('those who start at once get one keyring, and each sees the keys of the others', async () => {
  const other = await openStore(place.storeUrl)
  const rings = await Promise.all([openKeyring(place.keyringPath, store), openKeyring(place.keyringPath, other)])
  const [left, right] = rings
  expect(left.id).toBe(right.id)
  const key = await left.keyFor('garde')
  expect(await right.keyFor('garde')).toEqual(key)
  expect(await right.key((await left.keyFor('jeunes')).id)).not.toBe(null)
  await other.close()
})

// « introuvable » was said of one that had just been made, and the second process did not start
test('one that another process makes between two looks is opened', async () => {
  const other = await openStore(place.storeUrl)
  let first: Promise<Keyring> | undefined
  const late: Store = Object.create(other, {
    documents: {
      value: (name: string) => {
        const documents = other.documents(name)
        const list: typeof documents.list = async (...asked) => {
          first ??= openKeyring(place.keyringPath, store)
          await first
          return documents.list(...asked)
        }
        return Object.create(documents, { list: { value: list } })
      },
    },
  })
  const second = await openKeyring(place.keyringPath, late)
  expect(second.id).toBe((await first!).id)
  await other.close()
})

test('when it is missing though the store has data, nothing starts and none is made', async () => {
  await openKeyring(place.keyringPath, store)
  rmSync(place.keyringPath)
  await expect(openKeyring(place.keyringPath, store)).rejects.toThrow(/introuvable .* remettez-le à sa place/)
  expect(existsSync(place.keyringPath)).toBe(false)
})

test('the keyring of another store is refused, a damaged one too, and both stay as they are', async () => {
  await openKeyring(place.keyringPath, store)
  const elsewhere = aPlace()
  const otherStore = await openStore(elsewhere.storeUrl)
  await openKeyring(elsewhere.keyringPath, otherStore)
  await expect(openKeyring(elsewhere.keyringPath, store)).rejects.toThrow(/n’est pas celui de cette base/)
  writeFileSync(place.keyringPath, '{"format":1,"master":"secret"')
  const refusal = await openKeyring(place.keyringPath, store).catch((error: Error) => error)
  expect(String(refusal)).toMatch(/ne peut pas être lu/)
  expect(String(refusal)).not.toContain('secret"')
  expect(readFileSync(place.keyringPath, 'utf8')).toBe('{"format":1,"master":"secret"')
  await otherStore.close()
  rmSync(elsewhere.folder, { recursive: true })
})

test('one of another format is refused with its number, and stays as it is', async () => {
  await openKeyring(place.keyringPath, store)
  const other = JSON.stringify({ ...JSON.parse(readFileSync(place.keyringPath, 'utf8')), format: 2 })
  writeFileSync(place.keyringPath, other)
  await expect(openKeyring(place.keyringPath, store)).rejects.toThrow(
    /d’un format \(2\).*installez la version qui l’a fait/,
  )
  expect(readFileSync(place.keyringPath, 'utf8')).toBe(other)
})
