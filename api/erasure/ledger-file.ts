/**
 * The file of the erasure ledger: one JSON line per erasure, only ever appended to, on the disk before anybody is answered. A line
 * cut short by a power cut was never answered for: it is passed over, and its entry stands again further on. The heading, sealed by
 * the keyring and written anew in its place, says how far the erasures and the journal have come at least: an end cut off either is
 * seen, whether or not a base is there.
 */
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import * as z from 'zod'
import { Fault } from '../../cli/fault.ts'
import { canonical } from '../../surveys/canonical.ts'
import type { Deriver } from '../keys/keyring.ts'
import { Erasure, follows, type Head, noErasure } from './erasure.ts'

const Reached = z.strictObject({ number: z.int().min(0), hash: z.string() })
const Heading = z.strictObject({
  format: z.literal(1),
  ledger: z.string(),
  keyring: z.string(),
  /** Last erasure and last line of the journal when this was written. */
  erasures: Reached,
  journal: Reached,
  /** Id of the master the seal is made with. */
  master: z.string(),
  seal: z.string(),
})
export type Heading = z.infer<typeof Heading>
/** One sector of a disk: the heading is replaced whole or not at all. */
const headingBytes = 512

export type LedgerFile = Heading & { entries: Erasure[]; head: Head }

/** Beside the keyring, which is on another disk than the data or at least out of their folder. */
export const ledgerBeside = (keyringPath: string): string => beside(keyringPath, 'ledger.jsonl')

/** The folder of backups nobody has named a place for. */
export const backupsBeside = (keyringPath: string): string => beside(keyringPath, 'backups')

const beside = (keyringPath: string, name: string) =>
  join(dirname(keyringPath), `${basename(keyringPath, '.json').replace(/-keyring$/, '')}-${name}`)

/**
 * @param keyring seals the heading; of a ledger that is another keyring's, only the name of that one is to be believed
 * @returns null when there is no such file
 * @throws Fault when it is not a ledger, or when a line was changed or removed
 */
export function readLedger(path: string, keyring: Deriver): LedgerFile | null {
  const text = textOf(path)
  if (text === null) return null
  const lines = text.split('\n')
  const heading = sealedHeading(lines[0]!, keyring)
  if (heading === null) throw new Fault(damaged(path))
  const entries: Erasure[] = []
  let head = noErasure
  for (const line of lines.slice(1)) {
    const entry = Erasure.safeParse(parsed(line))
    // cut short, or written by two processes at once: what matters is that the chain goes on
    if (!entry.success || entry.data.number <= head.number) continue
    if (!follows(head, entry.data)) throw new Fault(damaged(path))
    entries.push(entry.data)
    head = { number: entry.data.number, hash: entry.data.hash }
  }
  const { number, hash } = heading.erasures
  if (number > head.number) throw new Fault(cut(path, head.number, number))
  if (number > 0 && entries[number - 1]!.hash !== hash) throw new Fault(damaged(path))
  return { ...heading, entries, head }
}

/** The last line of the journal the ledger has heard of; null when there is no ledger, or none that can be believed. */
export function notedJournal(path: string, keyring: Deriver): Head | null {
  const heading = headingAt(path, keyring)
  return heading?.keyring === keyring.id ? heading.journal : null
}

/** Durable when it returns; nothing where there is no ledger that can be believed, which its own checks say. */
export function noteJournal(path: string, keyring: Deriver, journal: Head): void {
  const heading = headingAt(path, keyring)
  if (heading?.keyring === keyring.id) writeHeading(path, keyring, { ...heading, journal })
}

/** @throws Fault when others can read or change it: whoever does takes away the proof of what was erased */
export function refuseOpenLedger(path: string): void {
  if (process.platform === 'win32') return
  const file = statSync(path, { throwIfNoEntry: false })
  if (file && (file.mode & 0o077) !== 0)
    throw new Fault(
      `Le registre des effacements ${path} est ouvert à d’autres comptes de cette machine : tapez « chmod 600 ${path} », puis relancez.`,
    )
}

function headingAt(path: string, keyring: Deriver): Heading | null {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch {
    return null
  }
  try {
    const bytes = Buffer.alloc(headingBytes)
    return sealedHeading(bytes.toString('utf8', 0, readSync(file, bytes, 0, headingBytes, 0)), keyring)
  } finally {
    closeSync(file)
  }
}

function sealedHeading(line: string, keyring: Deriver): Heading | null {
  const heading = Heading.safeParse(parsed(line))
  if (!heading.success) return null
  if (heading.data.keyring !== keyring.id) return heading.data
  const { seal, ...rest } = heading.data
  const [given, wanted] = [Buffer.from(seal), Buffer.from(sealOf(rest, keyring))]
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? heading.data : null
}

const sealOf = (heading: Omit<Heading, 'seal'>, { derive }: Deriver): string =>
  createHmac('sha256', derive('ledger', heading.master)).update(canonical(heading)).digest('base64url')

function headingLine({ seal: _, ...heading }: Omit<Heading, 'seal'> & { seal?: string }, keyring: Deriver): string {
  const sealed = { ...heading, master: keyring.master }
  return `${JSON.stringify({ ...sealed, seal: sealOf(sealed, keyring) }).padEnd(headingBytes - 1)}\n`
}

function writeHeading(path: string, keyring: Deriver, heading: Heading): void {
  const descriptor = openSync(path, 'r+')
  try {
    writeSync(descriptor, headingLine(heading, keyring), 0)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new Fault(unusable(path, error), { cause: error })
  }
}

/** Makes an empty ledger when there is none; of several processes that do so at once, one wins. */
export function makeLedger(path: string, keyring: Deriver): void {
  const draft = `${path}.${randomUUID()}.new`
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    const heading = { erasures: noErasure, journal: noErasure, master: keyring.master }
    written(draft, headingLine({ format: 1, ledger: randomUUID(), keyring: keyring.id, ...heading }, keyring), 'wx')
    try {
      linkSync(draft, path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    syncFolder(dirname(path))
  } catch (error) {
    throw new Fault(unusable(path, error), { cause: error })
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Durable when it returns. A line begins anew after one that was cut short; the heading never says more than the lines do. */
export function appendErasures(path: string, keyring: Deriver, entries: readonly Erasure[]): void {
  const last = entries.at(-1)
  if (!last) return
  try {
    const isCut = !readFileSync(path).subarray(-1).equals(Buffer.from('\n'))
    written(path, (isCut ? '\n' : '') + entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''), 'a')
    const heading = headingAt(path, keyring)
    if (heading && heading.erasures.number < last.number)
      writeHeading(path, keyring, { ...heading, erasures: { number: last.number, hash: last.hash } })
  } catch (error) {
    throw new Fault(unusable(path, error), { cause: error })
  }
}

function written(path: string, text: string, flags: 'wx' | 'a'): void {
  const descriptor = openSync(path, flags, 0o600)
  try {
    writeSync(descriptor, text)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    // a line cut short is no entry
    return null
  }
}

export const missingLedger = (path: string) =>
  `Le registre des effacements ${path} est introuvable : remettez-le à sa place depuis sa copie, ou indiquez-le par LEDGER. S’il est perdu pour de bon, tapez « npm run ledger -- --rebuild » ; rien n’a été modifié.`
const damaged = (path: string) =>
  `Le registre des effacements ${path} a été modifié ou abîmé : remettez-le à sa place depuis sa copie.`
const cut = (path: string, has: number, wanted: number) =>
  `Le registre des effacements ${path} est plus court qu’il ne l’a été (${has} effacement${has > 1 ? 's' : ''} au lieu de ${wanted}) : remettez-le à sa place depuis sa copie la plus récente ; rien n’a été modifié.`
const unusable = (path: string, error: unknown) =>
  `Le registre des effacements ${path} ne peut pas être lu ou écrit (${(error as NodeJS.ErrnoException).code ?? 'erreur'}) : vérifiez que ce dossier vous appartient et que le disque a de la place.`

/**
 * Leaves the ledger of a base that was given up beside its place, under the name of that base.
 *
 * @param keyring that of the new base
 * @returns where it is now; null when there was none, or when it is the new base's own
 */
export function setLedgerAside(path: string, keyring: Deriver): string | null {
  const file = readLedger(path, keyring)
  if (!file || file.keyring === keyring.id) return null
  const aside = `${path}.base-${file.keyring.slice(0, 8)}-${randomUUID().slice(0, 4)}`
  renameSync(path, aside)
  syncFolder(dirname(path))
  return aside
}
