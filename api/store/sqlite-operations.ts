/** What the SQLite store can be asked, as statements; each runs inside the thread that owns the connection. */
import type { DatabaseSync } from 'node:sqlite'
import { codeOperations } from './sqlite-codes.ts'
import { unsafeSettings } from './sqlite-file.ts'
import { asResponse, columns, insertResponse, recordOperations, valuesOf } from './sqlite-records.ts'
import type {
  CodeRefusal,
  IdRange,
  InsertOutcome,
  Invitation,
  KeySample,
  Newcomers,
  ResponseDigest,
  Stored,
  StoredResponse,
} from './store.ts'

type Document = { id: string; revision: number; value: string }

const inRange = 'questionnaire = ? AND id > ? AND id <= ?'
const asDocument = (row: unknown): Stored<string> => ({ ...(row as Document) })

/** The verbs that change nothing; the others run inside a transaction. */
export const reads: ReadonlySet<string> = new Set([
  'response',
  'byWithdrawal',
  'block',
  'digests',
  'newcomers',
  'responses',
  'count',
  'keySamples',
  'document',
  'documents',
  'codeState',
  'codeCounts',
  'holdSnapshot',
  'endSnapshot',
  'documentRecords',
  'codeRecords',
  'responseRecords',
  'isEmpty',
  'unsafeSettings',
  'integrity',
])

/** The verbs by name. */
export function operations(database: DatabaseSync) {
  const cache = new Map<string, ReturnType<DatabaseSync['prepare']>>()
  const sql = (text: string) => {
    const known = cache.get(text) ?? database.prepare(text)
    cache.set(text, known)
    return known
  }
  function responsesWhere(text: string) {
    const some = sql(`SELECT ${columns} FROM responses WHERE ${text}`)
    some.setReturnArrays(true)
    return some
  }
  const changed = (result: { changes: number | bigint }) => Number(result.changes)

  const isThere = (collection: string, id: string) =>
    sql('SELECT 1 FROM shelves WHERE shelf = ? AND id = ?').get(collection, id) !== undefined

  function insert(row: StoredResponse, tombstones?: string): InsertOutcome {
    if (tombstones !== undefined && isThere(tombstones, row.id)) return 'withdrawn'
    if (changed(sql(insertResponse).run(...valuesOf(row))) === 1) return 'new'
    const there = sql('SELECT digest FROM responses WHERE id = ?').get(row.id) as { digest: string }
    return there.digest === row.digest ? 'same' : 'conflict'
  }

  const codes = codeOperations(sql)
  return {
    ...codes,
    ...recordOperations(database, sql),
    insert,
    unsafeSettings: () => unsafeSettings(database),
    integrity(): string[] {
      const said = database
        .prepare('PRAGMA integrity_check(20)')
        .all()
        .flatMap((row) => Object.values(row).map(String))
      return said.filter((line) => line !== 'ok')
    },
    /** Inside one transaction: both or neither. */
    insertInvited(row: StoredResponse, invitation: Invitation, tombstones?: string): InsertOutcome | CodeRefusal {
      if (tombstones !== undefined && isThere(tombstones, row.id)) return 'withdrawn'
      if (!sql('SELECT 1 FROM responses WHERE id = ?').get(row.id)) {
        const state = codes.codeState(invitation)
        if (state !== 'free') return state === null ? 'code-unknown' : 'code-spent'
        codes.spendCode(invitation)
      }
      return insert(row)
    },
    response(id: string): StoredResponse | null {
      const row = responsesWhere('id = ?').get(id)
      return row ? asResponse(row) : null
    },
    block(questionnaire: string, { after, upTo }: IdRange, size: number): StoredResponse[] {
      const next = responsesWhere(`${inRange} ORDER BY id LIMIT ?`)
      return next.all(questionnaire, after, upTo, size).map(asResponse)
    },
    digests(questionnaire: string, { after, upTo }: IdRange, size: number): ResponseDigest[] {
      const next = sql(`SELECT id, digest FROM responses WHERE ${inRange} ORDER BY id LIMIT ?`)
      return next.all(questionnaire, after, upTo, size) as ResponseDigest[]
    },
    /** Rows are numbered as they come, a number is free again once its row is removed, and VACUUM numbers anew: the mark says all three. */
    newcomers(questionnaire: string, since: string | null): Newcomers {
      // read before the ids: what comes in between is given twice rather than never
      const now = sql(`SELECT (SELECT schema_version FROM pragma_schema_version) AS numbering, total,
        (SELECT coalesce(max(rowid), 0) FROM responses) AS last FROM changes`).get() as Record<string, number>
      const [before, last] = since?.split('/') ?? []
      const state = `${now.numbering}.${now.total}`
      const later = sql('SELECT id FROM responses WHERE rowid > ? AND questionnaire = ?')
      const ids = before === state ? later.all(Number(last), questionnaire).map(({ id }) => id as string) : null
      return { mark: `${state}/${now.last}`, ids }
    },
    responses(ids: readonly string[]): StoredResponse[] {
      const some = responsesWhere('id IN (SELECT value FROM json_each(?)) ORDER BY id')
      return some.all(JSON.stringify(ids)).map(asResponse)
    },
    replace(row: StoredResponse, expectedDigest: string): boolean {
      const update = sql(`UPDATE responses SET questionnaire = ?, version = ?, receivedAt = ?, trial = ?, digest = ?,
        sealed = ?, key = ?, withdrawal = ? WHERE id = ? AND digest = ?`)
      const [id, ...values] = valuesOf(row)
      return changed(update.run(...values, id, expectedDigest)) === 1
    },
    byWithdrawal(hash: string): StoredResponse | null {
      const row = responsesWhere('withdrawal = ?').get(hash)
      return row ? asResponse(row) : null
    },
    forgetWithdrawals(questionnaire: string): number {
      const forget = sql('UPDATE responses SET withdrawal = NULL WHERE questionnaire = ? AND withdrawal IS NOT NULL')
      return changed(forget.run(questionnaire))
    },
    remove(id: string): boolean {
      return changed(sql('DELETE FROM responses WHERE id = ?').run(id)) === 1
    },
    removeAll(questionnaire: string): number {
      return changed(sql('DELETE FROM responses WHERE questionnaire = ?').run(questionnaire))
    },
    removeTrial(questionnaire: string): number {
      return changed(sql('DELETE FROM responses WHERE questionnaire = ? AND trial = 1').run(questionnaire))
    },
    count(questionnaire: string): number {
      const row = sql('SELECT count(*) AS total FROM responses WHERE questionnaire = ?').get(questionnaire)
      return (row as { total: number }).total
    },
    /** Goes from key to key by the index: no response is read. */
    keySamples(): KeySample[] {
      const next = sql('SELECT key, questionnaire, id FROM responses WHERE key > ? ORDER BY key, id LIMIT 1')
      const samples: KeySample[] = []
      for (let last = ''; ; last = samples.at(-1)!.key) {
        const found = next.get(last) as KeySample | undefined
        if (!found) return samples
        samples.push({ ...found })
      }
    },
    document(collection: string, id: string): Stored<string> | null {
      const row = sql('SELECT id, revision, value FROM shelves WHERE shelf = ? AND id = ?').get(collection, id)
      return row ? asDocument(row) : null
    },
    documents(collection: string, prefix: string): Stored<string>[] {
      const rows = sql(`SELECT id, revision, value FROM shelves
        WHERE shelf = ? AND substr(id, 1, length(?)) = ? ORDER BY id`)
      return rows.all(collection, prefix, prefix).map(asDocument)
    },
    putDocument(collection: string, id: string, value: string, expected: number | null): number | 'changed' {
      const result =
        expected === null
          ? sql('INSERT INTO shelves (shelf, id, revision, value) VALUES (?, ?, 1, ?) ON CONFLICT DO NOTHING').run(
              collection,
              id,
              value,
            )
          : sql(
              'UPDATE shelves SET value = ?, revision = revision + 1 WHERE shelf = ? AND id = ? AND revision = ?',
            ).run(value, collection, id, expected)
      return changed(result) === 1 ? (expected ?? 0) + 1 : 'changed'
    },
    removeDocument(collection: string, id: string, expected: number | null): boolean {
      const result = sql('DELETE FROM shelves WHERE shelf = ?1 AND id = ?2 AND (?3 IS NULL OR revision = ?3)').run(
        collection,
        id,
        expected,
      )
      return changed(result) === 1
    },
  }
}
