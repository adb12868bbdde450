/** The store of several machines: MongoDB through its official driver, with simple operations only. */
import {
  type Binary,
  type Collection,
  type FindCursor,
  MongoClient,
  ReadConcern,
  type WriteConcernSettings,
} from 'mongodb'
import { Fault } from '../../cli/fault.ts'
import { asked, isDuplicate } from './mongodb-asked.ts'
import { codesIn, indexCodes, insertInvitedIn, type ResponseDocument } from './mongodb-codes.ts'
import { indexShelves, shelfIn } from './mongodb-shelf.ts'
import type { StoreOptions } from './open.ts'
import { blockSize, type Responses, type Store, type StoredResponse, sealsAtOnce } from './store.ts'

/** How long a write may wait for a server or a majority before the caller is told to try again. */
const patienceMs = 5_000

/**
 * Connects, makes sure writes are durable, and makes the index.
 *
 * @throws Fault when nobody answers, when access is refused, or when the server is no replica set and that is not accepted
 */
export async function openMongodb(url: string, { standaloneAccepted = false, warn }: StoreOptions): Promise<Store> {
  const { client, replicated } = await connected(url)
  try {
    if (!replicated && !standaloneAccepted) {
      throw new Fault(
        'Ce MongoDB est un serveur seul, sans réplique : une panne de disque peut y perdre des réponses reçues. Indiquez un « replica set », ou MONGO_STANDALONE=accepted si vous acceptez ce risque.',
      )
    }
    if (!replicated) {
      warn?.('Attention : MongoDB est un serveur seul, sans réplique ; une panne de disque peut y perdre des réponses.')
    }
    const writeConcern = replicated
      ? ({ w: 'majority', journal: true, wtimeoutMS: patienceMs } as const)
      : ({ w: 1, journal: true } as const)
    const database = client.db(undefined, {
      writeConcern,
      readConcern: new ReadConcern(replicated ? 'majority' : 'local'),
    })
    const responses = database.collection<ResponseDocument>('responses')
    await responses.createIndex({ questionnaire: 1, _id: 1 })
    await responses.createIndex({ withdrawal: 1 })
    await indexShelves(database)
    await indexCodes(database)
    const kept = responsesIn(responses, writeConcern)
    const { insertInvited, settleAll } = insertInvitedIn(database, responses, kept.insert)
    await settleAll()
    return {
      kind: 'mongodb',
      responses: { ...kept, insertInvited },
      codes: codesIn(database),
      collection: <T>(name: string) => shelfIn<T>(database, name),
      // deleted documents are gone from the collections; how long the server's own journal lasts is its operator's choice
      scour: async () => {},
      close: () => client.close(),
    }
  } catch (error) {
    await client.close()
    throw error instanceof Fault ? error : new Fault(unreachable(url), { cause: error })
  }
}

async function connected(url: string): Promise<{ client: MongoClient; replicated: boolean }> {
  try {
    const client = new MongoClient(url, {
      serverSelectionTimeoutMS: patienceMs,
      connectTimeoutMS: patienceMs,
      socketTimeoutMS: 60_000,
      maxPoolSize: 50,
      retryWrites: true,
      ignoreUndefined: false,
      appName: 'ctg-questionnaires',
    })
    let servers: string[] = []
    client.on('topologyDescriptionChanged', ({ newDescription }) => {
      servers = [...newDescription.servers.values()].map(({ type }) => type)
    })
    await client.connect()
    return { client, replicated: !servers.includes('Standalone') }
  } catch (error) {
    throw new Fault(unreachable(url), { cause: error })
  }
}

/** The address without its user and password. */
const shown = (url: string) => url.replace(/\/\/[^@/]*@/, '//')
const unreachable = (url: string) =>
  `MongoDB ne répond pas à l’adresse ${shown(url)} : vérifiez qu’il est démarré, que l’adresse et le mot de passe de STORE_URL sont les bons, puis relancez.`

const stored = ({ id, ...row }: StoredResponse): ResponseDocument => ({ _id: id, ...row, code: null })
const opened = ({ _id, sealed, code: _, ...row }: ResponseDocument): StoredResponse => ({
  id: _id,
  ...row,
  withdrawal: row.withdrawal ?? null,
  sealed: bytesOf(sealed),
})

/** The driver gives bytes back as a BSON Binary, a view on a larger buffer. */
function bytesOf(value: Uint8Array | Binary): Uint8Array {
  return Uint8Array.from(value instanceof Uint8Array ? value : value.buffer.subarray(0, value.position))
}

/** What a cursor gives, in pages of at most `size`. */
async function* pages<T>(cursor: FindCursor<ResponseDocument>, of: (row: ResponseDocument) => T, size: number) {
  let page: T[] = []
  try {
    while (true) {
      const next = await asked(() => cursor.next())
      if (next) page.push(of(next))
      if (page.length > 0 && (!next || page.length === size)) {
        yield page
        page = []
      }
      if (!next) return
    }
  } finally {
    await cursor.close()
  }
}

type Kept = Omit<Responses, 'insertInvited'>

function responsesIn(collection: Collection<ResponseDocument>, writeConcern: WriteConcernSettings): Kept {
  return {
    async insert(row) {
      try {
        await asked(() => collection.insertOne(stored(row)))
        return 'new'
      } catch (error) {
        if (!isDuplicate(error)) throw error
      }
      // a write that changes nothing still waits for the majority: the first copy is durable too when this resolves
      const same = await asked(() =>
        collection.updateOne({ _id: row.id, digest: row.digest }, { $set: { digest: row.digest } }, { writeConcern }),
      )
      return same.matchedCount === 1 ? 'same' : 'conflict'
    },
    blocks: (questionnaire, size = blockSize) =>
      pages(collection.find({ questionnaire, code: null }).sort({ _id: 1 }).batchSize(size), opened, size),
    seals: (questionnaire) =>
      pages(
        collection
          .find({ questionnaire, code: null }, { projection: { digest: 1 } })
          .sort({ _id: 1 })
          .batchSize(sealsAtOnce),
        ({ _id, digest }) => ({ id: _id, digest }),
        sealsAtOnce,
      ),
    async some(ids) {
      const rows = await asked(() =>
        collection
          .find({ _id: { $in: [...ids] } })
          .sort({ _id: 1 })
          .toArray(),
      )
      return rows.map(opened)
    },
    async get(id) {
      const row = await asked(() => collection.findOne({ _id: id }))
      return row && opened(row)
    },
    async replace(row, expectedDigest) {
      const { _id, code: _, ...values } = stored(row)
      const result = await asked(() => collection.updateOne({ _id, digest: expectedDigest }, { $set: values }))
      return result.matchedCount === 1
    },
    async remove(id) {
      return (await asked(() => collection.deleteOne({ _id: id }))).deletedCount === 1
    },
    async byWithdrawal(hash) {
      const row = await asked(() => collection.findOne({ withdrawal: hash }))
      return row && opened(row)
    },
    async forgetWithdrawals(questionnaire) {
      const known = { questionnaire, withdrawal: { $ne: null } }
      return (await asked(() => collection.updateMany(known, { $set: { withdrawal: null } }))).modifiedCount
    },
    count: (questionnaire) => asked(() => collection.countDocuments({ questionnaire, code: null })),
    async removeAll(questionnaire) {
      return (await asked(() => collection.deleteMany({ questionnaire }))).deletedCount
    },
    async removeTrial(questionnaire) {
      return (await asked(() => collection.deleteMany({ questionnaire, trial: true }))).deletedCount
    },
  }
}
