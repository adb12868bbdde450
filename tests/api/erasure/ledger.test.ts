import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import request from 'supertest'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openContext } from '../../../api/context.ts'
import { type Ledger, ledgerIn } from '../../../api/erasure/ledger.ts'
import { readLedger } from '../../../api/erasure/ledger-file.ts'
import type { CollectionRow } from '../../../api/store/collection-row.ts'
import { collections } from '../../../api/store/collections.ts'
import { pathOf } from '../../../api/store/sqlite.ts'
import type { Store } from '../../../api/store/store.ts'
import { hashOf, newCode, proofOf } from '../../../surveys/answers/withdrawal-words.ts'
import { anApp, aSentResponse } from '../fixture.ts'

let home: Awaited<ReturnType<typeof anApp>>
let ledger: Ledger
beforeEach(async () => {
  home = await anApp()
  ledger = home.context.ledger
})
afterEach(() => home.discard())

const again = () => ledgerIn(home.context.store, ledger.path, home.context.keyring, home.context.now)

async function aResponse() {
  const proof = proofOf(newCode((numbers) => crypto.getRandomValues(numbers)))
  const response = aSentResponse({ withdrawal: hashOf(proof) })
  expect((await request(home.app).put(`/api/responses/${response.id}`).send(response)).status).toBe(201)
  return { proof, id: response.id }
}
const withdraw = (proof: string) => request(home.app).post('/api/withdrawals/withdraw').send({ proof })

test('a withdrawal is in the ledger when it is answered: its id, and nothing of the answers', async () => {
  const { proof, id } = await aResponse()
  expect((await withdraw(proof)).body.outcome).toBe('done')
  const { entries } = readLedger(ledger.path, home.context.keyring)!
  expect(entries).toMatchObject([{ number: 1, kind: 'response', id, questionnaire: 'garde' }])
  expect(readFileSync(ledger.path, 'utf8')).not.toContain(proof)
})

test('while the ledger cannot be written nothing is withdrawn, and the person is asked to try again', async () => {
  const { proof, id } = await aResponse()
  await ledger.open()
  renameSync(ledger.path, `${ledger.path}.away`)
  mkdirSync(ledger.path)
  expect((await withdraw(proof)).status).toBe(503)
  expect(await home.context.store.responses.get(id)).not.toBeNull()
  rmSync(ledger.path, { recursive: true })
  renameSync(`${ledger.path}.away`, ledger.path)
  expect((await withdraw(proof)).body.outcome).toBe('done')
  // what the failed try left in the store stands in the file too: the chain has no hole
  expect(readLedger(ledger.path, home.context.keyring)!.entries.map(({ number }) => number)).toEqual([1, 2])
})

test('a ledger that is missing, shortened, changed or another store’s is refused in one sentence', async () => {
  const [first, second] = [await aResponse(), await aResponse()]
  await withdraw(first.proof)
  const older = readFileSync(ledger.path, 'utf8')
  await withdraw(second.proof)
  const whole = readFileSync(ledger.path, 'utf8')
  const lines = whole.trimEnd().split('\n')
  const cases: [string | null, RegExp][] = [
    [null, /est introuvable : remettez-le/],
    [older, /plus court que ce que la base a noté \(2 effacements\)/],
    [`${lines.slice(0, 2).join('\n')}\n`, /plus court qu’il ne l’a été \(1 effacement au lieu de 2\)/],
    [whole.replace('"erasures":{"number":2', '"erasures":{"number":1'), /a été modifié ou abîmé/],
    [whole.replace(/"kind":"response"/, '"kind":"contacts"'), /a été modifié ou abîmé/],
    [[lines[0], lines[2]].join('\n'), /a été modifié ou abîmé/],
    [whole.replace(home.context.keyring.id, 'autre'), /n’est pas celui de cette base/],
    ['', /a été modifié ou abîmé/],
  ]
  for (const [text, why] of cases) {
    rmSync(ledger.path)
    if (text !== null) writeFileSync(ledger.path, text, { mode: 0o600 })
    await expect(again().open()).rejects.toThrow(why)
    writeFileSync(ledger.path, whole, { mode: 0o600 })
  }
  expect(await again().open()).toBe(0)
  chmodSync(ledger.path, 0o666)
  await expect(again().open()).rejects.toThrow(/est ouvert à d’autres comptes de cette machine : tapez « chmod 600/)
})

test('a line cut short by a power cut is passed over, and the next one begins anew', async () => {
  const first = await aResponse()
  const second = await aResponse()
  await withdraw(first.proof)
  appendFileSync(ledger.path, '{"number":2,"at":"20')
  await withdraw(second.proof)
  expect(readLedger(ledger.path, home.context.keyring)!.entries.map(({ id }) => id)).toEqual([first.id, second.id])
  expect(await again().open()).toBe(0)
})

test('fifty answers withdrawn stay gone when an older copy of the base is put back by hand', async () => {
  const all = []
  for (let count = 0; count < 60; count++) all.push(await aResponse())
  const { place } = home
  const base = pathOf(place.storeUrl)
  await home.context.close()
  copyFileSync(base, `${base}.copy`)
  home.context = await openContext(place, () => new Date('2024-05-07T07:08:09Z'))
  for (const { id } of all.slice(0, 50)) {
    await home.context.ledger.record('response', id, 'garde')
    await home.context.store.responses.remove(id)
  }
  await home.context.close()
  copyFileSync(`${base}.copy`, base)
  home.context = await openContext(place, () => new Date('2024-05-08T07:08:09Z'))
  expect(await home.context.store.responses.count('garde')).toBe(60)
  expect(await home.context.ledger.open()).toBe(50)
  expect(await home.context.store.responses.count('garde')).toBe(10)
  expect(await home.context.store.responses.get(all[0]!.id)).toBeNull()
}, 60_000)

test('an empty base beside a ledger that has served is a base that was lost; a new one leaves the ledger aside', async () => {
  const { proof } = await aResponse()
  await withdraw(proof)
  const { place } = home
  await home.context.close()
  rmSync(place.dataDir, { recursive: true })
  const now = () => new Date('2024-05-08T07:08:09Z')
  await expect(openContext(place, now)).rejects.toThrow(/vide ou absente.*npm run restore/)
  const said: string[] = []
  home.context = await openContext(place, now, (sentence) => said.push(sentence), { newStore: true })
  expect(await home.context.ledger.open()).toBe(0)
  expect(said.join(' ')).toContain('registre des effacements')
})

test('what another process writes at that instant is not taken for a file that was lost or shortened', async () => {
  const { store, keyring, now } = home.context
  const notes = store.collection(collections.ledgers)
  const amid = (write: () => Promise<unknown>) => {
    const once = { write: write as (() => Promise<unknown>) | null }
    const first = async () => {
      const { write } = once
      once.write = null
      await write?.()
    }
    const seen: typeof notes = {
      ...notes,
      get: (id) => first().then(() => notes.get(id)),
      list: () => first().then(() => notes.list()),
    }
    const crossed: Store = {
      ...store,
      collection: ((row: CollectionRow<unknown>) => (row.name === 'ledgers' ? seen : store.collection(row))) as never,
    }
    return ledgerIn(crossed, ledger.path, keyring, now)
  }
  expect(readLedger(ledger.path, home.context.keyring)).toBeNull()
  expect(await amid(() => again().open()).open()).toBe(0)
  expect(await amid(() => again().record('response', 'gone', 'garde')).open()).toBe(0)
  expect(await amid(() => again().record('response', 'gone too', 'garde')).compare()).toEqual({
    erasures: 2,
    missed: 0,
  })
  expect(readLedger(ledger.path, home.context.keyring)!.head.number).toBe(2)
})

test('two machines number their erasures together, and each file ends with those of both', async () => {
  const { store, keyring, now } = home.context
  const other = ledgerIn(store, join(dirname(ledger.path), 'other.jsonl'), keyring, now)
  await ledger.open()
  // a second machine has no file yet though the store has a ledger: it is asked for one
  await expect(other.open()).rejects.toThrow(/est introuvable/)
  await other.rebuild()
  await Promise.all(
    [ledger, other].flatMap((one, machine) =>
      Array.from({ length: 10 }, (_, index) => one.record('response', `${machine}-${index}`, 'garde')),
    ),
  )
  for (const one of [ledger, other]) {
    await one.record('response', `last ${one.path}`, 'garde')
  }
  await ledgerIn(store, ledger.path, keyring, now).open()
  const [mine, theirs] = [readLedger(ledger.path, home.context.keyring)!, readLedger(other.path, home.context.keyring)!]
  expect(mine.entries).toHaveLength(22)
  expect(mine.head).toEqual(theirs.head)
})

test('a lost file is written anew from the store, and only when it is lost', async () => {
  const { proof } = await aResponse()
  await withdraw(proof)
  await expect(ledger.rebuild()).rejects.toThrow(/il n’y a rien à refaire/)
  const { head } = readLedger(ledger.path, home.context.keyring)!
  rmSync(ledger.path)
  expect(await again().rebuild()).toBe(1)
  expect(readLedger(ledger.path, home.context.keyring)!.head).toEqual(head)
  expect(await again().open()).toBe(0)
})
