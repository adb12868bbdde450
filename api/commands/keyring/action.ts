/** What an action of `npm run keyring` works on, and what it gives back. */

import type { Config } from '../../config.ts'
import type { Keyring } from '../../keys/keyring.ts'
import type { NewLine } from '../../operations/audit.ts'
import type { Store } from '../../store/store.ts'

export type KeyringContext = {
  store: Store
  config: Config
  /** Null when the one in use is gone or cannot be opened. */
  keyring: Keyring | null
  /** Writes a line in the journal. */
  record(line: NewLine): Promise<void>
  now: Date
}

export type Done = { document: object; lines: string[]; isGood: boolean }
