/** The keys of one backup: from the master of the keyring it was made with, and a salt of its own. */
import { hkdfSync } from 'node:crypto'
import type { Keyring } from '../keys/keyring.ts'

export type Master = Pick<Keyring, 'id' | 'master' | 'derive'>
export type BackupKeys = { chunks: Uint8Array; manifest: Uint8Array }

/**
 * @param master id of the master of that day
 * @throws Fault when the keyring has no such master
 */
export function backupKeys({ derive }: Master, salt: Uint8Array, master: string): BackupKeys {
  const of = (use: string) => new Uint8Array(hkdfSync('sha256', derive('backup', master), salt, use, 32))
  return { chunks: of('chunks'), manifest: of('manifest') }
}
