/** A disk of a few hundred kilobytes that can be filled to the last byte; null where this account may not mount one. */
import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

export function aSmallDisk(folder: string, kilobytes: number): { fill(): void; free(): void; unmount(): void } | null {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const options = ['-t', 'tmpfs', '-o', `size=${kilobytes}k,mode=700`, 'tmpfs', folder]
  if (process.platform !== 'linux' || spawnSync('mount', options).status !== 0) return null
  const filling = join(folder, 'filling')
  return {
    fill() {
      const descriptor = openSync(filling, 'w')
      try {
        for (;;) writeSync(descriptor, Buffer.alloc(4096))
      } catch {
        // full
      } finally {
        closeSync(descriptor)
      }
    },
    free: () => rmSync(filling),
    unmount: () => spawnSync('umount', ['-l', folder]),
  }
}
