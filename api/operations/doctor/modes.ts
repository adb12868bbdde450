/** Who else on this machine can read or change the files. */
import { statSync } from 'node:fs'
import { isInside } from '../../keys/place.ts'
import { type Check, well, wrong } from './check.ts'

export type Paths = {
  dataDir: string
  /** File of the base; null when it is on a server. */
  base: string | null
  keyringPath: string
  ledgerPath: string
  backupsFolder: string | null
}

const name = 'Droits des fichiers'

/** A mode is not looked at where the system has none. */
export function modeChecks(paths: Paths, hasModes = process.platform !== 'win32'): Check[] {
  const checks: Check[] = []
  if (isInside(paths.keyringPath, paths.dataDir))
    checks.push(
      wrong(
        name,
        'Le trousseau de clés est dans le dossier des données : qui copierait ce dossier lirait tout.',
        'Déplacez-le ailleurs et indiquez sa place par KEYRING.',
      ),
    )
  const rows: Row[] = [
    [paths.keyringPath, 0o077, '600', 'Le trousseau de clés'],
    [paths.ledgerPath, 0o077, '600', 'Le registre des effacements'],
    [paths.base, 0o077, '600', 'La base'],
    [paths.dataDir, 0o022, '700', 'Le dossier des données'],
    backupsRow(paths.backupsFolder),
  ]
  checks.push(...(hasModes ? rows : []).flatMap(openToOthers))
  return checks.length > 0 ? checks : [well(name, 'Personne d’autre ne lit ni ne change les fichiers.')]
}

type Row = [path: string | null, forbidden: number, mode: string, what: string]

/** The folder of the settings, known once the base is open. */
export function backupsFolderCheck(
  path: string,
  keyringPath: string,
  hasModes = process.platform !== 'win32',
): Check[] {
  const beside = isInside(keyringPath, path)
    ? [
        wrong(
          name,
          `Le dossier des sauvegardes (${path}) contient le trousseau de clés : qui le copierait lirait tout.`,
          'Choisissez un autre dossier (« Réglages », « Sauvegardes ») et déplacez-y les sauvegardes.',
        ),
      ]
    : []
  return [...beside, ...(hasModes ? openToOthers(backupsRow(path)) : [])]
}

const backupsRow = (path: string | null): Row => [path, 0o077, '700', 'Le dossier des sauvegardes']

function openToOthers([path, forbidden, mode, what]: Row): Check[] {
  const there = path === null ? undefined : statSync(path, { throwIfNoEntry: false })
  if (!there || (there.mode & forbidden) === 0) return []
  const sentence = `${what} est ouvert à d’autres comptes de cette machine (${path}).`
  return [wrong(name, sentence, `Tapez « chmod ${mode} ${path} ».`)]
}
