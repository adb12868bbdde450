/** Invitation codes in SQLite, as statements. */
import type { StatementSync } from 'node:sqlite'
import type { CodeCount, Invitation } from './store.ts'

/** @param sql gives the prepared statement of a text */
export function codeOperations(sql: (text: string) => StatementSync) {
  const changed = (result: { changes: number | bigint }) => Number(result.changes)
  return {
    addCodes(questionnaire: string, batch: string, hashes: readonly string[]): void {
      const insert = sql(
        'INSERT INTO codes (hash, questionnaire, batch, spent) VALUES (?, ?, ?, 0) ON CONFLICT DO NOTHING',
      )
      for (const hash of hashes) insert.run(hash, questionnaire, batch)
    },
    codeState({ hash, questionnaire }: Invitation): 'free' | 'spent' | null {
      const row = sql('SELECT spent FROM codes WHERE hash = ? AND questionnaire = ?').get(hash, questionnaire)
      return row === undefined ? null : row.spent === 0 ? 'free' : 'spent'
    },
    spendCode({ hash, questionnaire }: Invitation): void {
      sql('UPDATE codes SET spent = 1 WHERE hash = ? AND questionnaire = ?').run(hash, questionnaire)
    },
    codeCounts(questionnaire: string): CodeCount[] {
      const counts = sql(`SELECT batch, count(*) AS codes, sum(spent) AS spent FROM codes
        WHERE questionnaire = ? GROUP BY batch ORDER BY batch`)
      return counts.all(questionnaire).map((row) => ({ ...row }) as CodeCount)
    },
    cancelCodes(questionnaire: string, batch: string): number {
      return changed(
        sql('DELETE FROM codes WHERE questionnaire = ? AND batch = ? AND spent = 0').run(questionnaire, batch),
      )
    },
    removeCodes(questionnaire: string): number {
      return changed(sql('DELETE FROM codes WHERE questionnaire = ?').run(questionnaire))
    },
  }
}
