/** What every route needs, opened once by a command and closed by it. */
import { say } from '../cli/command.ts'
import { accountsService } from './accounts/accounts.ts'
import { authorityIn } from './authority/versions.ts'
import type { Config, StoreAccess } from './config.ts'
import type { DataContext } from './data-context.ts'
import { type ReviewThread, reviewThread } from './design/review-thread.ts'
import { ledgerIn } from './erasure/ledger.ts'
import { backupsBeside, ledgerBeside, setLedgerAside } from './erasure/ledger-file.ts'
import { realTime, type Stopwatch } from './http/cache.ts'
import { openKeyring } from './keys/keyring.ts'
import { refuseAbsentBase, refuseMissingBase } from './keys/missing-base.ts'
import { refuseUnsafePlace } from './keys/place.ts'
import { auditIn } from './operations/audit.ts'
import { noteShapeCopies } from './operations/backups.ts'
import { refuseNewer } from './operations/documents-version.ts'
import { refuseHalfRestored } from './operations/restore.ts'
import { upgradeDocuments } from './operations/upgrade.ts'
import { questionnairesIn } from './questionnaires/questionnaires.ts'
import { readersAt } from './responses/ranges.ts'
import { type AnalysisThread, analysisThread } from './results/threads/thread.ts'
import { settingsIn } from './settings/settings.ts'
import { openStore } from './store/open.ts'
import { tablesIn } from './tables/versions.ts'

export type AppContext = DataContext & {
  /** Counts and publishes in a thread of its own, started when somebody first asks. */
  analysis: AnalysisThread
  /** Checks drafts in a thread of its own. */
  review: ReviewThread
  close(): Promise<void>
}

/**
 * Opens the store and its keyring.
 *
 * @throws Fault with a French sentence when either cannot be used as it is
 */
export async function openContext(
  config: StoreAccess & Partial<Pick<Config, 'dataDir' | 'ledgerPath'>>,
  now: () => Date,
  warn?: (sentence: string) => void,
  { newStore = false, stopwatch = realTime }: { newStore?: boolean; stopwatch?: Stopwatch } = {},
): Promise<AppContext> {
  const { keyringPath, storeUrl, dataDir = null } = config
  refuseUnsafePlace(keyringPath, dataDir)
  // before the store is opened: it would be made, empty, in the place of the one to restore
  if (!newStore) await refuseMissingBase(keyringPath, storeUrl)
  const store = await openStore(storeUrl, warn)
  try {
    await refuseHalfRestored(store)
    // before anything is written into it
    await refuseNewer(store)
    const keyring = await openKeyring(keyringPath, store, { newStore, warn })
    const ledgerPath = config.ledgerPath ?? ledgerBeside(keyringPath)
    const audit = auditIn(store, keyring, now, ledgerPath)
    const authority = authorityIn(store, stopwatch)
    await authority.now()
    const settings = settingsIn(store, stopwatch)
    const aside = newStore ? setLedgerAside(ledgerPath, keyring) : null
    if (aside) warn?.(`L’ancien registre des effacements est maintenant ici : ${aside}.`)
    const ledger = ledgerIn(store, ledgerPath, keyring, now)
    const { backupDays: days, backupFolder } = (await settings()).values
    const folder = backupFolder || backupsBeside(config.keyringPath)
    await upgradeDocuments({ store, keyring }, { folder, days, now, warn })
    await noteShapeCopies(store, days)
    const analysis = analysisThread(config)
    const review = reviewThread()
    return {
      store,
      keyring,
      questionnaires: questionnairesIn(store, now, async () => (await settings()).values.correctionDays, stopwatch),
      settings,
      authority,
      accounts: accountsService(store, keyring, audit, now),
      audit,
      ledger,
      backupsFolder: async () => (await settings()).values.backupFolder || backupsBeside(config.keyringPath),
      tables: tablesIn(store),
      analysis,
      review,
      now,
      readers: readersAt({ storeUrl, keyringPath }),
      stopwatch,
      close: async () => {
        await analysis.close()
        await review.close()
        await store.close()
      },
    }
  } catch (error) {
    await store.close()
    throw error
  }
}

/**
 * For a command that works on what is there; what it is warned of goes to the error output.
 *
 * @throws Fault also where there is no base: none is made
 */
export async function openExisting(config: Config): Promise<AppContext> {
  await refuseMissingBase(config.keyringPath, config.storeUrl)
  await refuseAbsentBase(config.storeUrl)
  return openContext(config, () => new Date(), say)
}
