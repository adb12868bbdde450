/** The store of several machines: MongoDB through its official driver, with simple operations only. */
import { MongoClient, ReadConcern } from 'mongodb'
import { Fault } from '../../cli/fault.ts'
import { collectionsOn } from './collection.ts'
import { asked, bulkMs, lengthyWrite, operationMs } from './mongodb-asked.ts'
import { invitedByClaims } from './mongodb-claims.ts'
import { codesIn, indexCodes, invitedByTransaction, type ResponseDocument } from './mongodb-codes.ts'
import { documentsIn, indexDocuments } from './mongodb-documents.ts'
import { recordsIn } from './mongodb-records.ts'
import { responsesIn, unlessWithdrawn } from './mongodb-responses.ts'
import { upgrade } from './mongodb-schema.ts'
import type { Store, StoreExamination } from './store.ts'
import type { StoreOptions } from './store-options.ts'

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
      ? ({ w: 'majority', journal: true, wtimeoutMS: operationMs } as const)
      : ({ w: 1, journal: true } as const)
    const database = client.db(undefined, {
      writeConcern,
      readConcern: new ReadConcern(replicated ? 'majority' : 'local'),
    })
    const responses = database.collection<ResponseDocument>('responses')
    // an index of a large base takes longer than an answer may
    const lengthy = client.db(undefined, lengthyWrite(responses))
    const indexed = lengthy.collection('responses')
    await indexed.createIndex({ questionnaire: 1, _id: 1 })
    await indexed.createIndex({ withdrawal: 1 })
    await indexed.createIndex({ key: 1, _id: 1 })
    await indexDocuments(lengthy)
    await indexCodes(lengthy)
    await upgrade(database)
    const documents = documentsIn(database, replicated)
    const basic = responsesIn(responses, writeConcern)
    const claims = invitedByClaims(database, responses, basic.insert)
    await claims.settleAll()
    const insertInvited = replicated
      ? invitedByTransaction(client, database, responses, basic.insert)
      : claims.insertInvited
    return {
      kind: 'mongodb',
      responses: { ...basic, ...unlessWithdrawn({ ...basic, insertInvited }, documents) },
      codes: codesIn(database),
      ...collectionsOn(documents, warn),
      ...recordsIn(database, responses),
      shapeCopies: () => [],
      examine: () => examined(client, replicated),
      // deleted rows are gone from the collections; free pages and the oplog are the operator's (docs/en/instances.md)
      eraseTraces: claims.settleAll,
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

/** The server checks what it reads by its own checksums. */
async function examined(client: MongoClient, replicated: boolean): Promise<StoreExamination> {
  const { setName, hosts = [] } = await asked(() => client.db('admin').command({ hello: 1 }))
  const members = (hosts as string[]).length
  return {
    topology: replicated
      ? `MongoDB, « replica set » ${setName ?? ''} de ${members} serveur${members > 1 ? 's' : ''}`
      : 'MongoDB, un serveur seul',
    unsafe:
      replicated && members >= 3 ? [] : ['moins de trois serveurs : une panne de disque peut perdre des réponses'],
    faults: null,
  }
}

/** The address without its user and password. */
const shown = (url: string) => url.replace(/\/\/[^@/]*@/, '//')
const unreachable = (url: string) =>
  `MongoDB ne répond pas à l’adresse ${shown(url)} : vérifiez qu’il est démarré, que l’adresse et le mot de passe de STORE_URL sont les bons, puis relancez.`
