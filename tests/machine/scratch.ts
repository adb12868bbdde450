/** What a run writes beside the tree, browsers and servers included, stands in one folder that goes with it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const prefix = 'ctg-tests-'

/** Once a run, whichever of its projects comes first. */
export default function scratch() {
  if (tmpdir().includes(prefix)) return
  const folder = mkdtempSync(join(tmpdir(), prefix))
  process.env.TMPDIR = folder
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 9 })
}
