/** What a run writes beside the tree, browsers and servers included, stands in one folder that goes with it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { folderInMemory } from './memory.ts'

const prefix = 'ctg-tests-'
/** Room for the replica sets and browsers of every file that runs at once, twice over. */
const bytes = 12e9

/**
 * Once a run, whichever of its projects comes first. Where memory has room for it, no file waits for a disk at each write that must
 * last: what a cut of power leaves is shown on disks of their own (`faults/disk.ts`).
 */
export default function scratch() {
  if (tmpdir().includes(prefix)) return
  const folder = mkdtempSync(join(folderInMemory(bytes) ?? tmpdir(), prefix))
  process.env.TMPDIR = folder
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 9 })
}
