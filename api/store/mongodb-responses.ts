/** Responses on MongoDB: one row each, written with an id of its own. */
import type { Binary, Collection, FindCursor, WriteConcernSettings } from 'mongodb'
import { asked, askedAtLength, isDuplicate, lengthyWrite } from './mongodb-asked.ts'
import type { ResponseDocument } from './mongodb-codes.ts'
import {
  blockSize,
  type DocumentCollection,
  digestsAtOnce,
  everyId,
  type KeySample,
  type Responses,
  type StoredResponse,
} from './store.ts'

export const stored = ({ id, ...row }: StoredResponse): ResponseDocument => ({ _id: id, ...row })
export const responseOf = ({ _id, sealed, ...row }: ResponseDocument): StoredResponse => ({
  id: _id,
  ...row,
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

type BasicResponses = Omit<Responses, 'insertInvited'>
type Inserts = Pick<Responses, 'insert' | 'insertInvited'>

/**
 * Looks for a tombstone before the insert and after it: two collections are not written as one here. A withdrawal writes its
 * tombstone before it removes, so that whichever of the two comes last sees the other.
 */
export function unlessWithdrawn(
  { insert, insertInvited, remove }: Inserts & Pick<Responses, 'remove'>,
  documents: (name: string) => Pick<DocumentCollection<unknown>, 'get'>,
): Inserts {
  const guarded = async <T>(id: string, tombstones: string | undefined, write: () => Promise<T>) => {
    if (tombstones === undefined) return write()
    const wasWithdrawn = async () => (await documents(tombstones).get(id)) !== null
    if (await wasWithdrawn()) return 'withdrawn'
    const outcome = await write()
    if (outcome !== 'new' || !(await wasWithdrawn())) return outcome
    await remove(id)
    return 'withdrawn'
  }
  return {
    insert: (row, tombstones) => guarded(row.id, tombstones, () => insert(row)),
    insertInvited: (row, invitation, tombstones) => guarded(row.id, tombstones, () => insertInvited(row, invitation)),
  }
}

export function responsesIn(
  collection: Collection<ResponseDocument>,
  writeConcern: WriteConcernSettings,
): BasicResponses {
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
    blocks: (questionnaire, size = blockSize, { after, upTo } = everyId) =>
      pages(
        collection
          .find({ questionnaire, _id: { $gt: after, $lte: upTo } })
          .sort({ _id: 1 })
          .batchSize(size),
        responseOf,
        size,
      ),
    digests: (questionnaire) =>
      pages(
        collection
          .find({ questionnaire }, { projection: { digest: 1 } })
          .sort({ _id: 1 })
          .batchSize(digestsAtOnce),
        ({ _id, digest }) => ({ id: _id, digest }),
        digestsAtOnce,
      ),
    // a number that follows the order of the commits would be one more write a response, and one more a removal
    newcomers: async () => ({ mark: null, ids: null }),
    async some(ids) {
      const rows = await asked(() =>
        collection
          .find({ _id: { $in: [...ids] } })
          .sort({ _id: 1 })
          .toArray(),
      )
      return rows.map(responseOf)
    },
    async get(id) {
      const row = await asked(() => collection.findOne({ _id: id }))
      return row && responseOf(row)
    },
    async replace(row, expectedDigest) {
      const { _id, ...values } = stored(row)
      const result = await asked(() => collection.updateOne({ _id, digest: expectedDigest }, { $set: values }))
      return result.matchedCount === 1
    },
    async remove(id) {
      return (await asked(() => collection.deleteOne({ _id: id }))).deletedCount === 1
    },
    async byWithdrawal(hash) {
      const row = await asked(() => collection.findOne({ withdrawal: hash }))
      return row && responseOf(row)
    },
    async forgetWithdrawals(questionnaire) {
      const known = { questionnaire, withdrawal: { $ne: null } }
      return (
        await askedAtLength(() =>
          collection.updateMany(known, { $set: { withdrawal: null } }, lengthyWrite(collection)),
        )
      ).modifiedCount
    },
    count: (questionnaire) => asked(() => collection.countDocuments({ questionnaire })),
    async keySamples() {
      const samples: KeySample[] = []
      for (let last = ''; ; last = samples.at(-1)!.key) {
        const after = collection.find({ key: { $gt: last } }, { projection: { key: 1, questionnaire: 1 } })
        const [found] = await asked(() => after.sort({ key: 1, _id: 1 }).limit(1).toArray())
        if (!found) return samples
        samples.push({ key: found.key!, questionnaire: found.questionnaire, id: found._id })
      }
    },
    async removeAll(questionnaire) {
      return (await askedAtLength(() => collection.deleteMany({ questionnaire }, lengthyWrite(collection))))
        .deletedCount
    },
    async removeTrial(questionnaire) {
      return (
        await askedAtLength(() => collection.deleteMany({ questionnaire, trial: true }, lengthyWrite(collection)))
      ).deletedCount
    },
  }
}
