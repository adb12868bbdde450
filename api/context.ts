/** What every route needs, opened once by a command and closed by it. */
import { type AccountsService, accountsService } from './accounts/accounts.ts'
import type { Config } from './config.ts'
import { type GateThread, gateThread } from './design/gate-thread.ts'
import { type Keyring, openKeyring } from './keys/keyring.ts'
import { type Audit, auditIn } from './operations/audit.ts'
import { type Questionnaires, questionnairesIn } from './questionnaires/questionnaires.ts'
import { type AnalysisThread, analysisThread } from './results/thread.ts'
import { type Settings, settingsIn } from './settings/settings.ts'
import { openStore } from './store/open.ts'
import type { Store } from './store/store.ts'
import { type Tables, tablesIn } from './tables/versions.ts'

export type AppContext = {
  store: Store
  keyring: Keyring
  questionnaires: Questionnaires
  settings: () => Promise<Settings>
  /** Accounts of the staff. */
  accounts: AccountsService
  audit: Audit
  tables: Tables
  /** Counts and publishes in a thread of its own, started when somebody first asks. */
  analysis: AnalysisThread
  /** Checks drafts in a thread of its own. */
  gate: GateThread
  now: () => Date
  close(): Promise<void>
}

/**
 * Opens the store and its keyring.
 *
 * @throws Fault with a French sentence when either cannot be used as it is
 */
export async function openContext(
  config: Pick<Config, 'storeUrl' | 'keyringPath' | 'standaloneAccepted'>,
  now: () => Date,
  warn?: (sentence: string) => void,
): Promise<AppContext> {
  const store = await openStore(config.storeUrl, { standaloneAccepted: config.standaloneAccepted, warn })
  try {
    const keyring = await openKeyring(config.keyringPath, store)
    const audit = auditIn(store, keyring, now)
    const settings = settingsIn(store)
    // days are counted in the authority's time zone from the first question on
    await settings()
    const analysis = analysisThread(config)
    const gate = gateThread()
    return {
      store,
      keyring,
      questionnaires: questionnairesIn(store, now, async () => (await settings()).values.correctionDays),
      settings,
      accounts: accountsService(store, keyring, audit, now),
      audit,
      tables: tablesIn(store),
      analysis,
      gate,
      now,
      close: async () => {
        await analysis.close()
        await gate.close()
        await store.close()
      },
    }
  } catch (error) {
    await store.close()
    throw error
  }
}
