/**
 * The file of a backup: a heading in clear, chunks encrypted one by one, and a manifest under an HMAC. Every byte is
 * authenticated, and the file must end where the manifest does: cut short, lengthened or with one bit changed, it is refused.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs'
import * as z from 'zod'
import { Fault } from '../../cli/fault.ts'
import type { Deriver } from '../keys/keyring.ts'
import type { StoredRecord } from '../store/store.ts'
import { lineOf, recordOf } from './record-line.ts'
import { tallying } from './tally.ts'

const mark = Buffer.from('CTGBACKUP1\n')
const hashBytes = 32
const tagBytes = 16
/** Text of a chunk before it is encrypted, about. */
const chunkBytes = 1024 * 1024
/** No part is longer: a changed length never fills the memory. */
const mostBytes = 64 * 1024 * 1024

const Heading = z.strictObject({
  format: z.literal(1),
  keyring: z.string(),
  master: z.string(),
  salt: z.base64url(),
})
type Heading = z.infer<typeof Heading>

const Head = z.strictObject({ number: z.int().min(0), hash: z.string() })
export const Facts = z.strictObject({
  at: z.string(),
  /** When the file is to be deleted. */
  expires: z.string(),
  /** Id shared by store and keyring; null in a store that has none. */
  store: z.string().nullable(),
  /** Version of the stored documents. */
  documents: z.int().min(0),
  /** Last erasure, and last line of the journal, when the copy began. */
  ledger: Head,
  journal: Head,
})
export type Facts = z.infer<typeof Facts>
export const Manifest = Facts.extend({
  tallies: z.record(z.string(), z.strictObject({ count: z.int(), digest: z.string() })),
  /** Ids of the keys the responses are encrypted with. */
  keys: z.array(z.string()),
  chunks: z.int().min(0),
  /** SHA-256 over the chain of chunks. */
  chain: z.string(),
})
export type Manifest = z.infer<typeof Manifest>

type BackupKeys = { chunks: Uint8Array; manifest: Uint8Array }

/** From the master of that day, and a salt of the file's own. @throws Fault when the keyring has no such master */
function backupKeys({ derive }: Deriver, salt: Uint8Array, master: string): BackupKeys {
  const of = (use: string) => new Uint8Array(hkdfSync('sha256', derive('backup', master), salt, use, 32))
  return { chunks: of('chunks'), manifest: of('manifest') }
}

/** Writes the whole file, durable when it resolves; a file of this name must not exist. */
export async function writeBackup(
  path: string,
  master: Deriver,
  facts: Facts,
  pages: AsyncIterable<readonly StoredRecord[]>,
): Promise<Manifest> {
  const salt = randomBytes(hashBytes)
  const keys = backupKeys(master, salt, master.master)
  const heading: Heading = {
    format: 1,
    keyring: master.id,
    master: master.master,
    salt: salt.toString('base64url'),
  }
  const descriptor = openSync(path, 'wx', 0o600)
  try {
    const opening = Buffer.concat([mark, part(Buffer.from(JSON.stringify(heading)))])
    writeAll(descriptor, opening)
    const tally = tallying()
    const needed = new Set<string>()
    let chain: Uint8Array = createHash('sha256').update(opening).digest()
    let chunks = 0
    let lines: string[] = []
    let size = 0
    const flush = () => {
      if (lines.length === 0) return
      const chunk = encrypted(Buffer.from(lines.join('\n')), chunks++, keys)
      chain = linked(chain, chunk)
      writeAll(descriptor, part(chunk))
      lines = []
      size = 0
    }
    for await (const page of pages) {
      tally.add(page)
      for (const record of page) {
        if (record.kind === 'response' && record.row.key !== null) needed.add(record.row.key)
        const line = lineOf(record)
        lines.push(line)
        size += line.length
        if (size >= chunkBytes) flush()
      }
    }
    flush()
    const manifest: Manifest = {
      ...facts,
      tallies: tally.tallies(),
      keys: [...needed].toSorted(),
      chunks,
      chain: Buffer.from(chain).toString('base64url'),
    }
    const text = Buffer.from(JSON.stringify(manifest))
    writeAll(descriptor, Buffer.concat([part(Buffer.alloc(0)), part(text), stamp(opening, text, keys)]))
    fsyncSync(descriptor)
    return manifest
  } finally {
    closeSync(descriptor)
  }
}

/** A backup whose every byte was verified, to be read again page by page. */
export type OpenBackup = { manifest: Manifest; pages(): Iterable<StoredRecord[]> }

/** @throws Fault when nothing is there, when it is no backup, was made with another keyring, or is not whole to the last bit */
export function openBackup(path: string, master: Deriver): OpenBackup {
  if (!existsSync(path)) throw new Fault(`La sauvegarde ${path} est introuvable : vérifiez son chemin.`)
  return { manifest: readThrough(path, master), pages: () => chunksOf(path, master) }
}

/**
 * What a backup says of itself: its chunks are passed over, and nothing is said of them.
 *
 * @throws Fault as `openBackup` does
 */
export function manifestOf(path: string, master: Deriver): Manifest {
  const file = openSync(path, 'r')
  try {
    const parts = reading(file, path)
    const keys = keysOf(parts.heading, master, path)
    while (parts.passOver() > 0);
    return sealedManifest(parts, keys, path)
  } finally {
    closeSync(file)
  }
}

function* chunksOf(path: string, master: Deriver): Generator<StoredRecord[]> {
  const file = openSync(path, 'r')
  try {
    const { heading, next } = reading(file, path)
    const keys = keysOf(heading, master, path)
    for (let index = 0; ; index++) {
      const chunk = next()
      if (chunk.length === 0) return
      yield opened(chunk, index, keys, path)
    }
  } finally {
    closeSync(file)
  }
}

function readThrough(path: string, master: Deriver): Manifest {
  const file = openSync(path, 'r')
  try {
    const parts = reading(file, path)
    const { heading, opening, next } = parts
    const keys = keysOf(heading, master, path)
    const tally = tallying()
    let chain: Uint8Array = createHash('sha256').update(opening).digest()
    let chunks = 0
    for (let chunk = next(); chunk.length > 0; chunk = next()) {
      const records = opened(chunk, chunks++, keys, path)
      chain = linked(chain, chunk)
      tally.add(records)
    }
    const manifest = sealedManifest(parts, keys, path)
    const isWhole =
      manifest.chunks === chunks &&
      manifest.chain === Buffer.from(chain).toString('base64url') &&
      JSON.stringify(manifest.tallies) === JSON.stringify(tally.tallies())
    if (!isWhole) throw new Fault(damaged(path))
    return manifest
  } finally {
    closeSync(file)
  }
}

/** @throws Fault unless the file ends with it, and with the stamp of this keyring */
function sealedManifest({ opening, next, rest }: Parts, keys: BackupKeys, path: string): Manifest {
  const text = next()
  const end = rest(hashBytes + 1)
  if (end.length !== hashBytes || !timingSafeEqual(end, stamp(opening, text, keys))) throw new Fault(damaged(path))
  const manifest = Manifest.safeParse(JSON.parse(text.toString()))
  if (!manifest.success) throw new Fault(damaged(path))
  return manifest.data
}

/** @throws Fault when the keyring is another one, or lacks the master of that day */
function keysOf({ keyring, master, salt }: Heading, ring: Deriver, path: string): BackupKeys {
  if (keyring !== ring.id) throw new Fault(foreign(path))
  try {
    return backupKeys(ring, Buffer.from(salt, 'base64url'), master)
  } catch (error) {
    throw new Fault(foreign(path), { cause: error })
  }
}

type Parts = ReturnType<typeof reading>

/** Reads from the beginning: the mark, the heading, then each part when it is asked for. */
function reading(file: number, path: string) {
  let position = 0
  function exactly(length: number): Buffer {
    const bytes = rest(length)
    if (bytes.length < length) throw new Fault(damaged(path))
    return bytes
  }
  function rest(most: number): Buffer {
    const bytes = Buffer.alloc(most)
    let read = 0
    for (let got = -1; read < most && got !== 0; read += got)
      got = readSync(file, bytes, read, most - read, position + read)
    position += read
    return bytes.subarray(0, read)
  }
  function lengthOfNext(): number {
    const length = exactly(4).readUInt32BE()
    if (length > mostBytes) throw new Fault(damaged(path))
    return length
  }
  const next = () => exactly(lengthOfNext())
  /** @returns how long it was */
  function passOver(): number {
    const length = lengthOfNext()
    position += length
    return length
  }
  if (!rest(mark.length).equals(mark)) throw new Fault(noBackup(path))
  const text = next()
  const heading = Heading.safeParse(parsed(text.toString()))
  if (!heading.success) throw new Fault(damaged(path))
  return { heading: heading.data, opening: Buffer.concat([mark, part(text)]), next, passOver, rest }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function part(bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written)
}

const linked = (chain: Uint8Array, chunk: Uint8Array) => createHash('sha256').update(chain).update(chunk).digest()
const stamp = (opening: Uint8Array, manifest: Uint8Array, keys: BackupKeys) =>
  createHmac('sha256', keys.manifest).update(opening).update(manifest).digest()

/** A key serves one file: the number of the chunk never comes twice under it. */
function nonceOf(index: number): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(index, 8)
  return nonce
}

function encrypted(plain: Uint8Array, index: number, keys: BackupKeys): Buffer {
  const cipher = createCipheriv('aes-256-gcm', keys.chunks, nonceOf(index))
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function opened(chunk: Uint8Array, index: number, keys: BackupKeys, path: string): StoredRecord[] {
  try {
    const decipher = createDecipheriv('aes-256-gcm', keys.chunks, nonceOf(index))
    decipher.setAuthTag(chunk.subarray(-tagBytes))
    const plain = Buffer.concat([decipher.update(chunk.subarray(0, -tagBytes)), decipher.final()])
    return plain.toString().split('\n').map(recordOf)
  } catch (error) {
    throw new Fault(damaged(path), { cause: error })
  }
}

const noBackup = (path: string) =>
  `${path} n’est pas une sauvegarde de ce programme : indiquez-en une autre par --from.`
const damaged = (path: string) =>
  `La sauvegarde ${path} est abîmée ou incomplète : rien n’a été restauré ; prenez-en une autre, ou recopiez-la depuis son autre emplacement.`
const foreign = (path: string) =>
  `La sauvegarde ${path} a été faite avec un autre trousseau de clés : indiquez par KEYRING celui qui servait ce jour-là.`
