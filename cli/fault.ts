/** A situation the operator can mend before the server starts; its message is one French sentence that says how. */
import { CommandError } from './command.ts'

export class Fault extends CommandError {
  override name = 'Fault'
}
