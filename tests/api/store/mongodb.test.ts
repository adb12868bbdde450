import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openMongodb } from '../../../api/store/mongodb.ts'
import { StoreUnavailable } from '../../../api/store/store.ts'
import { startMongodb } from '../../services/mongodb.ts'
import { aRow, storeContract } from '../../store-contract.ts'

const server = await startMongodb()
let bases = 0
const nextUrl = () => `${server!.url}test_${process.pid}_${bases++}`

describe.skipIf(server === null)('with a real server', () => {
  afterAll(() => server?.stop())

  storeContract(`MongoDB (${server?.name})`, async () => {
    const url = nextUrl()
    return { open: () => openMongodb(url, { standaloneAccepted: true }), discard: async () => {} }
  })

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

test('a server that does not answer is told in one sentence, without the password', async () => {
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

  test('sheets are refused while it is gone, taken in again when it is back, and none is lost', async () => {
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
