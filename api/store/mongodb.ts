/** The store of several machines: a MongoDB replica set through its official driver. */
import { MongoClient, MongoServerSelectionError, ReadConcern } from 'mongodb'
import { Fault } from '../../cli/fault.ts'
import { collectionsOn } from './collection.ts'
import { asked, bulkMs, lengthyWrite, operationMs } from './mongodb-asked.ts'
import { codesIn, indexCodes, invitedByTransaction, type ResponseDocument } from './mongodb-codes.ts'
import { documentsIn, indexDocuments } from './mongodb-documents.ts'
import { recordsIn } from './mongodb-records.ts'
import { responsesIn, unlessWithdrawn } from './mongodb-responses.ts'
import { refuseOther } from './mongodb-schema.ts'
import type { Store, StoreExamination } from './store.ts'

/**
 * Connects, makes sure writes are durable, and makes the index.
 *
 * @throws Fault when nobody answers, when access is refused, or when the server is no replica set
 */
export async function openMongodb(url: string, warn?: (sentence: string) => void): Promise<Store> {
  const client = await connected(url)
  try {
    const { setName, msg } = await asked(() => client.db('admin').command({ hello: 1 }))
    // behind a router of shards, each of them is a replica set
    if (!setName && msg !== 'isdbgrid') throw new Fault(lone)
    const writeConcern = { w: 'majority', journal: true, wtimeoutMS: operationMs } as const
    const database = client.db(undefined, { writeConcern, readConcern: new ReadConcern('majority') })
    const responses = database.collection<ResponseDocument>('responses')
    // an index of a large base takes longer than an answer may
    const lengthy = client.db(undefined, lengthyWrite(responses))
    const indexed = lengthy.collection('responses')
    await indexed.createIndex({ questionnaire: 1, _id: 1 })
    await indexed.createIndex({ withdrawal: 1 })
    await indexed.createIndex({ key: 1, _id: 1 })
    await indexDocuments(lengthy)
    await indexCodes(lengthy)
    await refuseOther(database)
    const documents = documentsIn(database)
    const basic = responsesIn(responses, writeConcern)
    const insertInvited = invitedByTransaction(client, database, responses, basic.insert)
    return {
      kind: 'mongodb',
      responses: { ...basic, ...unlessWithdrawn({ ...basic, insertInvited }, documents) },
      codes: codesIn(database),
      ...collectionsOn(documents, warn),
      ...recordsIn(database, responses),
      shapeCopies: () => [],
      examine: () => examined(client),
      // deleted rows are gone from the collections; free pages and the oplog are the operator's (docs/en/instances.md)
      eraseTraces: async () => {},
      close: () => client.close(),
    }
  } catch (error) {
    await client.close()
    throw error instanceof Fault ? error : new Fault(unreachable(url), { cause: error })
  }
}

async function connected(url: string): Promise<MongoClient> {
  try {
    return await MongoClient.connect(url, {
      serverSelectionTimeoutMS: operationMs,
      connectTimeoutMS: operationMs,
      waitQueueTimeoutMS: operationMs,
      socketTimeoutMS: bulkMs,
      // a server that hangs is noticed, and the next primary found, in seconds
      heartbeatFrequencyMS: 2_000,
      maxPoolSize: 50,
      retryWrites: true,
      ignoreUndefined: false,
      appName: 'ctg-questionnaires',
    })
  } catch (error) {
    throw new Fault(isUnmade(error) ? lone : unreachable(url), { cause: error })
  }
}

/** The server was told the name of its replica set, and nobody has made the set yet. */
const isUnmade = (error: unknown) =>
  error instanceof MongoServerSelectionError &&
  [...(error.reason?.servers.values() ?? [])].some(({ type }) => type === 'RSGhost')

/** The server checks what it reads by its own checksums. */
async function examined(client: MongoClient): Promise<StoreExamination> {
  const { setName, hosts = [] } = await asked(() => client.db('admin').command({ hello: 1 }))
  const members = (hosts as string[]).length
  return {
    topology: `MongoDB, « replica set » ${setName ?? ''} de ${members} serveur${members > 1 ? 's' : ''}`,
    unsafe: members >= 3 ? [] : ['moins de trois serveurs : une panne de disque peut perdre des réponses'],
    faults: null,
  }
}

const lone =
  'Ce MongoDB est un serveur seul, or il faut un « replica set », même d’un seul serveur : démarrez-le par « mongod --replSet rs0 », tapez une fois « mongosh --eval "rs.initiate()" », puis relancez. Pour une seule machine, SQLite suffit (STORE_URL=sqlite:…).'

/** The address without its user and password. */
const shown = (url: string) => url.replace(/\/\/[^@/]*@/, '//')
const unreachable = (url: string) =>
  `MongoDB ne répond pas à l’adresse ${shown(url)} : vérifiez qu’il est démarré, que l’adresse et le mot de passe de STORE_URL sont les bons, puis relancez.`
