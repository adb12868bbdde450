/** What every route needs, opened once by a command and closed by it. */
import { type Desk, deskOf } from './accounts/desk.ts'
import { type AnalysisThread, analysisThread } from './analyse/thread.ts'
import { type Audit, auditIn } from './audit.ts'
import type { Config } from './config.ts'
import { type GateThread, gateThread } from './design/gate-thread.ts'
import { type Keyring, openKeyring } from './keyring.ts'
import { type Questionnaires, questionnairesIn } from './questionnaires.ts'
import { type Settings, settingsIn } from './settings.ts'
import { openStore } from './store/open.ts'
import type { Store } from './store/store.ts'
import { type Tables, tablesIn } from './tables/versions.ts'

export type House = {
  store: Store
  keyring: Keyring
  questionnaires: Questionnaires
  settings: () => Promise<Settings>
  /** Accounts of the staff. */
  desk: Desk
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
export async function openHouse(
  config: Pick<Config, 'storeUrl' | 'keyringPath' | 'standaloneAccepted'>,
  now: () => Date,
  warn?: (sentence: string) => void,
): Promise<House> {
  const store = await openStore(config.storeUrl, { standaloneAccepted: config.standaloneAccepted, warn })
  try {
    const keyring = await openKeyring(config.keyringPath, store)
    const audit = auditIn(store, keyring, now)
    const settings = settingsIn(store)
    const analysis = analysisThread(config)
    const gate = gateThread()
    return {
      store,
      keyring,
      questionnaires: questionnairesIn(store, now, async () => (await settings()).values.correctionDays),
      settings,
      desk: deskOf(store, keyring, audit, now),
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
