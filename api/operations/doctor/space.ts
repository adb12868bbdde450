/** Whether the disks have room for what comes next: answers, the journal of the base, and the next backup. */
import { existsSync, statfsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Check, well, wrong } from './check.ts'

export type Free = {
  bytes: number /** Files that can still be made; null where the system sets no limit. */
  files: number | null
}

const leastBytes = 512 * 1024 * 1024
const leastFiles = 1_000

/** A backup and its trial store take twice the room of the base. */
export const reserveFor = (baseBytes: number): number => Math.max(leastBytes, 2 * baseBytes)

/** @param path may not be there yet: its nearest folder counts */
export function freeAt(path: string): Free {
  let folder = path
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder)
  const { bavail, bsize, files, ffree } = statfsSync(folder)
  return { bytes: bavail * bsize, files: files === 0 ? null : ffree }
}

export function sizeOfBase(base: string | null): number {
  if (base === null) return 0
  return [base, `${base}-wal`].reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0)
}

/** @param places what lies there, and where */
export function spaceChecks(
  places: readonly { what: string; path: string }[],
  baseBytes: number,
  free: (path: string) => Free = freeAt,
): Check[] {
  const name = 'Place sur les disques'
  const reserve = reserveFor(baseBytes)
  const checks = places.flatMap(({ what, path }) => {
    const { bytes, files } = free(path)
    if (bytes < reserve)
      return wrong(
        name,
        `Il reste ${megabytes(bytes)} pour ${what} (${path}) ; il faut en garder ${megabytes(reserve)} en réserve.`,
        'Libérez de la place ou agrandissez ce disque : plein, il empêche d’enregistrer les réponses et de sauvegarder.',
      )
    if (files !== null && files < leastFiles)
      return wrong(
        name,
        `Le disque de ${what} (${path}) ne peut presque plus recevoir de fichiers (${files}).`,
        'Effacez-y des fichiers inutiles, même petits.',
      )
    return []
  })
  if (checks.length > 0) return checks
  return [well(name, `Chaque disque garde au moins ${megabytes(reserve)} en réserve.`)]
}

const megabytes = (bytes: number) =>
  `${new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 }).format(bytes / (1024 * 1024))}\u202fMo`
