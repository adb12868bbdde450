/** Run by keys/killed-at.ts: brings a base to a made-up shape, and dies at a step: a statement, or a call that changes the disk. */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { DatabaseSync, StatementSync } from 'node:sqlite'
import { dyingAt } from '../keys/counted-steps.ts'

const [step, url] = process.argv.slice(2)
const { now } = dyingAt(Number(step))
DatabaseSync.prototype.exec = now(DatabaseSync.prototype.exec)
StatementSync.prototype.run = now(StatementSync.prototype.run) as typeof StatementSync.prototype.run
fs.fsyncSync = now(fs.fsyncSync)
fs.renameSync = now(fs.renameSync)
syncBuiltinESMExports()

// after its calls were replaced
const { madeUpShape2 } = await import('./made-up-shape.ts')
const { migrate } = await import('../../../api/store/sqlite-shape.ts')
const { pathOf } = await import('../../../api/store/sqlite.ts')
const path = pathOf(url!)
const database = new DatabaseSync(path)
migrate(database, path, madeUpShape2)
database.close()
