/** A backup: everything a store holds, copied while it serves, encrypted, and believed only once a store has been made of it. */
import { randomUUID } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join, resolve } from 'node:path'
import { Fault } from '../../cli/fault.ts'
import { fullPlace, isDiskFull } from '../../cli/full-disk.ts'
import { erasureHead } from '../erasure/ledger.ts'
import type { Keyring } from '../keys/keyring.ts'
import { identityOf } from '../keys/store-identity.ts'
import { givenUp } from '../keys/unopened.ts'
import { readable } from '../responses/unreadable.ts'
import { collectionRows } from '../store/collections.ts'
import { openStore } from '../store/open.ts'
import { type Store, type StoredRecord, StoreUnavailable } from '../store/store.ts'
import { auditIn } from './audit.ts'
import { openBackup, writeBackup } from './backup-file.ts'
import { type Backup, backupsIn, expiryOf } from './backups.ts'
import { documentsOf, documentsVersion } from './documents-version.ts'
import { differences, type Tallies, tallying } from './tally.ts'

export type BackupMade = Backup & { tallies: Tallies }

/** What is worth nothing after a restore, as the register says: open sessions, leases…; and the mark of the restore itself. */
const passing = new Set(collectionRows.filter(({ inBackups }) => !inBackups).map(({ name }) => name))
const isCopied = (record: StoredRecord) =>
  record.kind !== 'document' ||
  !(passing.has(record.collection) || (record.collection === 'settings' && record.id === 'restoring'))

/** What a backup holds of a store. */
export async function* copied(store: Store): AsyncGenerator<StoredRecord[]> {
  for await (const page of store.dump()) yield page.filter(isCopied)
}

export async function talliesOf(store: Store): Promise<Tallies> {
  const tally = tallying()
  for await (const page of copied(store)) tally.add(page)
  return tally.tallies()
}

type What = { folder: string; days: number; now: Date }

/**
 * Writes one file into the folder: aside, onto the disk, verified, then named.
 *
 * @throws Fault when the folder cannot be written, or when the copy is not what it should be: no file is left
 */
export async function backUp(store: Store, keyring: Keyring, { folder, days, now }: What): Promise<BackupMade> {
  const into = folderFor(folder)
  const at = now.toISOString()
  const name = `sauvegarde-${at.slice(0, 19).replace(/[-:]/g, '').replace('T', '-')}-${randomUUID().slice(0, 4)}`
  const file = join(into, `${name}.ctg`)
  const draft = `${file}.new`
  const planned: Backup = {
    at,
    file,
    machine: hostname(),
    master: keyring.master,
    expires: expiryOf(at, days),
    bytes: 0,
    verified: false,
  }
  await backupsIn(store).put(name, planned, null)
  try {
    const facts = {
      at,
      expires: planned.expires,
      store: await identityOf(store),
      documents: (await documentsOf(store)) ?? documentsVersion,
      ledger: await erasureHead(store),
      journal: await auditIn(store, keyring, () => now).head(),
    }
    const { tallies } = await writeBackup(draft, keyring, facts, copied(store))
    await verifyBackup(draft, keyring, into)
    const done = { ...planned, bytes: statSync(draft).size, verified: true }
    renameSync(draft, file)
    syncFolder(into)
    await backupsIn(store).put(name, done, 1)
    return { ...done, tallies }
  } catch (error) {
    rmSync(draft, { force: true })
    await backupsIn(store)
      .remove(name)
      .catch(() => {})
    if (isDiskFull(error)) throw new Fault(full(into, error), { cause: error })
    if (error instanceof Fault || error instanceof StoreUnavailable) throw error
    throw new Fault(unwritable(into, error), { cause: error })
  }
}

/**
 * Makes a scratch store of the file and compares: same records, and every key decrypts one of its responses.
 *
 * @param beside folder where the scratch store stands meanwhile
 * @throws Fault when the file does not give back what it says
 */
export async function verifyBackup(path: string, keyring: Keyring, beside: string): Promise<void> {
  const { manifest, pages } = openBackup(path, keyring)
  const scratch = mkdtempSync(join(beside, '.essai-'))
  try {
    const store = await openStore(`sqlite:${join(scratch, 'copy.db')}`)
    try {
      /** Responses of each key that could not be decrypted, until one is. */
      const failed = new Map(manifest.keys.map((key) => [key, 0]))
      for (const page of pages()) {
        await store.load(page)
        for (const record of page) {
          if (record.kind !== 'response' || record.row.key === null) continue
          const tried = failed.get(record.row.key)
          if (tried === undefined) continue
          if (await readable(record.row, keyring)) failed.delete(record.row.key)
          else failed.set(record.row.key, tried + 1)
        }
      }
      const wrong = differences(manifest.tallies, await talliesOf(store))
      if (wrong.length > 0) throw new Fault(unfaithful(wrong))
      // one altered response is copied as it is; a key that opens none is another matter, unless it is known to be lost
      for (const key of await givenUp(store)) failed.delete(key)
      const isBlind = failed.size > 0 && failed.size === manifest.keys.length
      if (isBlind || [...failed.values()].some((count) => count > 1)) throw new Fault(unopenable)
    } finally {
      await store.close()
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** Made when only its parent is there, readable by its owner only; what an interrupted backup left in it goes. */
function folderFor(folder: string): string {
  const into = resolve(folder)
  try {
    // its parent must be there: on a disk that is not mounted, a backup would fill the disk of the base instead
    if (!existsSync(into)) mkdirSync(into, { mode: 0o700 })
    for (const name of readdirSync(into))
      if (/^\.essai-|^sauvegarde-.*\.new$/.test(name) && isOld(join(into, name)))
        rmSync(join(into, name), { recursive: true, force: true })
    const probe = mkdtempSync(join(into, '.essai-'))
    chmodSync(probe, 0o700)
    rmSync(probe, { recursive: true })
    return into
  } catch (error) {
    throw new Fault(unwritable(into, error), { cause: error })
  }
}

const dayMs = 24 * 3_600_000
const isOld = (path: string) => Date.now() - statSync(path).mtimeMs > dayMs

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

/** The base may be on another disk, and be the one that found no room. */
const full = (folder: string, error: unknown) => {
  const place = fullPlace(error) ?? folder
  return `Le disque est plein (${place.startsWith(folder) ? folder : place}) : la sauvegarde s’est arrêtée, et il n’en reste rien. Il lui faut deux fois la place de la base : libérez-en, ou prenez un autre disque, puis recommencez.`
}
const unwritable = (folder: string, error: unknown) =>
  isDiskFull(error)
    ? full(folder, error)
    : `La sauvegarde ne peut pas être écrite dans ${folder} (${(error as NodeJS.ErrnoException).code ?? 'erreur'}) : vérifiez que le disque est branché, que ce dossier vous appartient et qu’il y a deux fois la place de la base.`
const unfaithful = (collections: string[]) =>
  `La sauvegarde relue ne redonne pas ce que la base contient (${collections.join(', ')}) : elle a été effacée ; vérifiez le disque, puis recommencez.`
const unopenable =
  'La sauvegarde relue ne s’ouvre pas : aucune réponse d’une de ses clés n’est lisible. Elle a été effacée ; tapez « npm run doctor » et suivez ce qu’il dit.'
