/** The format of a MongoDB base, in a document of its own: it is written at the first opening, and a base of another is refused. */
import type { Db } from 'mongodb'
import { Fault } from '../../cli/fault.ts'
import { asked, isInserted } from './mongodb-asked.ts'

const schemaVersion = 1

type Meta = { _id: string; version: number }

/** @throws Fault when another version of this program has made the base in another format */
export async function refuseOther(database: Db): Promise<void> {
  const meta = database.collection<Meta>('meta')
  if (await isInserted(() => meta.insertOne({ _id: 'schema', version: schemaVersion }))) return
  const known = await asked(() => meta.findOne({ _id: 'schema' }))
  if (known?.version !== schemaVersion)
    throw new Fault(
      `Cette base MongoDB est d’un format (${known?.version}) que cette version du programme ne lit pas : installez la version qui l’a faite, ou restaurez une sauvegarde dans une base vide ; rien n’a été modifié.`,
    )
}
