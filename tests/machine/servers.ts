/** Builds or fetches the servers of the tests before the first one: several files that ask at once would each build their own. */
import { mongodFile } from '../services/mongod.ts'
import { humblest } from '../services/mongodb.ts'

export default async function servers(): Promise<void> {
  await humblest()
  mongodFile()
}
