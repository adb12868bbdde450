/**
 * Invitation codes on MongoDB. As on the shelves, only unique ids are asked of the server. A sheet is written with the hash of its code
 * beside it; a claim under that hash lets one sheet through; the code is marked where it lies; then both marks are wiped. Whatever
 * stops in between, anybody may finish it: a sheet that did not get the code goes, and nobody had acknowledged it.
 */
import type { Collection, Db } from 'mongodb'
import { asked, isDuplicate } from './mongodb-asked.ts'
import type { CodeCount, CodeRefusal, Codes, InsertOutcome, Invitation, StoredResponse } from './store.ts'

/** `code` stands only while the sheet is being settled; readers leave such a sheet out. */
export type ResponseDocument = { _id: string; code: string | null } & Omit<StoredResponse, 'id'>
/** Never moves: its place says nothing of when it was spent. */
type StoredCode = { _id: string; questionnaire: string; batch: string; spent: boolean }
/** By the hash of the code; gone once the sheet is settled. */
type Claim = { _id: string; holder: string }

const codesOf = (database: Db) => database.collection<StoredCode>('codes')

export async function indexCodes(database: Db): Promise<void> {
  await codesOf(database).createIndex({ questionnaire: 1, batch: 1 })
}

/** @param keep tells the same sheet again from another one under its id */
export function insertInvitedIn(
  database: Db,
  responses: Collection<ResponseDocument>,
  insert: (row: StoredResponse) => Promise<InsertOutcome>,
) {
  const codes = codesOf(database)
  const claims = database.collection<Claim>('code-claims')

  async function isInserted(insertion: () => Promise<unknown>): Promise<boolean> {
    try {
      await asked(insertion)
      return true
    } catch (error) {
      if (isDuplicate(error)) return false
      throw error
    }
  }

  async function hasClaimed(id: string, hash: string): Promise<boolean> {
    if (!(await isInserted(() => claims.insertOne({ _id: hash, holder: id }))))
      return (await asked(() => claims.findOne({ _id: hash })))?.holder === id
    // an earlier claim may have been settled and wiped since the code was looked up
    if ((await asked(() => codes.findOne({ _id: hash })))?.spent === false) return true
    await asked(() => claims.deleteOne({ _id: hash, holder: id }))
    return false
  }

  /** True when this sheet has the code. */
  async function settle(id: string, hash: string): Promise<boolean> {
    if (!(await hasClaimed(id, hash))) {
      await asked(() => responses.deleteOne({ _id: id, code: hash }))
      return (await asked(() => responses.findOne({ _id: id }))) !== null
    }
    await asked(() => codes.updateOne({ _id: hash }, { $set: { spent: true } }))
    await asked(() => responses.updateOne({ _id: id, code: hash }, { $set: { code: null } }))
    await asked(() => claims.deleteOne({ _id: hash, holder: id }))
    return true
  }

  return {
    async insertInvited(row: StoredResponse, invitation: Invitation): Promise<InsertOutcome | CodeRefusal> {
      const { id, ...values } = row
      const known = await asked(() => responses.findOne({ _id: id }))
      if (known?.code === null) return insert(row)
      if (!known) {
        const state = await stateIn(codes, invitation)
        if (state !== 'free') return state === null ? 'code-unknown' : 'code-spent'
        await isInserted(() => responses.insertOne({ _id: id, ...values, code: invitation.hash }))
      }
      if (!(await settle(id, known?.code ?? invitation.hash))) return 'code-spent'
      const outcome = await insert(row)
      return known || outcome === 'conflict' ? outcome : 'new'
    },

    /** Finishes what a stopped server left in between. */
    async settleAll(): Promise<void> {
      const marked = await asked(() => responses.find({ code: { $gt: '' } }).toArray())
      for (const { _id, code } of marked) await settle(_id, code!)
      for (const { _id, holder } of await asked(() => claims.find().toArray())) {
        const sheet = await asked(() => responses.findOne({ _id: holder }))
        if (sheet?.code !== _id) await asked(() => claims.deleteOne({ _id, holder }))
      }
    },
  }
}

async function stateIn(codes: Collection<StoredCode>, { hash, questionnaire }: Invitation) {
  const kept = await asked(() => codes.findOne({ _id: hash, questionnaire }))
  return kept === null ? null : kept.spent ? ('spent' as const) : ('free' as const)
}

export function codesIn(database: Db): Codes {
  const codes = codesOf(database)
  return {
    async add(questionnaire, batch, hashes) {
      const rows = hashes.map((_id) => ({ _id, questionnaire, batch, spent: false }))
      if (rows.length > 0) await asked(() => codes.insertMany(rows))
    },
    state: (invitation) => stateIn(codes, invitation),
    async counts(questionnaire) {
      const counts = new Map<string, CodeCount>()
      for (const { batch, spent } of await asked(() => codes.find({ questionnaire }).toArray())) {
        const count = counts.get(batch) ?? { batch, codes: 0, spent: 0 }
        counts.set(batch, { batch, codes: count.codes + 1, spent: count.spent + Number(spent) })
      }
      return [...counts.values()].toSorted((a, b) => (a.batch < b.batch ? -1 : 1))
    },
    async cancel(questionnaire, batch) {
      return (await asked(() => codes.deleteMany({ questionnaire, batch, spent: false }))).deletedCount
    },
    async removeAll(questionnaire) {
      return (await asked(() => codes.deleteMany({ questionnaire }))).deletedCount
    },
  }
}
