/**
 * Loaded into a server before its own code, takes away what a trial is about, so that the trial shows it can fail:
 * `WEAKENED=synchronous` makes SQLite answer before the disk has it, `WEAKENED=keyring` syncs no file but the base itself, as the
 * former keyring did.
 */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { DatabaseSync } from 'node:sqlite'

if (process.env.WEAKENED === 'keyring') {
  fs.fsyncSync = () => {}
  syncBuiltinESMExports()
}
if (process.env.WEAKENED === 'synchronous') {
  const exec = DatabaseSync.prototype.exec
  DatabaseSync.prototype.exec = function (sql: string) {
    // the last setting of the writer, after those that are read back
    exec.call(this, sql.includes('journal_size_limit') ? `${sql}; PRAGMA synchronous = NORMAL` : sql)
  }
}
