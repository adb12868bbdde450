import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { backUp } from '../../../api/operations/backup.ts'
import { deeds } from '../../../api/operations/deeds.ts'
import { journalNotes } from '../../../api/operations/journal-notes.ts'
import { collections } from '../../../api/store/collections.ts'
import { anOffice, type Office } from '../accounts/office.ts'

let office: Office
beforeAll(async () => {
  office = await anOffice()
})
afterAll(() => office.discard())

const collection = () => office.context.store.collection(collections.audit)
const audit = () => office.context.audit
const id = (number: number) => String(number).padStart(12, '0')

beforeEach(async () => {
  for (const stored of await collection().list()) await collection().remove(stored.id)
  await office.context.store.collection(collections.auditEnd).remove('end')
  for (let line = 0; line < 30; line++)
    await audit().record({ who: 'alix', what: 'exported', about: `familles ${line}` })
})

// « a changé la collectivité : : Plan d’actions »
test('the page puts the colon between a deed and what it is about: no deed ends with its own', () => {
  expect(Object.values(deeds).filter((words) => /[:\s\u202f]$/.test(words))).toEqual([])
})

test('an untouched journal is whole, and an empty one too', async () => {
  expect(await audit().verify()).toMatchObject({ lines: 30, faults: [] })
  for (const stored of await collection().list()) await collection().remove(stored.id)
  await office.context.store.collection(collections.auditEnd).remove('end')
  expect(await audit().verify()).toMatchObject({ lines: 0, faults: [] })
})

test('a changed line is found, whichever part of it was changed', async () => {
  const { value, revision } = (await collection().get(id(12)))!
  for (const change of [
    { who: 'bo' },
    { at: '2020-01-01T00:00:00.000Z' },
    { about: '' },
    { details: { n: 1 } },
    { what: 'purged' as const },
  ]) {
    const next = await collection().put(id(12), { ...value, ...change }, (await collection().get(id(12)))!.revision)
    expect(next).not.toBe('changed')
    expect((await audit().verify()).faults).toEqual([{ number: 12, why: 'a été changée' }])
  }
  expect(revision).toBe(1)
})

test('a removed line is found, at the start, in the middle and at the end', async () => {
  for (const number of [1, 17, 30]) {
    const { value } = (await collection().get(id(number)))!
    await collection().remove(id(number))
    expect((await audit().verify()).faults[0]).toEqual({ number, why: 'manque' })
    await collection().put(id(number), value, null)
  }
  expect((await audit().verify()).faults).toEqual([])
})

test('lines cut off the end are found by the line somebody noted, and so is an end that is gone', async () => {
  const { last } = await audit().verify()
  const noted = [{ number: 30, hash: last, by: 'la note' }]
  expect((await audit().verify(noted)).faults).toEqual([])
  for (const number of [28, 29, 30]) await collection().remove(id(number))
  await office.context.store.collection(collections.auditEnd).remove('end')
  const gone = { number: 27, why: 'n’est pas la fin que le serveur avait notée' }
  expect((await audit().verify()).faults).toEqual([gone])
  expect((await audit().verify(noted)).faults).toEqual([gone, { number: 30, why: 'n’est plus celle que dit la note' }])
})

test('two lines exchanged are found', async () => {
  const [a, b] = [(await collection().get(id(5)))!, (await collection().get(id(6)))!]
  await collection().put(id(5), { ...b.value, number: 5 }, a.revision)
  await collection().put(id(6), { ...a.value, number: 6 }, b.revision)
  expect((await audit().verify()).faults.length).toBeGreaterThan(1)
})

test('pages hold the newest lines first', async () => {
  for (let line = 30; line < 130; line++) await audit().record({ who: 'alix', what: 'exported' })
  const [newest, older] = [await audit().page(0), await audit().page(1)]
  expect(newest.pages).toBe(2)
  expect(newest.lines.map(({ number }) => number)).toEqual(Array.from({ length: 31 }, (_, index) => 130 - index))
  expect(older.lines).toHaveLength(99)
  expect((await audit().page(2)).lines).toEqual([])
})

test('an end cut off and rewritten without the keyring is found: by its seal, or by the ledger and the backups', async () => {
  const own = await anOffice()
  onTestFinished(() => own.discard())
  const { audit, store, keyring, ledger, now } = own.context
  const [lines, ends] = [store.collection(collections.audit), store.collection(collections.auditEnd)]
  const faults = async () => (await audit.verify(await journalNotes(own.context))).faults
  const write = async (count: number, about: string) => {
    for (let line = 0; line < count; line++) await audit.record({ who: 'alix', what: 'exported', about })
  }
  await ledger.open()
  await write(10, 'before')
  const before = (await ends.get('end'))!.value
  await write(5, 'cut off')
  await backUp(store, keyring, { folder: join(dirname(ledger.path), 'backups'), days: 30, now: now() })
  expect(await faults()).toEqual([])
  const last = before.number + 5
  for (let number = before.number + 1; number <= last; number++) await lines.remove(id(number))
  const rewrite = async (end: typeof before) => ends.put('end', end, (await ends.get('end'))!.revision)
  await rewrite({ ...before, seal: 'a'.repeat(43) })
  expect((await audit.verify()).faults).toEqual([
    { number: before.number, why: 'n’est pas la fin que le serveur avait notée' },
  ])
  // an end the server had sealed itself, kept by whoever could read the base
  await rewrite(before)
  const said = [
    { number: last, why: 'n’est plus celle que dit le registre des effacements' },
    { number: last, why: expect.stringMatching(/^n’est plus celle que dit la sauvegarde du /) },
  ]
  expect(await faults()).toEqual(said)
  // nor does what the server writes afterwards hide it
  await write(8, 'after')
  expect(await faults()).toEqual(said)
})
