/** The keyring: one master key, and under it one key per questionnaire, in a private file kept apart from the data. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, randomUUID } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import * as z from 'zod'
import { Fault } from '../../cli/fault.ts'
import type { Store } from '../store/store.ts'
import { locked, writePrivate } from './keyring-file.ts'

const KeyringFile = z.strictObject({
  format: z.literal(1),
  id: z.string(),
  master: z.base64url().length(43),
  keys: z.array(
    z.strictObject({ id: z.string(), questionnaire: z.string(), madeAt: z.string(), wrapped: z.base64url() }),
  ),
})
type KeyringFile = z.infer<typeof KeyringFile>

/** What seals the sheets of a questionnaire and tells them apart. */
export type QuestionnaireKey = { id: string; seal: Uint8Array; digest: Uint8Array }

export type Keyring = {
  id: string
  /** The key new sheets of this questionnaire are sealed with, made when there is none. */
  keyFor(questionnaire: string): QuestionnaireKey
  /** The key of this id, or null when it was destroyed or lies in another keyring. */
  key(id: string): QuestionnaireKey | null
}

/**
 * Opens the keyring of a store; made at the first start, by one process only even when several start at once.
 *
 * @throws Fault when it is missing though the store has data, damaged, or the keyring of another store
 */
export async function openKeyring(path: string, store: Store): Promise<Keyring> {
  const settings = store.collection<{ id: string }>('settings')
  const known = await settings.get('keyring')
  if (!existsSync(path)) {
    if (known)
      throw new Fault(
        `Le trousseau de clés ${path} est introuvable alors que la base contient des données scellées : remettez-le à sa place depuis sa copie, ou indiquez-le par KEYRING ; rien n’a été modifié.`,
      )
    make(path)
  }
  const file = read(path)
  if (known && known.value.id !== file.id) {
    throw new Fault(
      `Le trousseau de clés ${path} n’est pas celui de cette base : indiquez le bon par KEYRING ; rien n’a été modifié.`,
    )
  }
  if (!known && (await settings.put('keyring', { id: file.id }, null)) === 'changed') return openKeyring(path, store)
  return keyringOf(path, file)
}

function keyringOf(path: string, opened: KeyringFile): Keyring {
  const keys = new Map<string, QuestionnaireKey>()
  let file = opened
  const find = (wanted: (key: KeyringFile['keys'][number]) => boolean): QuestionnaireKey | null => {
    const entry = file.keys.findLast(wanted)
    if (!entry) return null
    const key = keys.get(entry.id) ?? unwrapped(entry, file.master)
    keys.set(entry.id, key)
    return key
  }
  // another process may have added the key since this one read the file
  const findAgain = (wanted: (key: KeyringFile['keys'][number]) => boolean) => {
    const known = find(wanted)
    if (known) return known
    file = read(path)
    return find(wanted)
  }
  return {
    id: file.id,
    key: (id) => findAgain((entry) => entry.id === id),
    keyFor(questionnaire) {
      const known = find((entry) => entry.questionnaire === questionnaire)
      if (known) return known
      return locked(path, () => {
        file = read(path)
        const added = find((entry) => entry.questionnaire === questionnaire)
        if (added) return added
        const entry = { id: randomUUID(), questionnaire, madeAt: new Date().toISOString() }
        file = { ...file, keys: [...file.keys, { ...entry, wrapped: wrap(randomBytes(32), entry.id, file.master) }] }
        const draft = writePrivate(path, file)
        renameSync(draft, path)
        return find(({ id }) => id === entry.id)!
      })
    },
  }
}

function make(path: string) {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    const master = randomBytes(32).toString('base64url')
    const draft = writePrivate(path, { format: 1, id: randomUUID(), master, keys: [] } satisfies KeyringFile)
    try {
      linkSync(draft, path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      rmSync(draft)
    }
  } catch (error) {
    throw new Fault(
      `Le trousseau de clés ${path} ne peut pas être créé (${(error as NodeJS.ErrnoException).code}) : indiquez par KEYRING un chemin où vous pouvez écrire.`,
      { cause: error },
    )
  }
}

function read(path: string): KeyringFile {
  try {
    return KeyringFile.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    // no cause: the parser's message may quote the key
    throw new Fault(
      `Le trousseau de clés ${path} ne peut pas être lu : remettez-le à sa place depuis sa copie ; sans lui, les réponses scellées sont illisibles.`,
    )
  }
}

const bytes = (text: string) => Buffer.from(text, 'base64url')

function wrap(key: Uint8Array, id: string, master: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', bytes(master), nonce).setAAD(Buffer.from(id))
  return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]).toString('base64url')
}

function unwrapped({ id, wrapped }: KeyringFile['keys'][number], master: string): QuestionnaireKey {
  const packed = bytes(wrapped)
  const decipher = createDecipheriv('aes-256-gcm', bytes(master), packed.subarray(0, 12))
  decipher.setAAD(Buffer.from(id)).setAuthTag(packed.subarray(-16))
  const root = Buffer.concat([decipher.update(packed.subarray(12, -16)), decipher.final()])
  const derived = (use: string) => new Uint8Array(hkdfSync('sha256', root, Buffer.alloc(0), use, 32))
  return { id, seal: derived('seal'), digest: derived('digest') }
}
