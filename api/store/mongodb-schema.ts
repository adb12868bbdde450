/** The version of the shape of a MongoDB base, in a document of its own, and what brings an older base to the shape of this program. */
import type { Db } from 'mongodb'
import { Fault } from '../../cli/fault.ts'
import { asked, askedAtLength, isInserted, lengthyWrite } from './mongodb-asked.ts'
import { documentsOf, rowOf } from './mongodb-documents.ts'
import { turnsIn } from './mongodb-turns.ts'

/** 1: each revision of a document is a row of `shelves`, and no version is written. 2: one row per document, in `documents`. */
const schemaVersion = 2

type Meta = { _id: string; version: number }
type Revision = { _id: string; shelf: string; name: string; revision: number; value: string | null }

/** @throws Fault when a newer version of this program has made the base */
export async function upgrade(database: Db): Promise<void> {
  const meta = database.collection<Meta>('meta')
  // two instances that start at once do it one after the other
  await turnsIn(database).take('schema', async () => {
    const known = await asked(() => meta.findOne({ _id: 'schema' }))
    if (known && known.version > schemaVersion)
      throw new Fault(
        'Cette base MongoDB a été faite par une version plus récente de ce programme : installez cette version, ou remettez une sauvegarde plus ancienne.',
      )
    if (known) return
    await fromRevisions(database)
    await isInserted(() => meta.insertOne({ _id: 'schema', version: schemaVersion }))
  })
}

/** Resumable: what is moved already stays, and the revisions go last. */
async function fromRevisions(database: Db): Promise<void> {
  const revisions = database.collection<Revision>('shelves')
  const rows = await askedAtLength(() =>
    revisions
      .find({ value: { $ne: null } })
      .sort({ shelf: 1, name: 1, revision: 1 })
      .toArray(),
  )
  const isLast = (row: Revision, next?: Revision) => next?.shelf !== row.shelf || next.name !== row.name
  for (const [index, row] of rows.entries()) {
    // an empty value says that the document was removed
    if (!row.value || !isLast(row, rows[index + 1])) continue
    const document = rowOf(row.shelf, row.name, row.revision, row.value)
    await isInserted(() => documentsOf(database).insertOne(document))
  }
  await askedAtLength(() => revisions.deleteMany({}, lengthyWrite(revisions)))
}
