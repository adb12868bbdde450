import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Db, MongoClient } from 'mongodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openMongodb } from '../../../api/store/mongodb.ts'
import { StoreUnavailable } from '../../../api/store/store.ts'
import { ended, memberOn, mongodFile, setName } from '../../services/mongod.ts'
import { startMongodb } from '../../services/mongodb.ts'
import { freePort } from '../../services/ports.ts'
import { aRow, storeContract } from '../../store-contract.ts'

const server = await startMongodb()
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

describe.skipIf(server === null)('on a replica set of one', () => {
  afterAll(() => server?.stop())

  storeContract('MongoDB', async () => {
    const url = nextUrl()
    return { open: (warn) => openMongodb(url, warn), discard: async () => {} }
  })

  // 500 removed documents once left 1,500 rows, and a list read them all
  test('what is removed or purged leaves no row, and a changed document one', async () => {
    const url = nextUrl()
    const store = await openMongodb(url)
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

  test('a base of another format is refused with its number, and left as it is', async () => {
    const url = nextUrl()
    await (await openMongodb(url)).close()
    const set = { $set: { version: 2 } }
    await inBase(url, (base) => base.collection<{ _id: string }>('meta').updateOne({ _id: 'schema' }, set))
    await expect(openMongodb(url)).rejects.toThrow(
      /format \(2\) .* installez la version qui l’a faite.*rien n’a été modifié/,
    )
    await inBase(url, async (base) => {
      expect(await base.collection('meta').find().toArray()).toEqual([{ _id: 'schema', version: 2 }])
    })
  })
})

// one answer and its code are written as one, which a lone server cannot do
describe.skipIf(server === null)('a lone mongod is refused with the line that makes it a replica set of one', () => {
  const line = /mongod --replSet rs0 .*mongosh --eval "rs\.initiate\(\)"/

  test.each([true, false])('whether it was told the name of the set (%s) or not', async (isNamed) => {
    const folder = mkdtempSync(join(tmpdir(), 'ctg-lone-'))
    const port = await freePort()
    const child = await memberOn(mongodFile()!, folder, port, isNamed ? setName : null)
    try {
      await expect(openMongodb(`mongodb://127.0.0.1:${port}/base`)).rejects.toThrow(line)
    } finally {
      await ended(child)
      rmSync(folder, { recursive: true })
    }
  })
})

test('a server that does not answer has one sentence, without the password', async () => {
  const opening = openMongodb('mongodb://agent:motdepasse@127.0.0.1:9/base')
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
    const store = await openMongodb(`${own.url}base`)
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
