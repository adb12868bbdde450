/**
 * The two servers the intake is measured beside, in a process of their own: `echo` answers the JSON it was sent, `bare` writes
 * it as it is, durable: into SQLite, one transaction per turn of the event loop, or into MongoDB, through the same driver, one
 * insert each acknowledged by a majority. Neither checks, encrypts nor limits anything.
 */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import express, { type Response } from 'express'
import { MongoClient } from 'mongodb'

const [kind, place] = process.argv.slice(2) as ['echo' | 'bare', string]
const app = express()
app.use(express.json({ limit: '1mb' }))

if (kind === 'echo') app.put('/api/responses/:id', (req, res) => void res.status(201).json(req.body))
else if (place.startsWith('mongodb')) {
  const client = await MongoClient.connect(place, { writeConcern: { w: 'majority', journal: true } })
  const bare = client.db().collection<{ _id: string; body: string }>('bare')
  app.put('/api/responses/:id', async (req, res) => {
    await bare.insertOne({ _id: req.params.id, body: JSON.stringify(req.body) })
    res.status(201).json({ outcome: 'new' })
  })
} else {
  const base = new DatabaseSync(join(place, 'bare.db'))
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
