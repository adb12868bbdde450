/**
 * A shelf on MongoDB: each revision of a document is a row of its own, and its unique id is what lets one writer through.
 * So compare-and-set asks nothing of the server but unique ids, which every server that speaks its protocol has.
 */
import type { Collection, Db } from 'mongodb'
import { asked, isDuplicate } from './mongodb-asked.ts'
import { checkedId, type DocumentCollection, type Kept } from './store.ts'

/**
 * `value` is JSON text: what people typed is never an operator, a key or a number the server could read. Null once a
 * later revision stands, `''` for a revision that says the document was removed.
 */
type Revision = { _id: string; shelf: string; name: string; revision: number; value: string | null }

/** Rows of past revisions kept (without their value) so that a writer who slept cannot take their place. */
const stubs = 1_000

const revisions = (database: Db) => database.collection<Revision>('shelves')

export async function indexShelves(database: Db): Promise<void> {
  await revisions(database).createIndex({ shelf: 1, name: 1, revision: 1 })
}

export function shelfIn<T>(database: Db, name: string): DocumentCollection<T> {
  const collection = revisions(database)
  const shelf = checkedId(name)
  return {
    async get(id) {
      const last = await lastOf(collection, shelf, checkedId(id))
      return last?.value ? opened<T>(last) : null
    },
    async list(prefix = '') {
      const within = prefix === '' ? {} : { name: { $gte: prefix, $lt: `${prefix}\x7f` } }
      const cursor = collection.find({ shelf, ...within, value: { $ne: null } }).sort({ name: 1, revision: 1 })
      const rows = await asked(() => cursor.toArray())
      const standing = rows.filter((row, index) => row.value && rows[index + 1]?.name !== row.name)
      return standing.map((row) => opened<T>(row))
    },
    async put(id, value, expected) {
      const last = await lastOf(collection, shelf, checkedId(id))
      if ((last?.value ? last.revision : null) !== expected) return 'changed'
      const revision = (last?.revision ?? 0) + 1
      return (await added(collection, shelf, id, revision, JSON.stringify(value))) ? revision : 'changed'
    },
    async remove(id, expected) {
      const last = await lastOf(collection, shelf, checkedId(id))
      if (!last?.value || (expected !== undefined && last.revision !== expected)) return false
      return added(collection, shelf, id, last.revision + 1, '')
    },
  }
}

const opened = <T>({ name, revision, value }: Revision): Kept<T> => ({ id: name, revision, value: JSON.parse(value!) })

async function lastOf(collection: Collection<Revision>, shelf: string, name: string): Promise<Revision | null> {
  const cursor = collection.find({ shelf, name }).sort({ revision: -1 }).limit(1)
  return (await asked(() => cursor.toArray()))[0] ?? null
}

/** False when another writer was faster. Values of the revisions before are cleared. */
async function added(collection: Collection<Revision>, shelf: string, name: string, revision: number, value: string) {
  try {
    await asked(() => collection.insertOne({ _id: `${shelf}/${name}#${revision}`, shelf, name, revision, value }))
  } catch (error) {
    if (isDuplicate(error)) return false
    throw error
  }
  const past = { shelf, name, revision: { $lt: revision } }
  await asked(() => collection.updateMany({ ...past, value: { $ne: null } }, { $set: { value: null } }))
  if (revision % stubs === 0) {
    await asked(() => collection.deleteMany({ ...past, revision: { $lt: revision - stubs } }))
  }
  return true
}
