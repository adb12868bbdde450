/** What reads and writes the store: all of the context but the threads, so that the threads themselves can be given it. */
import type { AccountsService } from './accounts/accounts.ts'
import type { AuthorityVersions } from './authority/versions.ts'
import type { Ledger } from './erasure/ledger.ts'
import type { Stopwatch } from './http/cache.ts'
import type { Keyring } from './keys/keyring.ts'
import type { Audit } from './operations/audit.ts'
import type { Questionnaires } from './questionnaires/questionnaires.ts'
import type { Readers } from './responses/ranges.ts'
import type { Settings } from './settings/settings.ts'
import type { Store } from './store/store.ts'
import type { Tables } from './tables/versions.ts'

export type DataContext = {
  store: Store
  keyring: Keyring
  questionnaires: Questionnaires
  settings: () => Promise<Settings>
  /** The authority in force, and its versions. */
  authority: AuthorityVersions
  /** Accounts of the staff. */
  accounts: AccountsService
  audit: Audit
  /** What was erased, so that nothing brings it back. */
  ledger: Ledger
  /** Where backups go by default: the folder of the settings, else one beside the keyring. */
  backupsFolder: () => Promise<string>
  tables: Tables
  now: () => Date
  /** Threads that read a large questionnaire; null = whoever asks reads alone. */
  readers: Readers | null
  /** What is remembered for a moment is measured by it. */
  stopwatch: Stopwatch
}
