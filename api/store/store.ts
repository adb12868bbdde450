/** What each store adapter provides: responses that arrive once, invitation codes, and collections of small documents. */
import type { CollectionRow } from './collection-row.ts'

/** One response as stored; only the envelope can be read without the keyring. */
export type StoredResponse = {
  id: string
  questionnaire: string
  version: number
  /** ISO date and time. */
  receivedAt: string
  trial: boolean
  /** HMAC-SHA256 of the canonical response: recognises the same response sent again without decrypting anything. */
  digest: string
  /** The whole Response as JSON, encrypted with AES-256-GCM; the plain JSON bytes when `key` is null. */
  sealed: Uint8Array
  /** Id of the questionnaire key that encrypted it. */
  key: string | null
  /** Hash by which the person finds this response again; null without a code, and once the questionnaire is frozen. */
  withdrawal: string | null
}

export type ResponseDigest = Pick<StoredResponse, 'id' | 'digest'>
/** `mark`: what to ask with the next time, null where the store has none. */
export type Newcomers = { mark: string | null; ids: string[] | null }
export type KeySample = { key: string; questionnaire: string; id: string }
/** `withdrawn`: a tombstone keeps it out. */
export type InsertOutcome = 'new' | 'same' | 'conflict' | 'withdrawn'
/** Why a response sent with an invitation code was not stored. */
export type CodeRefusal = 'code-unknown' | 'code-spent'

/** The code a response is sent with: its keyed hash, and the questionnaire it invites to. */
export type Invitation = { hash: string; questionnaire: string }
export type CodeCount = { batch: string; codes: number; spent: number }

/** Ids that come after `after`, up to `upTo` and with it. */
export type IdRange = { after: string; upTo: string }
/** Every id: nothing is written with a character beyond the last one. */
export const everyId: IdRange = { after: '', upTo: '\u{10ffff}' }

export interface Responses {
  /**
   * Durable when it resolves. An id already there is the same again, or a conflict, as the digests say.
   *
   * @param tombstones name of the collection where a document of this id keeps the response out for good: of a response and a
   *   withdrawal that cross, the response goes, as long as the withdrawal writes its document before it removes
   */
  insert(row: StoredResponse, tombstones?: string): Promise<InsertOutcome>
  /**
   * The same for a response that comes with a code: it is stored and the code spent, or neither, whatever happens in between. The same
   * response again is `same`, and takes no second code; nothing stored leads from the code to the response.
   */
  insertInvited(row: StoredResponse, invitation: Invitation, tombstones?: string): Promise<InsertOutcome | CodeRefusal>
  /** Every response of a questionnaire ordered by id, or those of a range of ids, in blocks of at most `size`. */
  blocks(questionnaire: string, size?: number, range?: IdRange): AsyncIterable<StoredResponse[]>
  /** Id and digest of every response of a questionnaire, ordered by id: shows what changed without reading the responses. */
  digests(questionnaire: string): AsyncIterable<ResponseDigest[]>
  /**
   * Ids of the responses that came since `mark` was given, at the cost of these only; null when any response was changed or removed
   * since, or when the store cannot say: `digests` then shows what is there.
   */
  newcomers(questionnaire: string, mark: string | null): Promise<Newcomers>
  get(id: string): Promise<StoredResponse | null>
  /** The stored ones among these ids, ordered by id. */
  some(ids: readonly string[]): Promise<StoredResponse[]>
  /** False when there is no such response, or when it is no longer the one expected. */
  replace(row: StoredResponse, expectedDigest: string): Promise<boolean>
  remove(id: string): Promise<boolean>
  /** The response this hash was sent with. */
  byWithdrawal(hash: string): Promise<StoredResponse | null>
  /** Destroys the hashes of a questionnaire; returns how many. */
  forgetWithdrawals(questionnaire: string): Promise<number>
  count(questionnaire: string): Promise<number>
  /** One response of each key in use, ordered by the key; responses stored as plain JSON are left out. */
  keySamples(): Promise<KeySample[]>
  /** Deletes the responses given while the questionnaire was on trial; returns how many. */
  removeTrial(questionnaire: string): Promise<number>
  /** Deletes every response of a questionnaire; returns how many. */
  removeAll(questionnaire: string): Promise<number>
}

/** Invitation codes by their keyed hash: spent or not, and nothing else; no hour, no order of arrival, no id of a response. What the disk shows for a while: docs/en/threat-model.md. */
export interface Codes {
  add(questionnaire: string, batch: string, hashes: readonly string[]): Promise<void>
  state(invitation: Invitation): Promise<'free' | 'spent' | null>
  /** By batch, ordered by its name. */
  counts(questionnaire: string): Promise<CodeCount[]>
  /** Codes of a batch nobody has used stop working; returns how many. */
  cancel(questionnaire: string, batch: string): Promise<number>
  removeAll(questionnaire: string): Promise<number>
}

/** A small document and its revision (1, 2, …): compare and set, so that two instances never overwrite each other. */
export type Stored<T> = { id: string; revision: number; value: T }

export interface DocumentCollection<T> {
  get(id: string): Promise<Stored<T> | null>
  /** Documents whose id starts with `prefix`, ordered by id. */
  list(prefix?: string): Promise<Stored<T>[]>
  /** `expected` null: it must not exist yet. Returns the new revision, durable when it resolves. */
  put(id: string, value: T, expected: number | null): Promise<number | 'changed'>
  /** False when there was nothing (at the expected revision) to remove. */
  remove(id: string, expected?: number): Promise<boolean>
}

/** One stored thing as it leaves for a copy and comes back from it; the value of a document is its JSON text. */
export type StoredRecord =
  | { kind: 'document'; collection: string; id: string; revision: number; value: string }
  | { kind: 'code'; hash: string; questionnaire: string; batch: string; spent: boolean }
  | { kind: 'response'; row: StoredResponse }

/** A file an opening left beside the base before it changed its shape. */
export type ShapeCopy = { file: string; at: string; bytes: number }
/** The same documents through the row that describes them. */
export interface Collection<T> extends DocumentCollection<T> {
  /** @throws DamagedDocument when it does not have the shape its row asks for */
  get(id: string): Promise<Stored<T> | null>
  /** Leaves out damaged documents; the operator reads which. */
  list(prefix?: string): Promise<Stored<T>[]>
  /**
   * Reads, edits and writes, again from the start whenever somebody else changed the document in between; durable when it resolves.
   *
   * @param edit is given null when there is no document, gives null to leave everything as it is, and may run several times
   * @returns what was written, or null
   * @throws DamagedDocument, and whatever `edit` throws
   */
  update(id: string, edit: (value: T | null) => T | null | Promise<T | null>): Promise<Stored<T> | null>
  /** Inserts under the first free number from `first` on. @returns the number */
  insertNext(first: number, entry: (number: number) => { id: string; value: T }): Promise<number>
}

/** What a store says of itself when it is examined; French words, for the operator. */
export type StoreExamination = {
  /** How many machines hold the base, and how. */
  topology: string
  /** Settings an acknowledged write stands on that are not as they must be. */
  unsafe: string[]
  /** What is wrong in the structure of the base; null where the server looks after that itself. */
  faults: string[] | null
}

/** Every kind of store, opened by `open.ts`. */
export const storeKinds = ['sqlite', 'mongodb'] as const
export type StoreKind = (typeof storeKinds)[number]

export interface Store {
  kind: StoreKind
  responses: Responses
  codes: Codes
  /** A collection of the register (`collections.ts`). */
  collection<T>(row: CollectionRow<T>): Collection<T>
  /** The documents of a name as they lie, unchecked: to copy, count or delete them. */
  documents<T = unknown>(name: string): DocumentCollection<T>
  /**
   * Every record once, while others read and write. What was durable before the first page is asked for is in it, unless it is
   * removed meanwhile; a response never comes without the documents it was received under.
   */
  dump(): AsyncIterable<StoredRecord[]>
  /** Adds records exactly as they left a store; those that are there already stay as they are. Durable when it resolves. */
  load(records: readonly StoredRecord[]): Promise<void>
  /** True while no response, code or document is stored. */
  isEmpty(): Promise<boolean>
  /** Copies of the base in its older shapes, whole and verified. */
  shapeCopies(): ShapeCopy[]
  /** Reads the settings back and the whole structure through, whatever its size, while others read and write. */
  examine(): Promise<StoreExamination>
  /**
   * Leaves nothing on the disk of what was deleted, as far as the store decides: free pages and journals are written anew.
   *
   * @throws StoreUnavailable when somebody is reading just then: it can be asked again
   */
  eraseTraces(): Promise<void>
  close(): Promise<void>
}

/** The store cannot answer now (disk full, locked, server away, too much waiting): trying again later is harmless. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable'
}

/** Responses read at once when nothing else is asked. */
export const blockSize = 512
/** Records of one kind in one page of a copy. */
export const recordsAtOnce = 256
/** Digests read at once. */
export const digestsAtOnce = 8_192

/**
 * The id of a document in its collection: visible ASCII, so that both stores order ids alike.
 *
 * @throws RangeError when it is anything else
 */
export function checkedId(id: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9._:@/-]{0,199}$/.test(id))
    throw new RangeError('a shelf id needs 1 to 200 plain characters')
  return id
}
