/**
 * A response and its code on a server without transactions: only unique ids are asked of it. The response is written with the hash of its
 * code beside it; a claim under that hash lets one response through; the code is marked where it lies, with the response it goes to; then
 * the three marks are wiped, in the order in which they were made. Whatever stops in between, anybody may finish it: a response that did
 * not get the code goes, and nobody had acknowledged it.
 */
import type { Collection, Db } from 'mongodb'
import { asked, askedAtLength, isInserted } from './mongodb-asked.ts'
import { codesOf, type InsertInvited, type ResponseDocument, refusalOf, stateIn } from './mongodb-codes.ts'
import type { InsertOutcome, StoredResponse } from './store.ts'

/** By the hash of the code; gone once the response is settled. */
type Claim = { _id: string; holder: string }

// a claim is what writers agree by: the newest counts, whether or not a majority has it yet
const newest = { readConcern: 'local' } as const

/** @param insert distinguishes the same response sent again from another one under its id */
export function invitedByClaims(
  database: Db,
  responses: Collection<ResponseDocument>,
  insert: (row: StoredResponse) => Promise<InsertOutcome>,
): { insertInvited: InsertInvited; settleAll(): Promise<void> } {
  const codes = codesOf(database)
  const claims = database.collection<Claim>('code-claims')
  const find = (id: string) => asked(() => responses.findOne({ _id: id }, newest))

  /** Who has claimed the code: this response when nobody had. */
  async function holderOf(id: string, hash: string): Promise<string> {
    while (true) {
      if (await isInserted(() => claims.insertOne({ _id: hash, holder: id }))) return id
      const claim = await asked(() => claims.findOne({ _id: hash }, newest))
      // one that is gone in between was settled: the code says what came of it
      if (claim) return claim.holder
    }
  }

  /** True when this response has the code, or had it before. */
  async function settle(id: string, hash: string): Promise<boolean> {
    const isClaimed = (await holderOf(id, hash)) === id
    const code = isClaimed ? await asked(() => codes.findOne({ _id: hash }, newest)) : null
    // spent for another response before this one claimed it, or cancelled meanwhile, or settled by a twin of this request
    const isOwn = code !== null && (!code.spent || code.holder === id)
    if (isOwn) {
      await asked(() => codes.updateOne({ _id: hash, spent: false }, { $set: { spent: true, holder: id } }))
      await asked(() => responses.updateOne({ _id: id, code: hash }, { $set: { code: null } }))
      await asked(() => codes.updateOne({ _id: hash, holder: id }, { $set: { holder: null } }))
    } else await asked(() => responses.deleteOne({ _id: id, code: hash }))
    if (isClaimed) await asked(() => claims.deleteOne({ _id: hash, holder: id }))
    return isOwn || (await find(id)) !== null
  }

  return {
    async insertInvited(row, invitation) {
      const { id, ...values } = row
      let isNew = false
      let there = await find(id)
      if (!there) {
        const isFree = (await stateIn(codes, invitation)) === 'free'
        if (isFree) isNew = await isInserted(() => responses.insertOne({ _id: id, ...values, code: invitation.hash }))
        // when the code is not free, a twin may have spent it for this very response
        there = await find(id)
        if (!there) return refusalOf(await stateIn(codes, invitation))
      }
      if (there.code !== null && !(await settle(id, there.code))) return 'code-spent'
      return isNew ? 'new' : insert(row)
    },

    async settleAll() {
      const marked = await askedAtLength(() => responses.find({ code: { $gt: '' } }).toArray())
      for (const { _id, code } of marked) await settle(_id, code!)
      for (const { _id, holder } of await askedAtLength(() => claims.find().toArray())) {
        if ((await find(holder))?.code !== _id) await asked(() => claims.deleteOne({ _id, holder }))
      }
      for (const { _id, holder } of await askedAtLength(() => codes.find({ holder: { $gt: '' } }).toArray())) {
        const isSettling = (await asked(() => claims.findOne({ _id }, newest))) !== null
        if (!isSettling) await asked(() => codes.updateOne({ _id, holder: holder! }, { $set: { holder: null } }))
      }
    },
  }
}
