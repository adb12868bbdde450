/** The folder of Linux that is held in memory, where it and the machine have that much room; null elsewhere. */
import { existsSync, statfsSync } from 'node:fs'

const folder = '/dev/shm'

/** @param bytes what will be written there, and leave room for the rest of the run */
export function folderInMemory(bytes: number): string | null {
  if (process.platform !== 'linux' || !existsSync(folder)) return null
  const { bavail, bsize } = statfsSync(folder)
  return Math.min(bavail * bsize, process.availableMemory()) > bytes ? folder : null
}
