/** The rules of the store, written once and run by each adapter. */
import { randomBytes, randomUUID } from 'node:crypto'
import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { DamagedDocument } from '../api/store/collection.ts'
import { collectionRow } from '../api/store/collection-row.ts'
import type { IdRange, Store, StoredRecord, StoredResponse } from '../api/store/store.ts'

export const aRow = (change: Partial<StoredResponse> = {}): StoredResponse => ({
  id: randomUUID(),
  questionnaire: 'essai',
  version: 1,
  receivedAt: '2024-05-06T07:08:09.000Z',
  trial: true,
  digest: randomBytes(32).toString('base64url'),
  sealed: new Uint8Array(randomBytes(300)),
  key: 'k1',
  withdrawal: null,
  ...change,
})

const countRow = collectionRow({
  name: 'essais',
  schema: z.number(),
  holds: '',
  personal: null,
  why: '',
  retention: '',
  setting: null,
  inBackups: true,
})

const all = async (store: Store, questionnaire: string, size?: number, range?: IdRange) => {
  const blocks: StoredResponse[][] = []
  for await (const block of store.responses.blocks(questionnaire, size, range)) blocks.push(block)
  return blocks
}

/** @param open gives the same base each time it is called within a test, a fresh one in the next test */
export function storeContract(
  name: string,
  base: () => Promise<{ open(warn?: (sentence: string) => void): Promise<Store>; discard(): Promise<void> }>,
) {
  describe(`the store on ${name}`, () => {
    let store: Store
    let place: Awaited<ReturnType<typeof base>>
    beforeEach(async () => {
      place = await base()
      store = await place.open()
    })
    afterEach(async () => {
      await store.close()
      await place.discard()
    })

    test('examined, it says how it is held, and that its structure is whole', async () => {
      await store.responses.insert(aRow())
      const { topology, faults } = await store.examine()
      expect(topology).toMatch(/\S/)
      // null: its server alone can look
      expect(faults ?? []).toEqual([])
    })

    test('stores a response once, recognises the same again and refuses another content', async () => {
      const row = aRow()
      expect(await store.responses.insert(row)).toBe('new')
      expect(await store.responses.insert({ ...row, receivedAt: '2025-01-01T00:00:00.000Z' })).toBe('same')
      expect(await store.responses.insert({ ...row, digest: 'other' })).toBe('conflict')
      expect(await store.responses.get(row.id)).toEqual(row)
      expect(await store.responses.count('essai')).toBe(1)
    })

    test('gives back every byte, with and without a key', async () => {
      const bytes = Uint8Array.from({ length: 256 }, (_, index) => index)
      const rows = [aRow({ sealed: bytes }), aRow({ sealed: bytes, key: null, trial: false })]
      for (const row of rows) await store.responses.insert(row)
      for (const row of rows) expect(await store.responses.get(row.id)).toEqual(row)
    })

    test('of two responses that arrive together under one id stores exactly one', async () => {
      const outcomes: string[] = []
      for (let turn = 0; turn < 8; turn++) {
        const rows = Array.from({ length: 25 }, () => aRow())
        const pairs = rows.flatMap((row) => [row, { ...row, digest: `${row.digest}x` }])
        outcomes.push(...(await Promise.all(pairs.map((row) => store.responses.insert(row)))))
      }
      expect(outcomes.filter((outcome) => outcome === 'new')).toHaveLength(200)
      expect(outcomes.filter((outcome) => outcome === 'conflict')).toHaveLength(200)
      expect(await store.responses.count('essai')).toBe(200)
    })

    test('reads in blocks ordered by id, whatever the order they came in', async () => {
      const rows = Array.from({ length: 25 }, () => aRow())
      await Promise.all([
        ...rows.map((row) => store.responses.insert(row)),
        store.responses.insert(aRow({ questionnaire: 'autre' })),
      ])
      const blocks = await all(store, 'essai', 10)
      expect(blocks.map((block) => block.length)).toEqual([10, 10, 5])
      expect(blocks.flat().map(({ id }) => id)).toEqual(rows.map(({ id }) => id).sort())
      expect(await all(store, 'rien')).toEqual([])
      const ids = blocks.flat().map(({ id }) => id)
      const some = await all(store, 'essai', 4, { after: ids[2]!, upTo: ids[12]! })
      expect(some.flat().map(({ id }) => id)).toEqual(ids.slice(3, 13))
    })

    test('lists what is stored without reading it, and reads some of it', async () => {
      const rows = Array.from({ length: 5 }, () => aRow()).toSorted((a, b) => (a.id < b.id ? -1 : 1))
      for (const row of rows) await store.responses.insert(row)
      await store.responses.insert(aRow({ questionnaire: 'autre' }))
      const digests = []
      for await (const page of store.responses.digests('essai')) digests.push(...page)
      expect(digests).toEqual(rows.map(({ id, digest }) => ({ id, digest })))
      const wanted = [rows[3]!, rows[1]!]
      expect(await store.responses.some([...wanted.map(({ id }) => id), aRow().id])).toEqual([rows[1], rows[3]])
      expect(await store.responses.some([])).toEqual([])
    })

    test('newcomers are given alone; once a response was changed or removed, the store says that it cannot tell', async () => {
      const [one, two, three] = [aRow(), aRow(), aRow()]
      const news = (mark: string | null) => store.responses.newcomers('essai', mark)
      await store.responses.insert(one)
      const first = await news(null)
      expect(first.ids).toBeNull()
      // without a mark the reader lists digests: that store promises nothing here
      if (first.mark === null) return
      expect(await news(first.mark)).toEqual({ mark: first.mark, ids: [] })
      await store.responses.insert(two)
      await store.responses.insert(aRow({ questionnaire: 'autre' }))
      const second = await news(first.mark)
      expect(second.ids).toEqual([two.id])
      expect((await news(second.mark)).ids).toEqual([])
      await store.responses.replace({ ...one, digest: 'other' }, one.digest)
      const corrected = await news(second.mark)
      expect(corrected.ids).toBeNull()
      await store.responses.remove(two.id)
      // the row of a newcomer has the number of the one that is gone
      await store.responses.insert(three)
      const withdrawn = await news(corrected.mark)
      expect(withdrawn.ids).toBeNull()
      await store.eraseTraces()
      expect((await news(withdrawn.mark)).ids).toBeNull()
      const numbered = await news(null)
      await store.responses.removeTrial('autre')
      expect((await news(numbered.mark)).ids).toBeNull()
    })

    test('gives one response of each key in use, whatever the questionnaire, and none stored as plain JSON', async () => {
      expect(await store.responses.keySamples()).toEqual([])
      const rows = ['k2', 'k1', 'k2', null, 'k1'].map((key) =>
        aRow({ key, questionnaire: key === 'k1' ? 'autre' : 'essai' }),
      )
      for (const row of rows) await store.responses.insert(row)
      const first = (key: string) =>
        rows
          .filter((row) => row.key === key)
          .map(({ id }) => id)
          .toSorted()[0]
      expect(await store.responses.keySamples()).toEqual([
        { key: 'k1', questionnaire: 'autre', id: first('k1') },
        { key: 'k2', questionnaire: 'essai', id: first('k2') },
      ])
    })

    test('replaces only the response it was shown, and removes', async () => {
      const row = aRow()
      await store.responses.insert(row)
      const mended = { ...row, digest: 'mended', sealed: new Uint8Array([1, 2, 3]) }
      expect(await store.responses.replace(mended, 'stale')).toBe(false)
      expect(await store.responses.replace(mended, row.digest)).toBe(true)
      expect(await store.responses.get(row.id)).toEqual(mended)
      expect(await store.responses.remove(row.id)).toBe(true)
      expect(await store.responses.remove(row.id)).toBe(false)
      expect(await store.responses.get(row.id)).toBe(null)
    })

    test('removes the trial responses of one questionnaire and nothing else', async () => {
      for (const row of [aRow(), aRow(), aRow({ trial: false }), aRow({ questionnaire: 'autre' })])
        await store.responses.insert(row)
      expect(await store.responses.removeTrial('essai')).toBe(2)
      expect(await store.responses.count('essai')).toBe(1)
      expect(await store.responses.count('autre')).toBe(1)
    })

    test('finds a response by the hash of its code until the hashes are destroyed; the responses stay', async () => {
      const rows = [aRow({ withdrawal: 'a'.repeat(43) }), aRow({ withdrawal: 'b'.repeat(43) }), aRow()]
      for (const row of rows) await store.responses.insert(row)
      expect(await store.responses.byWithdrawal('b'.repeat(43))).toEqual(rows[1])
      expect(await store.responses.byWithdrawal('c'.repeat(43))).toBeNull()
      const moved = { ...rows[1]!, digest: 'new' }
      expect(await store.responses.replace(moved, rows[1]!.digest)).toBe(true)
      expect(await store.responses.byWithdrawal('b'.repeat(43))).toEqual(moved)
      expect(await store.responses.forgetWithdrawals('autre')).toBe(0)
      expect(await store.responses.forgetWithdrawals('essai')).toBe(2)
      expect(await store.responses.byWithdrawal('a'.repeat(43))).toBeNull()
      expect(await store.responses.count('essai')).toBe(3)
    })

    const invited = (hash: string) => ({ hash, questionnaire: 'essai' })

    test('a response with a code is stored and the code spent, or neither', async () => {
      await store.codes.add('essai', 'lot-1', ['a', 'b'])
      const row = aRow()
      expect(await store.responses.insertInvited(row, invited('z'))).toBe('code-unknown')
      expect(await store.responses.insertInvited(row, { hash: 'a', questionnaire: 'autre' })).toBe('code-unknown')
      expect(await store.responses.get(row.id)).toBe(null)
      expect(await store.responses.insertInvited(row, invited('a'))).toBe('new')
      expect(await store.codes.state(invited('a'))).toBe('spent')
      expect(await store.responses.insertInvited(aRow(), invited('a'))).toBe('code-spent')
      expect(await store.responses.count('essai')).toBe(1)
      expect(await store.codes.state(invited('b'))).toBe('free')
    })

    test('a tombstone keeps a response out, with a code or without, and the code stays free', async () => {
      await store.codes.add('essai', 'lot-1', ['a'])
      const row = aRow()
      await store.documents('tombstones').put(row.id, { questionnaire: 'essai' }, null)
      expect(await store.responses.insert(row, 'tombstones')).toBe('withdrawn')
      expect(await store.responses.insertInvited(row, invited('a'), 'tombstones')).toBe('withdrawn')
      expect(await store.responses.get(row.id)).toBe(null)
      expect(await store.codes.state(invited('a'))).toBe('free')
      expect(await store.responses.insertInvited(aRow(), invited('a'), 'tombstones')).toBe('new')
    })

    test('of responses and withdrawals that cross, none stays', async () => {
      const rows = Array.from({ length: 40 }, () => aRow())
      await Promise.all(
        rows.flatMap((row) => [
          store.responses.insert(row, 'tombstones'),
          store
            .documents('tombstones')
            .put(row.id, {}, null)
            .then(() => store.responses.remove(row.id)),
        ]),
      )
      expect(await store.responses.count('essai')).toBe(0)
    })

    test('the same response sent again with its code is the same, and another content is a conflict', async () => {
      await store.codes.add('essai', 'lot-1', ['a', 'b'])
      const row = aRow()
      await store.responses.insertInvited(row, invited('a'))
      expect(await store.responses.insertInvited(row, invited('a'))).toBe('same')
      expect(await store.responses.insertInvited(row, invited('b'))).toBe('same')
      expect(await store.responses.insertInvited({ ...row, digest: 'other' }, invited('b'))).toBe('conflict')
      expect(await store.codes.state(invited('b'))).toBe('free')
    })

    test('of forty responses that race for one code stores exactly one, and of one response sent forty times too', async () => {
      await store.codes.add('essai', 'lot-1', ['a', 'b'])
      const race = await Promise.all(
        Array.from({ length: 40 }, () => store.responses.insertInvited(aRow(), invited('a'))),
      )
      expect(race.filter((outcome) => outcome === 'new')).toHaveLength(1)
      expect(race.filter((outcome) => outcome === 'code-spent')).toHaveLength(39)
      const row = aRow()
      const again = await Promise.all(
        Array.from({ length: 40 }, () => store.responses.insertInvited(row, invited('b'))),
      )
      expect(again.filter((outcome) => outcome === 'new')).toHaveLength(1)
      expect(again.filter((outcome) => outcome === 'same')).toHaveLength(39)
      expect(await store.responses.count('essai')).toBe(2)
      expect((await all(store, 'essai')).flat()).toHaveLength(2)
    })

    // a twin that found the code spent was refused for its own response, and several were each the first
    test('of 800 twins, forty of each of twenty responses, acknowledges each response as new once, and reports its code spent to none', async () => {
      const rows = Array.from({ length: 20 }, () => aRow())
      await store.codes.add(
        'essai',
        'lot-1',
        rows.map(({ id }) => id),
      )
      for (const row of rows) {
        const twins = Array.from({ length: 40 }, () => store.responses.insertInvited(row, invited(row.id)))
        const outcomes = (await Promise.all(twins)).toSorted()
        expect(outcomes).toEqual(['new', ...Array.from({ length: 39 }, () => 'same')])
      }
      expect((await all(store, 'essai')).flat()).toHaveLength(20)
      expect(await store.codes.counts('essai')).toEqual([{ batch: 'lot-1', codes: 20, spent: 20 }])
    }, 60_000)

    test('counts codes by batch, cancels those nobody used, and forgets all of a questionnaire', async () => {
      await store.codes.add('essai', 'lot-2', ['c'])
      await store.codes.add('essai', 'lot-1', ['a', 'b'])
      await store.codes.add('autre', 'lot-1', ['d'])
      await store.responses.insertInvited(aRow(), invited('a'))
      expect(await store.codes.counts('essai')).toEqual([
        { batch: 'lot-1', codes: 2, spent: 1 },
        { batch: 'lot-2', codes: 1, spent: 0 },
      ])
      expect(await store.codes.cancel('essai', 'lot-1')).toBe(1)
      expect(await store.codes.state(invited('b'))).toBe(null)
      expect(await store.codes.state(invited('a'))).toBe('spent')
      expect(await store.codes.removeAll('essai')).toBe(2)
      expect(await store.codes.counts('autre')).toHaveLength(1)
    })

    test('removes every response of one questionnaire, and erases their traces', async () => {
      for (const row of [aRow(), aRow({ trial: false }), aRow({ questionnaire: 'autre' })])
        await store.responses.insert(row)
      expect(await store.responses.removeAll('essai')).toBe(2)
      await store.eraseTraces()
      expect(await store.responses.count('essai')).toBe(0)
      expect(await store.responses.count('autre')).toBe(1)
    })

    test('never overwrites a document that changed in between', async () => {
      const collection = store.documents('tables')
      expect(await collection.get('zones')).toBe(null)
      expect(await collection.put('zones', { title: 'Zones' }, null)).toBe(1)
      expect(await collection.put('zones', { title: 'Autre' }, null)).toBe('changed')
      expect(await collection.put('zones', { title: 'Sud', $where: 'x', 'a.b': null }, 1)).toBe(2)
      expect(await collection.put('zones', { title: 'Nord' }, 1)).toBe('changed')
      expect(await collection.get('zones')).toEqual({
        id: 'zones',
        revision: 2,
        value: { title: 'Sud', $where: 'x', 'a.b': null },
      })
      expect(await collection.remove('zones', 1)).toBe(false)
      expect(await collection.remove('zones', 2)).toBe(true)
      expect(await collection.remove('zones')).toBe(false)
    })

    test('of twenty writers that saw the same revision lets one through', async () => {
      const collection = store.documents('settings')
      await collection.put('counter', 0, null)
      const outcomes = await Promise.all(Array.from({ length: 20 }, (_, index) => collection.put('counter', index, 1)))
      expect(outcomes.filter((outcome) => outcome === 2)).toHaveLength(1)
      expect(outcomes.filter((outcome) => outcome === 'changed')).toHaveLength(19)
    })

    test('lists one collection by prefix, ordered by id', async () => {
      const versions = store.documents('versions')
      for (const [index, id] of ['b@1', 'a@2', 'a@10', 'a@1'].entries()) await versions.put(id, index, null)
      await store.documents('versions-autres').put('a@3', 9, null)
      expect((await versions.list()).map(({ id }) => id)).toEqual(['a@1', 'a@10', 'a@2', 'b@1'])
      expect((await versions.list('a@1')).map(({ id, value }) => [id, value])).toEqual([
        ['a@1', 3],
        ['a@10', 2],
      ])
      expect(await versions.list('c')).toEqual([])
    })

    const dumped = async (from: Store) => {
      const records: StoredRecord[] = []
      for await (const page of from.dump()) records.push(...page)
      return records
    }
    const sorted = (records: StoredRecord[]) => records.map((record) => JSON.stringify(record)).toSorted()

    async function filled(): Promise<StoredResponse[]> {
      const rows = Array.from({ length: 600 }, (_, index) => aRow({ withdrawal: index % 2 ? `w${index}` : null }))
      for (let at = 0; at < rows.length; at += 100)
        await Promise.all(rows.slice(at, at + 100).map((row) => store.responses.insert(row)))
      await store.codes.add('essai', 'lot-1', ['a', 'b', 'c'])
      await store.responses.insertInvited(aRow({ key: null, trial: false }), invited('a'))
      const collection = store.documents<{ title: string; $set?: number }>('tables')
      await collection.put('zones', { title: 'Zones' }, null)
      await collection.put('zones', { title: 'Sud', $set: 1 }, 1)
      await collection.put('gone', { title: 'Parti' }, null)
      await collection.remove('gone')
      for (let index = 0; index < 300; index++) await store.documents<number>('audit').put(`n${index}`, index, null)
      return rows
    }

    test('a dump loaded into an empty store gives the same dump, revisions and spent codes included', async () => {
      expect(await store.isEmpty()).toBe(true)
      expect(await dumped(store)).toEqual([])
      await filled()
      expect(await store.isEmpty()).toBe(false)
      const records = await dumped(store)
      expect(records).toHaveLength(601 + 3 + 301)
      const other = await base()
      const copy = await other.open()
      for (let at = 0; at < records.length; at += 100) await copy.load(records.slice(at, at + 100))
      // an interrupted load is taken up again from its beginning
      await copy.load(records.slice(0, 200))
      expect(sorted(await dumped(copy))).toEqual(sorted(records))
      expect(await copy.documents('tables').get('zones')).toMatchObject({
        revision: 2,
        value: { title: 'Sud', $set: 1 },
      })
      expect(await copy.documents('tables').put('zones', { title: 'Nord' }, 2)).toBe(3)
      expect(await copy.codes.state(invited('a'))).toBe('spent')
      await copy.close()
      await other.discard()
    })

    test('a dump taken while others write has all that was durable before it, each once, with its document', async () => {
      const rows = await filled()
      let isDone = false
      const writing = (async () => {
        for (let number = 0; !isDone; number++) {
          await store.documents<number>('versions').put(`essai@${number}`, number, null)
          await store.responses.insert(aRow({ version: number }))
          await store.documents<number>('settings').put('counter', number, number === 0 ? null : number)
        }
      })()
      const records = await dumped(store)
      isDone = true
      await writing
      const ids = records.flatMap((record) => (record.kind === 'response' ? [record.row.id] : []))
      expect(new Set(ids).size).toBe(ids.length)
      expect(rows.filter(({ id }) => !ids.includes(id))).toEqual([])
      const versions = new Set(
        records.flatMap((record) =>
          record.kind === 'document' && record.collection === 'versions' ? [record.value] : [],
        ),
      )
      const written = records.flatMap((record) =>
        record.kind === 'response' && record.row.version !== 1 ? [record.row.version] : [],
      )
      expect(written.filter((version) => !versions.has(String(version)))).toEqual([])
    })

    test('of twenty edits of one document at once, none is lost', async () => {
      const counts = store.collection(countRow)
      await Promise.all(Array.from({ length: 20 }, () => counts.update('visites', (count) => (count ?? 0) + 1)))
      expect(await counts.get('visites')).toEqual({ id: 'visites', revision: 20, value: 20 })
    })

    test('an edit that gives null writes nothing, and what it throws comes out', async () => {
      const counts = store.collection(countRow)
      expect(await counts.update('visites', () => null)).toBe(null)
      expect(await counts.get('visites')).toBe(null)
      expect(await counts.update('visites', async () => 3)).toEqual({ id: 'visites', revision: 1, value: 3 })
      const refusal = new Error('no')
      const refused = counts.update('visites', () => {
        throw refusal
      })
      await expect(refused).rejects.toBe(refusal)
      expect((await counts.get('visites'))?.revision).toBe(1)
    })

    test('numbers asked for at once are all different and follow the first', async () => {
      const counts = store.collection(countRow)
      await counts.put('lot-2', 0, null)
      const next = () => counts.insertNext(1, (number) => ({ id: `lot-${number}`, value: number }))
      const numbers = await Promise.all(Array.from({ length: 8 }, next))
      expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 3, 4, 5, 6, 7, 8, 9])
      expect((await counts.get('lot-9'))?.value).toBe(9)
    })

    test('a damaged document is named once; the others are read, and it can be removed', async () => {
      await store.close()
      const warnings: string[] = []
      store = await place.open((sentence) => warnings.push(sentence))
      const counts = store.collection(countRow)
      await counts.put('bon', 1, null)
      await store.documents(countRow.name).put('faux', 'secret-mot', null)
      for (const _ of [1, 2]) expect((await counts.list()).map(({ id }) => id)).toEqual(['bon'])
      await expect(counts.get('faux')).rejects.toThrow(DamagedDocument)
      await expect(counts.update('faux', () => 2)).rejects.toThrow(DamagedDocument)
      const named = warnings.filter((sentence) => sentence.includes('essais/'))
      expect(named).toEqual([expect.stringContaining('essais/faux')])
      const printed = inspect(await counts.get('faux').catch((error) => error), { showHidden: true, depth: 9 })
      expect(printed + warnings.join()).not.toContain('secret-mot')
      expect(await counts.remove('faux')).toBe(true)
      expect(await counts.get('faux')).toBe(null)
    })

    test('has everything again after it was closed and opened', async () => {
      const row = aRow()
      await store.responses.insert(row)
      await store.documents('settings').put('site', 'Tarn', null)
      await store.close()
      store = await place.open()
      expect(await store.responses.get(row.id)).toEqual(row)
      expect((await store.documents('settings').get('site'))?.value).toBe('Tarn')
    })
  })
}
