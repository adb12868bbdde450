/** A store and its keyring as the version before made them, for the tests of the move to the present format. */
import { createCipheriv, randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Store } from '../../../api/store/store.ts'
import type { SentResponse } from '../../../surveys/answers/response.ts'

type Former = {
  keyring: { format: 1; id: string; master: string; keys: { id: string; questionnaire: string }[] }
  documents: { collection: string; id: string; value: unknown }[]
  responses: {
    id: string
    questionnaire: string
    version: number
    receivedAt: string
    trial: boolean
    digest: string
    sealed: string
    key: string
    withdrawal: string | null
  }[]
  sheets: { sheet: SentResponse; receipt: string }[]
  factor: { login: string; secret: string; sealed: string }
  visit: string
  code: string
  invitation: string
  /** Hash of the last line of the journal. */
  audit: string
}

export const former: Former = JSON.parse(readFileSync(join(import.meta.dirname, 'format-1.json'), 'utf8'))

export function writeFormerKeyring(path: string, keyring: object = former.keyring): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${JSON.stringify(keyring, null, 2)}\n`, { mode: 0o600 })
}

/** A key as the version before added it to its file. */
export function aFormerKey(questionnaire: string, master = former.keyring.master) {
  const root = randomBytes(32)
  const id = randomUUID()
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(master, 'base64url'), nonce).setAAD(Buffer.from(id))
  const packed = Buffer.concat([nonce, cipher.update(root), cipher.final(), cipher.getAuthTag()])
  const madeAt = '2026-03-01T08:00:00.000Z'
  return { root, entry: { id, questionnaire, madeAt, wrapped: packed.toString('base64url') } }
}

export async function fillFormerStore(store: Store): Promise<void> {
  for (const { sealed, ...row } of former.responses)
    await store.responses.insert({ ...row, sealed: new Uint8Array(Buffer.from(sealed, 'base64url')) })
  for (const { collection, id, value } of former.documents) await store.documents(collection).put(id, value, null)
}
