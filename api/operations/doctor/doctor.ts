/** Examines an installation from the outside in: files, disks, base, keys, history, then every record. It opens what it can and changes nothing but the notes of unreadable responses. */
import { existsSync } from 'node:fs'
import type { Config } from '../../config.ts'
import type { AppContext } from '../../context.ts'
import { ledgerIn } from '../../erasure/ledger.ts'
import { backupsBeside } from '../../erasure/ledger-file.ts'
import { realTime } from '../../http/cache.ts'
import { openKeyring } from '../../keys/keyring.ts'
import { questionnairesIn } from '../../questionnaires/questionnaires.ts'
import { settingsIn } from '../../settings/settings.ts'
import { openStore } from '../../store/open.ts'
import { pathOf } from '../../store/sqlite.ts'
import type { Store } from '../../store/store.ts'
import { auditIn } from '../audit.ts'
import { openBackup } from '../backup-file.ts'
import { refuseHalfRestored } from '../restore.ts'
import { baseChecks, baseRefusal } from './base.ts'
import { type Check, looked, warning, wrong } from './check.ts'
import { directoryChecks } from './directory.ts'
import { historyChecks } from './history.ts'
import { httpsChecks } from './https.ts'
import { keyChecks } from './keys.ts'
import { backupsFolderCheck, modeChecks } from './modes.ts'
import { repaired } from './repair.ts'
import { type RecordsRead, readRecords, recordChecks } from './responses.ts'
import { sizeOfBase, spaceChecks } from './space.ts'

type Examined = Pick<Config, 'dataDir' | 'storeUrl' | 'keyringPath' | 'ledgerPath'>
export type Diagnosis = {
  checks: Check[]
  /** Ids of the unreadable responses; null when the base could not be read. */
  unreadable: string[] | null
  /** Ids of those that were brought back. */
  repaired: string[]
}

type Options = {
  now: () => Date
  /** A backup that unreadable responses are brought back from. */
  repair?: string | null
  /** Called with the number of responses read so far. */
  read?: (responses: number) => void
}

export async function diagnosis(config: Examined, options: Options): Promise<Diagnosis> {
  const base = baseOf(config)
  const places = { ...config, base, backupsFolder: backupsBeside(config.keyringPath) }
  const disks = [
    ...(base === null ? [] : [{ what: 'la base', path: base }]),
    { what: 'le trousseau', path: config.keyringPath },
    { what: 'le registre des effacements', path: config.ledgerPath },
    { what: 'les sauvegardes', path: places.backupsFolder },
  ]
  const checks = [...modeChecks(places), ...spaceChecks(disks, sizeOfBase(base))]
  const ended = (more: Check[]): Diagnosis => ({ checks: [...checks, ...more], unreadable: null, repaired: [] })
  let store: Store | null = null
  try {
    const refusal = await looked('Base', async () => {
      const found = baseRefusal(base)
      if (found) return [found]
      store = await openStore(config.storeUrl)
      await refuseHalfRestored(store)
      return []
    })
    if (refusal.length > 0 || store === null) return ended(refusal)
    const opened: Store = store
    checks.push(...(await looked('Base', () => baseChecks(opened))))
    return await withKeys(config, opened, checks, options)
  } finally {
    await (store as Store | null)?.close()
  }
}

async function withKeys(config: Examined, store: Store, checks: Check[], options: Options): Promise<Diagnosis> {
  const { now, repair = null, read } = options
  let context: Pick<AppContext, 'store' | 'keyring' | 'now'> | null = null
  const refusal = await looked('Clés', async () => {
    if (!existsSync(config.keyringPath))
      return [
        wrong(
          'Clés',
          `Le trousseau de clés ${config.keyringPath} est introuvable.`,
          'Remettez-le à sa place depuis sa copie, ou indiquez-la par KEYRING.',
        ),
      ]
    context = { store, keyring: await openKeyring(config.keyringPath, store, { isLenient: true }), now }
    return []
  })
  if (context === null) return { checks: [...checks, ...refusal], unreadable: null, repaired: [] }
  const { keyring } = context as Pick<AppContext, 'store' | 'keyring' | 'now'>
  // what is wrong with it says nothing of the base
  const backup = repair === null ? null : openBackup(repair, keyring)
  const settings = settingsIn(store, realTime)
  const audit = auditIn(store, keyring, now, config.ledgerPath)
  const history = {
    store,
    keyring,
    audit,
    now,
    settings,
    ledger: ledgerIn(store, config.ledgerPath, keyring, now),
    questionnaires: questionnairesIn(store, now, async () => (await settings()).values.correctionDays, realTime),
  }
  checks.push(
    ...(await looked('Place sur les disques', async () => {
      const { backupFolder } = (await settings()).values
      if (backupFolder === '') return []
      const found = spaceChecks([{ what: 'les sauvegardes', path: backupFolder }], sizeOfBase(baseOf(config)))
      return [...found.filter(({ state }) => state !== 'well'), ...backupsFolderCheck(backupFolder, config.keyringPath)]
    })),
    ...(await looked('Protection des réponses', async () =>
      (
        await settings()
      ).values.sealing
        ? []
        : [
            warning(
              'Protection des réponses',
              'Les réponses qui arrivent ne sont plus scellées : une copie volée de la base peut être lue.',
              'Cochez de nouveau « Sceller les réponses » (« Réglages ») dès que la raison de l’arrêter n’est plus là.',
            ),
          ],
    )),
    ...(await looked('Clés', () => keyChecks(store, keyring, config.keyringPath))),
    ...(await historyChecks(history)),
    ...(await looked('Annuaire', () => directoryChecks(store))),
  )
  let records: RecordsRead | null = null
  let back: string[] = []
  const ends = await looked('Réponses', async () => {
    records = await readRecords({ store, keyring, now }, read)
    back = backup === null ? [] : await repaired({ store, keyring }, records, backup)
    if (back.length > 0) {
      await audit.record({ who: 'operateur', what: 'responses-repaired', details: { réponses: back.length } })
      records = await readRecords({ store, keyring, now })
    }
    return [...recordChecks(records), ...httpsChecks(await settings(), records.real)]
  })
  const unreadable = (records as RecordsRead | null)?.unreadable ?? null
  return { checks: [...checks, ...ends], unreadable, repaired: back }
}

/** File of the base; null when it is on a server. */
const baseOf = ({ storeUrl }: Examined) => (storeUrl.startsWith('sqlite:') ? pathOf(storeUrl) : null)
