/** The keyring: master keys in a private file apart from the data; the keys they wrap are in the store, shared by every instance. */

import { randomUUID } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { Fault } from '../../cli/fault.ts'
import { collections } from '../store/collections.ts'
import type { Store } from '../store/store.ts'
import { questionnaireKeysIn, secretsIn } from './available-keys.ts'
import {
  type Disk,
  type KeyringFile,
  makeKeyringFile,
  newFile,
  readKeyringFile,
  setAside,
  settleKeyringFile,
} from './keyring-file.ts'
import { derivedFrom, newMaster } from './master.ts'
import { type Masters, mastersIn } from './masters.ts'
import { emptyBase } from './missing-base.ts'
import { refuseUnsafePlace } from './place.ts'
import { identified, identityOf } from './store-identity.ts'
import { refuseUnopened, unopenedKeys } from './unopened.ts'
import { type Purpose, purposes, type QuestionnaireKey, wrappedKeysIn } from './wrapped-keys.ts'

export type { QuestionnaireKey } from './wrapped-keys.ts'

export type Keyring = {
  /** Random id shared with the store. */
  id: string
  /** Id of the master that new keys are wrapped by. */
  master: string
  /** What protects something else than responses; the same for every instance. */
  secret(purpose: Purpose): QuestionnaireKey
  /**
   * The key new responses of this questionnaire are encrypted with, made when there is none.
   *
   * @throws StoreUnavailable when the store cannot say that it is durable: nothing is encrypted with it then
   */
  keyFor(questionnaire: string): Promise<QuestionnaireKey>
  /** Every key a questionnaire has had, newest last. */
  keysOf(questionnaire: string): Promise<QuestionnaireKey[]>
  /** Nothing of a questionnaire stays at hand: its keys were destroyed in the store. */
  forget(questionnaire: string): void
  /** The key of this id, or null when it was destroyed or cannot be opened. */
  key(id: string): Promise<QuestionnaireKey | null>
  /**
   * 32 bytes for one use, from the current master or from an earlier one.
   *
   * @throws Fault when the keyring has no such master
   */
  derive(use: string, master?: string): Uint8Array
}

/** What the masters of the file give by themselves, with or without a store. */
export type Deriver = Pick<Keyring, 'id' | 'master' | 'derive'>

export type KeyringOptions = {
  /** Leaves the keyring of a base that is gone aside, and makes another; `warn` says where. */
  newStore?: boolean
  /** Opens what can be opened even when keys are missing: for the command that mends. */
  isLenient?: boolean
  warn?: ((sentence: string) => void) | undefined
  disk?: Disk | undefined
}

/**
 * Opens the keyring of a store; made at the first start, by one process only even when several start at once.
 *
 * @throws Fault with what to do when file and store do not go together, when keys in use cannot be opened, or when the file is open to others
 */
export async function openKeyring(path: string, store: Store, options: KeyringOptions = {}): Promise<Keyring> {
  const identity = await identityOf(store)
  const { file, isNew } = existsSync(path)
    ? await opened(path, store, identity, options)
    : await made(path, store, options.disk)
  const keys = wrappedKeysIn(store, file.store)
  const masters = mastersIn(path, file)
  const refuse = async () => refuseUnopened(path, await unopenedKeys(store, keys, masters.again()))
  if (!isNew && !options.isLenient) await refuse()
  const secrets = await secretsIn(keys, masters)
  if (secrets.size === 0 && isNew) {
    // the first key in the store decides which of two keyrings made at once, on two machines, is the one of this store
    rmSync(path, { force: true })
    throw new Fault(
      `Cette base a déjà un trousseau de clés, sur une autre machine : copiez-le en ${path} (ou indiquez sa place par KEYRING), puis relancez ; rien n’a été modifié.`,
    )
  }
  if (secrets.size < purposes.length && !options.isLenient) await refuse()
  return {
    id: file.store,
    get master() {
      return masters.current().id
    },
    secret(purpose) {
      const secret = secrets.get(purpose)
      if (!secret) throw new Error(`the keyring does not open the key of ${purpose}`)
      return secret
    },
    ...questionnaireKeysIn(keys, masters),
    derive: derivationOf(masters),
  }
}

const derivationOf =
  (masters: Masters): Keyring['derive'] =>
  (use, master = masters.current().id) => {
    const found = masters.all().get(master) ?? masters.again().get(master)
    if (!found)
      throw new Fault(
        'Il manque au trousseau la clé maîtresse qui protège ce fichier : indiquez par KEYRING une copie plus récente du trousseau.',
      )
    return derivedFrom(found, `use ${use}`)
  }

/**
 * What opens a backup before its store exists again: the masters of the file alone.
 *
 * @throws Fault when the file is missing or damaged
 */
export function openMaster(path: string): Deriver {
  if (!existsSync(path))
    throw new Fault(
      `Le trousseau de clés ${path} est introuvable : remettez-le à sa place depuis sa copie, ou indiquez-le par KEYRING ; sans lui, une sauvegarde ne s’ouvre pas.`,
    )
  const file = readKeyringFile(path)
  const masters = mastersIn(path, file)
  return { id: file.store, master: masters.current().id, derive: derivationOf(masters) }
}

type Opened = { file: KeyringFile; isNew: boolean }

async function made(path: string, store: Store, disk?: Disk): Promise<Opened> {
  if (await isInUse(store)) {
    // another process may have made both since this one looked
    if (existsSync(path)) return opened(path, store, await identityOf(store), { disk })
    throw new Fault(
      `Le trousseau de clés ${path} est introuvable alors que la base contient des données chiffrées : remettez-le à sa place depuis sa copie, ou indiquez-le par KEYRING ; rien n’a été modifié.`,
    )
  }
  const known = await identified(store, randomUUID())
  const isNew = makeKeyringFile(path, newFile(known, newMaster(new Date().toISOString())), disk)
  return { ...(await opened(path, store, known, { disk })), isNew }
}

/** Something in the store is encrypted. */
const isInUse = async (store: Store) =>
  (await store.documents(collections.keys.name).list()).length > 0 || (await store.responses.keySamples()).length > 0

async function opened(
  path: string,
  store: Store,
  identity: string | null,
  { newStore = false, warn, disk }: KeyringOptions,
): Promise<Opened> {
  refuseUnsafePlace(path, null)
  const file = readKeyringFile(path)
  if (identity === null) {
    if (!newStore || (await isInUse(store))) throw new Fault(emptyBase(path, file.store))
    const aside = setAside(path, file.store, disk)
    warn?.(
      `Une base nouvelle est commencée. Le trousseau de la base d’avant (${file.store}) est mis de côté dans ${aside} : gardez-le tant qu’une sauvegarde de cette base existe.`,
    )
    return made(path, store, disk)
  }
  if (identity !== file.store)
    throw new Fault(
      `Le trousseau de clés ${path} n’est pas celui de cette base : indiquez le bon par KEYRING ; rien n’a été modifié.`,
    )
  settleKeyringFile(path, disk)
  return { file, isNew: false }
}
