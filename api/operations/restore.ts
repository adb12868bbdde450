/**
 * Makes a store of a backup, in an empty place, and makes every erasure again. A mark stands in the store until all is done: no
 * program starts on half a restore, and the same command goes on where it stopped.
 */
import { readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Fault } from '../../cli/fault.ts'
import { fullPlace, isDiskFull } from '../../cli/full-disk.ts'
import type { Config } from '../config.ts'
import { noErasure } from '../erasure/erasure.ts'
import { type Ledger, ledgerIn } from '../erasure/ledger.ts'
import { notedJournal, noteJournal, readLedger, refuseOpenLedger } from '../erasure/ledger-file.ts'
import { type Deriver, openKeyring, openMaster } from '../keys/keyring.ts'
import { collections } from '../store/collections.ts'
import { openStore } from '../store/open.ts'
import type { Store } from '../store/store.ts'
import { auditIn } from './audit.ts'
import { talliesOf } from './backup.ts'
import { type Manifest, manifestOf, type OpenBackup, openBackup } from './backup-file.ts'
import { differences } from './tally.ts'

export type Restored = {
  file: string
  /** When the backup was made. */
  at: string
  responses: number
  records: number
  /** Responses and contacts of the backup that had been erased since, and that went again. */
  erasedAgain: number
}

type Options = { from: string; withoutLedger: boolean; now: () => Date; warn?: (sentence: string) => void }

/** @throws Fault when backup, keyring, ledger or store are not what they must be; the sentence says what to do */
export async function restore(
  config: Pick<Config, 'storeUrl' | 'keyringPath' | 'ledgerPath'>,
  { from, withoutLedger, now, warn }: Options,
): Promise<Restored> {
  const file = fileAt(from)
  const master = openMaster(config.keyringPath)
  const backup = openBackup(file, master)
  if (withoutLedger) refuseLedger(config.ledgerPath, master)
  else checkLedger(config.ledgerPath, master, backup.manifest, file)
  let store: Store | null = null
  try {
    store = await openStore(config.storeUrl, warn)
    await load(store, backup)
    const keyring = await openKeyring(config.keyringPath, store)
    for (const key of backup.manifest.keys)
      if (!(await keyring.key(key))) throw new Fault(keyMissing(config.keyringPath))
    const ledger = ledgerIn(store, config.ledgerPath, keyring, now)
    const erasedAgain = await eraseAgain(store, ledger, withoutLedger)
    const audit = auditIn(store, keyring, now, config.ledgerPath)
    const lost = (notedJournal(config.ledgerPath, keyring)?.number ?? 0) - (await audit.head()).number
    const { number, hash } = await audit.record({
      who: 'operateur',
      what: 'backup-restored',
      about: backup.manifest.at.slice(0, 10),
      details: {
        'effacées de nouveau': erasedAgain,
        registre: withoutLedger ? 'perdu, dit exprès' : 'rejoué',
        ...(lost > 0 ? { 'lignes du journal perdues': lost } : {}),
      },
    })
    // the lines written since the backup are lost with the base: this one says it, and the ledger goes on from here
    noteJournal(config.ledgerPath, keyring, { number, hash })
    await marks(store).remove('restoring')
    const counts = Object.entries(backup.manifest.tallies)
    const sum = (all: typeof counts) => all.reduce((total, [, { count }]) => total + count, 0)
    return {
      file,
      at: backup.manifest.at,
      responses: sum(counts.filter(([name]) => name.startsWith('responses '))),
      records: sum(counts),
      erasedAgain,
    }
  } catch (error) {
    throw isDiskFull(error) ? new Fault(full(error), { cause: error }) : error
  } finally {
    await store?.close()
  }
}

/** @throws Fault when a restore in this store stopped before its end */
export async function refuseHalfRestored(store: Store): Promise<void> {
  if (await marks(store).get('restoring'))
    throw new Fault(
      'Une restauration s’est arrêtée avant la fin dans cette base : relancez la même commande « npm run restore », elle reprendra.',
    )
}

const marks = (store: Store) => store.collection(collections.settings)

/** The file itself, or the newest backup of a folder: names begin with their date. */
function fileAt(from: string): string {
  try {
    if (!statSync(from).isDirectory()) return from
    const [last] = readdirSync(from)
      .filter((name) => name.endsWith('.ctg'))
      .toSorted()
      .reverse()
    if (last) return join(from, last)
  } catch (error) {
    throw new Fault(`${from} ne peut pas être lu : indiquez par --from une sauvegarde, ou leur dossier.`, {
      cause: error,
    })
  }
  throw new Fault(`Le dossier ${from} ne contient aucune sauvegarde (fichiers .ctg) : indiquez-en un autre par --from.`)
}

function checkLedger(path: string, master: Deriver, { ledger }: Manifest, backup: string): void {
  refuseOpenLedger(path)
  const file = readLedger(path, master)
  if (!file) throw new Fault(noLedger(path))
  const reached = ledger.number === 0 ? noErasure : file.entries[ledger.number - 1]
  if (file.keyring !== master.id || (reached && reached.hash !== ledger.hash)) throw new Fault(otherLedger(path))
  if (!reached) throw new Fault(oldLedger(path, file.head.number, ledger.number))
  for (const other of backupsOf(dirname(backup), master))
    if (other.ledger.number > file.head.number)
      throw new Fault(olderThan(path, file.head.number, other.ledger.number, other.file))
}

/** Those that this keyring opens: what a later one knows of erasures is known, whichever is restored. */
function* backupsOf(folder: string, master: Deriver): Generator<Manifest & { file: string }> {
  for (const name of readdirSync(folder).filter((name) => name.endsWith('.ctg'))) {
    const file = join(folder, name)
    try {
      yield { ...manifestOf(file, master), file }
    } catch (error) {
      if (!(error instanceof Fault)) throw error
    }
  }
}

function refuseLedger(path: string, master: Deriver): void {
  if (readLedger(path, master))
    throw new Fault(
      `Le registre des effacements ${path} est là : relancez sans --without-ledger, ou déplacez-le s’il n’est pas le bon.`,
    )
}

async function load(store: Store, { manifest, pages }: OpenBackup): Promise<void> {
  const mark = await marks(store).get('restoring')
  if (mark ? mark.value.chain !== manifest.chain : !(await store.isEmpty())) throw new Fault(notEmpty(mark !== null))
  if (mark?.value.isLoaded) return
  if (!mark) await marks(store).put('restoring', { chain: manifest.chain, isLoaded: false }, null)
  for (const page of pages()) await store.load(page)
  const wrong = differences(manifest.tallies, await talliesOf(store))
  if (wrong.length > 0)
    throw new Fault(
      `La base restaurée ne redonne pas ce que la sauvegarde contient (${wrong.join(', ')}) : vérifiez le disque, puis recommencez dans une base vide.`,
    )
  const written = await marks(store).get('restoring')
  await marks(store).put('restoring', { chain: manifest.chain, isLoaded: true }, written!.revision)
}

async function eraseAgain(store: Store, ledger: Ledger, withoutLedger: boolean): Promise<number> {
  const before = await rowsOf(store)
  if (withoutLedger) await ledger.rebuild()
  else await ledger.open()
  await ledger.replay()
  return before - (await rowsOf(store))
}

/** Responses and contacts. */
async function rowsOf(store: Store): Promise<number> {
  const tallies = Object.entries(await talliesOf(store))
  return tallies
    .filter(([name]) => name.startsWith('responses ') || name === 'document contacts')
    .reduce((sum, [, { count }]) => sum + count, 0)
}

const notEmpty = (isMarked: boolean) =>
  isMarked
    ? 'Une autre sauvegarde est en cours de restauration dans cette base : terminez-la avec la même commande, ou prenez une base vide ; rien n’a été modifié.'
    : 'Cette base n’est pas vide : une sauvegarde se restaure dans une base vide. Déplacez celle qui est là, ou indiquez-en une autre par --store ; rien n’a été modifié.'
const noLedger = (path: string) =>
  `Le registre des effacements ${path} est introuvable : remettez-le à sa place depuis sa copie, sans quoi des réponses retirées reviendraient. S’il est perdu pour de bon, dites-le : --without-ledger.`
const otherLedger = (path: string) =>
  `Le registre des effacements ${path} n’est pas celui de cette sauvegarde : indiquez le bon par LEDGER ; rien n’a été restauré.`
const oldLedger = (path: string, has: number, wanted: number) =>
  `Le registre des effacements ${path} est plus ancien que la sauvegarde (${has} effacement${has > 1 ? 's' : ''} au lieu de ${wanted} au moins) : remettez la dernière copie à sa place ; rien n’a été restauré.`
const olderThan = (path: string, has: number, wanted: number, backup: string) =>
  `Le registre des effacements ${path} est plus ancien que la sauvegarde ${backup} (${has} effacement${has > 1 ? 's' : ''} au lieu de ${wanted} au moins) : remettez la dernière copie à sa place. Si cette sauvegarde date d’avant une restauration sans registre, mettez-la dans un autre dossier ; rien n’a été restauré.`
const full = (error: unknown) => {
  const place = fullPlace(error)
  return `Le disque est plein${place ? ` (${dirname(place)})` : ''} : libérez de la place, puis relancez la même commande : la restauration reprend où elle en était. D’ici là, ce site ne démarre pas.`
}
const keyMissing = (path: string) =>
  `Le trousseau de clés ${path} est plus ancien que la sauvegarde : il lui manque une clé, et des réponses resteraient illisibles. Remettez sa dernière copie à sa place, puis relancez la même commande.`
