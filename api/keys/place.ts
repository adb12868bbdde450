/** Where the keyring and the data are, and who else can read them. */
import { existsSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { Fault } from '../../cli/fault.ts'

const hasModes = process.platform !== 'win32'

/** @throws Fault when the file can be read or changed by others, or when the data folder can be changed by others or holds the keyring */
export function refuseUnsafePlace(keyringPath: string, dataDir: string | null): void {
  if (dataDir !== null && isInside(keyringPath, dataDir))
    throw new Fault(
      `Le trousseau de clés ${keyringPath} est dans le dossier des données : qui copierait ce dossier lirait tout. Déplacez-le ailleurs et indiquez sa place par KEYRING.`,
    )
  if (!hasModes) return
  const keyring = statSync(keyringPath, { throwIfNoEntry: false })
  if (keyring && (keyring.mode & 0o077) !== 0)
    throw new Fault(
      `Le trousseau de clés ${keyringPath} est ouvert à d’autres comptes de cette machine : tapez « chmod 600 ${keyringPath} », puis relancez.`,
    )
  const data = dataDir === null ? undefined : statSync(dataDir, { throwIfNoEntry: false })
  if (data?.isDirectory() && (data.mode & 0o022) !== 0)
    throw new Fault(
      `Le dossier des données ${dataDir} peut être modifié par d’autres comptes de cette machine : tapez « chmod 700 ${dataDir} », puis relancez.`,
    )
}

/** @throws Fault when backups would lie in a folder that holds the keyring too: whoever copies it reads them */
export function refuseKeyringBeside(backups: string, keyringPath: string): void {
  if (isInside(keyringPath, resolve(backups)))
    throw new Fault(
      `Le dossier ${resolve(backups)} contient le trousseau de clés (${keyringPath}) : qui copierait les deux lirait tout. Indiquez par --out un dossier à part ; rien n’a été écrit.`,
    )
}

/** Links followed; neither needs to be there yet. */
export function isInside(path: string, folder: string): boolean {
  const from = relative(real(folder), real(path))
  return from !== '..' && !from.startsWith(`..${sep}`) && resolve(folder, from) !== from
}

function real(path: string): string {
  if (existsSync(path)) return realpathSync(path)
  const parent = dirname(path)
  return parent === path ? path : join(real(parent), basename(path))
}
