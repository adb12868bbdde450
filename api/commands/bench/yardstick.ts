/**
 * The two servers the intake is measured beside, in a process of their own: `echo` answers the JSON it was sent, `bare` writes
 * it into SQLite as it is, durable, one transaction per turn of the event loop. Neither checks, encrypts nor limits anything.
 */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import express, { type Response } from 'express'

const [kind, folder] = process.argv.slice(2) as ['echo' | 'bare', string]
const app = express()
app.use(express.json({ limit: '1mb' }))

if (kind === 'echo') app.put('/api/responses/:id', (req, res) => void res.status(201).json(req.body))
else {
  const base = new DatabaseSync(join(folder, 'bare.db'))
  base.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE responses (id TEXT PRIMARY KEY, body TEXT)',
  )
  const insert = base.prepare('INSERT INTO responses VALUES (?, ?) ON CONFLICT DO NOTHING')
  let waiting: { id: string; body: string; res: Response }[] = []
  const commit = () => {
    const group = waiting
    waiting = []
    base.exec('BEGIN IMMEDIATE')
    for (const { id, body } of group) insert.run(id, body)
    base.exec('COMMIT')
    for (const { res } of group) res.status(201).json({ outcome: 'new' })
  }
  app.put('/api/responses/:id', (req, res) => {
    if (waiting.push({ id: req.params.id, body: JSON.stringify(req.body), res }) === 1) setImmediate(commit)
  })
}

const server = app.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as { port: number }).port}/\n`)
})
