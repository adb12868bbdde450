/**
 * Reads every record of a MongoDB store for a copy, while others write. Simple reads only, so the order decides: codes, documents,
 * responses, then the documents that are new. A code read before its response is read free rather than spent for nothing, and a
 * response comes after the version and the key it was received under.
 */
import { type Collection, type Db, type Document, MongoBulkWriteError } from 'mongodb'
import { asked, askedAtLength, lengthyWrite } from './mongodb-asked.ts'
import { codesOf, type ResponseDocument } from './mongodb-codes.ts'
import { documentsOf, rowOf, type StoredDocument } from './mongodb-documents.ts'
import { responseOf, stored } from './mongodb-responses.ts'
import { recordsAtOnce, type StoredRecord } from './store.ts'

const duplicate = 11000

export function recordsIn(database: Db, responses: Collection<ResponseDocument>) {
  const documents = documentsOf(database)
  const codes = codesOf(database)

  async function* dump(): AsyncGenerator<StoredRecord[]> {
    yield* pages(codes, ({ _id, questionnaire, batch, spent }) => [
      { kind: 'code', hash: _id, questionnaire, batch, spent },
    ])
    const known = new Set<string>()
    const ifNew = (row: StoredDocument): StoredRecord[] => {
      if (known.has(row._id)) return []
      known.add(row._id)
      return [recordOf(row)]
    }
    yield* pages(documents, ifNew)
    yield* pages(responses, (row) => [{ kind: 'response', row: responseOf(row) }])
    yield* pages(documents, ifNew)
  }

  return {
    dump,
    async load(records: readonly StoredRecord[]): Promise<void> {
      const of = <Kind extends StoredRecord['kind']>(kind: Kind) =>
        records.filter((record): record is Extract<StoredRecord, { kind: Kind }> => record.kind === kind)
      await added(
        documents,
        of('document').map(({ collection, id, revision, value }) => rowOf(collection, id, revision, value)),
      )
      await added(
        codes,
        of('code').map(({ hash, questionnaire, batch, spent }) => ({ _id: hash, questionnaire, batch, spent })),
      )
      await added(
        responses,
        of('response').map(({ row }) => stored(row)),
      )
    },
    async isEmpty(): Promise<boolean> {
      const all = [documents, codes, responses].map(loose)
      const first = await Promise.all(all.map((collection) => asked(() => collection.findOne({}))))
      return first.every((found) => found === null)
    },
  }
}

/** What is common to collections of any rows: the driver's own types refuse to compare them. */
const loose = (collection: unknown) => collection as Collection<Document>

const recordOf = ({ shelf, name, revision, value }: StoredDocument): StoredRecord => ({
  kind: 'document',
  collection: shelf,
  id: name,
  revision,
  value,
})

async function* pages<T extends { _id: string }>(
  collection: Collection<T>,
  recordsOf: (row: T) => StoredRecord[],
): AsyncGenerator<StoredRecord[]> {
  const cursor = loose(collection).find({}).sort({ _id: 1 }).batchSize(recordsAtOnce)
  let page: StoredRecord[] = []
  try {
    while (true) {
      const next = (await asked(() => cursor.next())) as unknown as T | null
      if (next) page.push(...recordsOf(next))
      if (page.length >= recordsAtOnce || (!next && page.length > 0)) {
        yield page
        page = []
      }
      if (!next) return
    }
  } finally {
    await cursor.close()
  }
}

/** Rows that are there already stay; any other failure is one. */
async function added<T extends { _id: string }>(collection: Collection<T>, rows: T[]): Promise<void> {
  if (rows.length === 0) return
  try {
    await askedAtLength(() =>
      loose(collection).insertMany(rows as object[], { ordered: false, ...lengthyWrite(collection) }),
    )
  } catch (error) {
    const faults = error instanceof MongoBulkWriteError ? [error.writeErrors].flat() : []
    if (faults.length === 0 || !faults.every(({ code }) => code === duplicate)) throw error
  }
}
