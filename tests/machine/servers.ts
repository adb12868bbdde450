/** Fetches the server of the tests before the first one: several files that ask at once would each fetch their own. */
import { mongodFile } from '../services/mongod.ts'

export default function servers(): void {
  mongodFile()
}
