import { type Db, MongoClient } from 'mongodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openMongodb } from '../../../api/store/mongodb.ts'
import { StoreUnavailable } from '../../../api/store/store.ts'
import { startMongodb } from '../../services/mongodb.ts'
import { startReplicaSet } from '../../services/replica-set.ts'
import { aRow, storeContract } from '../../store-contract.ts'

const server = await startMongodb()
const replicaSet = await startReplicaSet()
let bases = 0
const nextUrl = () => `${server!.url}test_${process.pid}_${bases++}`

async function inBase<T>(url: string, work: (base: Db) => Promise<T>): Promise<T> {
  const client = await new MongoClient(url).connect()
  try {
    return await work(client.db())
  } finally {
    await client.close()
  }
}

/** Rows of a base, but for the one of its schema. */
const rowsIn = (url: string) =>
  inBase(url, async (base) => {
    const names = (await base.listCollections().toArray()).map(({ name }) => name).filter((name) => name !== 'meta')
    const counts = await Promise.all(names.map((name) => base.collection(name).countDocuments()))
    return counts.reduce((sum, count) => sum + count, 0)
  })

describe.skipIf(server === null)('with a real server', () => {
  afterAll(() => server?.stop())

  storeContract(`MongoDB (${server?.name})`, async () => {
    const url = nextUrl()
    return { open: (warn) => openMongodb(url, { standaloneAccepted: true, warn }), discard: async () => {} }
  })

  // 500 removed documents once left 1,500 rows, and a list read them all
  test('what is removed or purged leaves no row, and a changed document one', async () => {
    const url = nextUrl()
    const store = await openMongodb(url, { standaloneAccepted: true })
    const collection = store.documents<number>('settings')
    const names = Array.from({ length: 60 }, (_, index) => `d${index}`)
    for (const name of names) {
      await collection.put(name, 0, null)
      await collection.put(name, 1, 1)
    }
    await store.codes.add('essai', 'lot-1', ['a', 'b'])
    await store.responses.insertInvited(aRow(), { hash: 'a', questionnaire: 'essai' })
    await store.responses.insert(aRow())
    expect(await rowsIn(url)).toBe(60 + 2 + 2)
    for (const name of names) await collection.remove(name)
    await store.responses.removeAll('essai')
    await store.codes.removeAll('essai')
    await store.eraseTraces()
    expect(await rowsIn(url)).toBe(0)
    await store.close()
  }, 60_000)

  test('a base of the first shape, one row per revision, opens with what stood in it; a newer one is refused', async () => {
    const url = nextUrl()
    await inBase(url, async (base) => {
      const row = (name: string, revision: number, value: string | null) =>
        base.collection<{ _id: string }>('shelves').insertOne({
          _id: `settings/${name}#${revision}`,
          ...{ shelf: 'settings', name, revision, value },
        })
      await row('site', 1, null)
      await row('site', 2, '"Tarn"')
      await row('gone', 1, null)
      await row('gone', 2, '')
      await row('half', 1, '"old"')
      await row('half', 2, '"new"')
    })
    const store = await openMongodb(url, { standaloneAccepted: true })
    const collection = store.documents<string>('settings')
    expect((await collection.list()).map(({ id, revision, value }) => [id, revision, value])).toEqual([
      ['half', 2, 'new'],
      ['site', 2, 'Tarn'],
    ])
    await store.close()
    await inBase(url, async (base) => {
      expect(await base.collection('shelves').countDocuments()).toBe(0)
      const newer = { $set: { version: 3 } }
      await base.collection<{ _id: string }>('meta').updateOne({ _id: 'schema' }, newer)
    })
    await expect(openMongodb(url, { standaloneAccepted: true })).rejects.toThrow(/version plus récente/)
  })

  test('a turn whose holder died is taken from it, and a change in the meantime is not overwritten', async () => {
    const url = nextUrl()
    const store = await openMongodb(url, { standaloneAccepted: true })
    const collection = store.documents<string>('settings')
    await collection.put('site', 'Tarn', null)
    await inBase(url, (base) =>
      base.collection<{ _id: string }>('turns').insertOne({ _id: 'settings/site', ...{ holder: 'dead' } }),
    )
    expect(await Promise.all([collection.put('site', 'Agout', 1), collection.put('site', 'Dadou', 1)])).toEqual(
      expect.arrayContaining([2, 'changed']),
    )
    await store.close()
  }, 60_000)

  test('a server without a replica is refused unless the operator accepts it, and then warns each time', async () => {
    const url = nextUrl()
    await expect(openMongodb(url, {})).rejects.toThrow(/replica set.*MONGO_STANDALONE=accepted/)
    const warnings: string[] = []
    for (const _ of [1, 2]) {
      const store = await openMongodb(url, { standaloneAccepted: true, warn: (sentence) => warnings.push(sentence) })
      await store.close()
    }
    expect(warnings).toHaveLength(2)
    expect(warnings[0]).toMatch(/serveur seul/)
  })
})

describe.skipIf(replicaSet === null)('with a replica set of three', () => {
  afterAll(() => replicaSet?.stop())

  storeContract('MongoDB (replica set)', async () => {
    const url = replicaSet!.url(`test_${process.pid}_${bases++}`)
    return { open: (warn) => openMongodb(url, { warn }), discard: async () => {} }
  })
})

test('a server that does not answer has one sentence, without the password', async () => {
  const opening = openMongodb('mongodb://agent:motdepasse@127.0.0.1:9/base', { standaloneAccepted: true })
  const message = await opening.then(
    () => '',
    (error: Error) => error.message,
  )
  expect(message).toMatch(/^MongoDB ne répond pas à l’adresse mongodb:\/\/127\.0\.0\.1:9\/base/)
  expect(message).not.toContain('motdepasse')
})

describe.skipIf(server === null)('when the server goes away', () => {
  let own: NonNullable<Awaited<ReturnType<typeof startMongodb>>>
  beforeAll(async () => {
    own = (await startMongodb())!
  })

  test('responses are refused while it is gone, taken in again when it is back, and none is lost', async () => {
    const store = await openMongodb(`${own.url}base`, { standaloneAccepted: true })
    const [first, second] = [aRow(), aRow()]
    expect(await store.responses.insert(first)).toBe('new')
    await own.kill()
    await expect(store.responses.insert(second)).rejects.toThrow(StoreUnavailable)
    const back = (await startMongodb(own))!
    expect(await store.responses.insert(second)).toBe('new')
    expect(await store.responses.insert(first)).toBe('same')
    expect(await store.responses.count('essai')).toBe(2)
    await store.close()
    await back.stop()
  })
})
