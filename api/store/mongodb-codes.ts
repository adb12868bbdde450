/** Invitation codes on MongoDB. A response and its code are one transaction. */
import type { Collection, Db, MongoClient } from 'mongodb'
import { asked, askedAtLength, isDuplicate, lengthyWrite, operationMs } from './mongodb-asked.ts'
import {
  type CodeCount,
  type CodeRefusal,
  type Codes,
  type InsertOutcome,
  type Invitation,
  type StoredResponse,
  StoreUnavailable,
} from './store.ts'

export type ResponseDocument = { _id: string } & Omit<StoredResponse, 'id'>
/** Never moves: its place says nothing of when it was spent. */
type StoredCode = { _id: string; questionnaire: string; batch: string; spent: boolean }

type InsertInvited = (row: StoredResponse, invitation: Invitation) => Promise<InsertOutcome | CodeRefusal>

type CodeState = Awaited<ReturnType<Codes['state']>>

export const codesOf = (database: Db) => database.collection<StoredCode>('codes')

export async function indexCodes(database: Db): Promise<void> {
  await codesOf(database).createIndex({ questionnaire: 1, batch: 1 })
}

/** @param insert distinguishes the same response sent again from another one under its id */
export function invitedByTransaction(
  client: MongoClient,
  database: Db,
  responses: Collection<ResponseDocument>,
  insert: (row: StoredResponse) => Promise<InsertOutcome>,
): InsertInvited {
  const codes = codesOf(database)
  const settings = {
    readConcern: 'snapshot',
    writeConcern: { w: 'majority', journal: true, wtimeoutMS: operationMs },
  } as const

  /** False when the code is not free: then nothing is written. */
  const isWritten = ({ id, ...values }: StoredResponse, { hash, questionnaire }: Invitation): Promise<boolean> =>
    client.withSession((session) =>
      session.withTransaction(async () => {
        const free = { _id: hash, questionnaire, spent: false }
        const { matchedCount } = await codes.updateOne(free, { $set: { spent: true } }, { session })
        if (matchedCount === 0) {
          await session.abortTransaction()
          return false
        }
        await responses.insertOne({ _id: id, ...values }, { session })
        return true
      }, settings),
    )

  return async (row, invitation) => {
    if (await asked(() => responses.findOne({ _id: row.id }, { projection: { _id: 1 } }))) return insert(row)
    try {
      if (await asked(() => isWritten(row, invitation))) return 'new'
    } catch (error) {
      if (!isDuplicate(error)) throw error
    }
    // its twin may have been faster, with this very code; read after the code, since both are written at once
    const state = await stateIn(codes, invitation, 'linearizable')
    const isThere = { _id: row.id }
    if (await asked(() => responses.findOne(isThere, { projection: { _id: 1 }, readConcern: 'local' })))
      return insert(row)
    return refusalOf(state)
  }
}

/** @throws StoreUnavailable for a code that is free after all: the primary that had it spent is gone, and what it wrote with it */
function refusalOf(state: CodeState): CodeRefusal {
  if (state === 'free') throw new StoreUnavailable('mongodb: the code became free meanwhile')
  return state === null ? 'code-unknown' : 'code-spent'
}

/** @param readConcern linearizable: waits for a spending that the majority does not have yet, which a majority read calls free */
async function stateIn(
  codes: Collection<StoredCode>,
  { hash, questionnaire }: Invitation,
  readConcern?: 'linearizable',
): Promise<CodeState> {
  const stored = await asked(() => codes.findOne({ _id: hash, questionnaire }, { readConcern }))
  return stored === null ? null : stored.spent ? 'spent' : 'free'
}

export function codesIn(database: Db): Codes {
  const codes = codesOf(database)
  return {
    async add(questionnaire, batch, hashes) {
      const rows = hashes.map((_id) => ({ _id, questionnaire, batch, spent: false }))
      if (rows.length > 0) await askedAtLength(() => codes.insertMany(rows, lengthyWrite(codes)))
    },
    state: (invitation) => stateIn(codes, invitation),
    async counts(questionnaire) {
      const counts = new Map<string, CodeCount>()
      for (const { batch, spent } of await askedAtLength(() => codes.find({ questionnaire }).toArray())) {
        const count = counts.get(batch) ?? { batch, codes: 0, spent: 0 }
        counts.set(batch, { batch, codes: count.codes + 1, spent: count.spent + Number(spent) })
      }
      return [...counts.values()].toSorted((a, b) => (a.batch < b.batch ? -1 : 1))
    },
    async cancel(questionnaire, batch) {
      return (await askedAtLength(() => codes.deleteMany({ questionnaire, batch, spent: false }, lengthyWrite(codes))))
        .deletedCount
    },
    async removeAll(questionnaire) {
      return (await askedAtLength(() => codes.deleteMany({ questionnaire }, lengthyWrite(codes)))).deletedCount
    },
  }
}
