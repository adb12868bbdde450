/**
 * A collection on MongoDB (stored as `shelf`): one row per document, with its revision beside its value. A document that is
 * removed leaves no row.
 */
import type { Collection, Db } from 'mongodb'
import { asked, isInserted } from './mongodb-asked.ts'
import { checkedId, type DocumentCollection, type Stored } from './store.ts'

/** `value` is JSON text: what people typed is never an operator, a key or a number the server could read. */
export type StoredDocument = { _id: string; shelf: string; name: string; revision: number; value: string }

export const documentsOf = (database: Db) => database.collection<StoredDocument>('documents')

export async function indexDocuments(database: Db): Promise<void> {
  await documentsOf(database).createIndex({ shelf: 1, name: 1 })
}

export const rowOf = (shelf: string, name: string, revision: number, value: string): StoredDocument => ({
  _id: `${shelf}/${name}`,
  shelf,
  name,
  revision,
  value,
})

export function documentsIn(database: Db): <T>(name: string) => DocumentCollection<T> {
  const collection = documentsOf(database)
  return (name) => collectionIn(collection, checkedId(name))
}

function collectionIn<T>(collection: Collection<StoredDocument>, shelf: string): DocumentCollection<T> {
  const keyOf = (id: string) => `${shelf}/${checkedId(id)}`
  return {
    async get(id) {
      const row = await asked(() => collection.findOne({ _id: keyOf(id) }))
      return row && documentOf<T>(row)
    },
    async list(prefix = '') {
      const within = prefix === '' ? {} : { name: { $gte: prefix, $lt: `${prefix}\x7f` } }
      const rows = await asked(() =>
        collection
          .find({ shelf, ...within })
          .sort({ name: 1 })
          .toArray(),
      )
      return rows.map((row) => documentOf<T>(row))
    },
    async put(id, value, expected) {
      const text = JSON.stringify(value)
      if (expected === null)
        return (await isInserted(() => collection.insertOne(rowOf(shelf, checkedId(id), 1, text)))) ? 1 : 'changed'
      const next = expected + 1
      const set = { $set: { revision: next, value: text } }
      const result = await asked(() => collection.updateOne({ _id: keyOf(id), revision: expected }, set))
      return result.matchedCount === 1 ? next : 'changed'
    },
    async remove(id, expected) {
      const row = { _id: keyOf(id), ...(expected === undefined ? {} : { revision: expected }) }
      return (await asked(() => collection.deleteOne(row))).deletedCount === 1
    },
  }
}

const documentOf = <T>({ name, revision, value }: StoredDocument): Stored<T> => ({
  id: name,
  revision,
  value: JSON.parse(value),
})
