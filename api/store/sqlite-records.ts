/** Every record of a SQLite store for a copy, page by page inside one read transaction, and back from a copy, as statements. */
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { StoredRecord, StoredResponse } from './store.ts'

type Row = Omit<StoredResponse, 'trial'> & { trial: number }
type Of<Kind extends StoredRecord['kind']> = Extract<StoredRecord, { kind: Kind }>

type ResponseRow = [
  id: string,
  questionnaire: string,
  version: number,
  receivedAt: string,
  trial: number,
  digest: string,
  sealed: Uint8Array,
  key: string | null,
  withdrawal: string | null,
]

export const columns = 'id, questionnaire, version, receivedAt, trial, digest, sealed, key, withdrawal'

/** Rows come as arrays: as objects, each would cost as much as its decryption. */
export function asResponse(row: unknown): StoredResponse {
  const [id, questionnaire, version, receivedAt, trial, digest, sealed, key, withdrawal] = row as ResponseRow
  return { id, questionnaire, version, receivedAt, trial: trial === 1, digest, sealed, key, withdrawal }
}

/** Its values in the order of the columns. */
export const valuesOf = ({
  id,
  questionnaire,
  version,
  receivedAt,
  trial,
  digest,
  sealed,
  key,
  withdrawal,
}: StoredResponse) => [id, questionnaire, version, receivedAt, Number(trial), digest, sealed, key, withdrawal] as const
export const insertResponse = `INSERT INTO responses (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`

/** Where the next page begins; `['', '']` at first. */
export type After = [first: string, second: string]

/** @param sql gives the prepared statement of a text */
export function recordOperations(database: DatabaseSync, sql: (text: string) => StatementSync) {
  return {
    /** From here to `endSnapshot` this connection sees one instant, whatever others write. */
    holdSnapshot(): void {
      database.exec('BEGIN')
      // a transaction sees nothing before its first read
      sql('SELECT count(*) FROM shelves').get()
    },
    endSnapshot(): void {
      database.exec('COMMIT')
    },
    documentRecords([collection, id]: After, size: number): Of<'document'>[] {
      const next = sql(`SELECT 'document' AS kind, shelf AS collection, id, revision, value FROM shelves
        WHERE (shelf, id) > (?, ?) ORDER BY shelf, id LIMIT ?`)
      return next.all(collection, id, size).map((row) => ({ ...row }) as Of<'document'>)
    },
    codeRecords([hash]: After, size: number): Of<'code'>[] {
      const next = sql(`SELECT 'code' AS kind, hash, questionnaire, batch, spent FROM codes
        WHERE hash > ? ORDER BY hash LIMIT ?`)
      return next.all(hash, size).map((row) => ({ ...row, spent: row.spent === 1 }) as Of<'code'>)
    },
    responseRecords([id]: After, size: number): Of<'response'>[] {
      const next = sql('SELECT * FROM responses WHERE id > ? ORDER BY id LIMIT ?')
      return next.all(id, size).map((found) => {
        const row = found as unknown as Row
        return { kind: 'response', row: { ...row, trial: row.trial === 1 } }
      })
    },
    loadRecords(records: readonly StoredRecord[]): void {
      for (const record of records) load(record)
    },
    isEmpty(): boolean {
      const found = sql(`SELECT 1 FROM responses UNION ALL SELECT 1 FROM codes UNION ALL SELECT 1 FROM shelves LIMIT 1`)
      return found.get() === undefined
    },
  }

  function load(record: StoredRecord): void {
    if (record.kind === 'document') {
      const { collection, id, revision, value } = record
      sql('INSERT INTO shelves (shelf, id, revision, value) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING').run(
        collection,
        id,
        revision,
        value,
      )
    } else if (record.kind === 'code') {
      const { hash, questionnaire, batch, spent } = record
      sql('INSERT INTO codes (hash, questionnaire, batch, spent) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING').run(
        hash,
        questionnaire,
        batch,
        Number(spent),
      )
    } else {
      sql(insertResponse).run(...valuesOf(record.row))
    }
  }
}
