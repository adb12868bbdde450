/** What a run writes beside the tree, browsers and servers included, stands in one folder that goes with it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export default function scratch() {
  const folder = mkdtempSync(join(tmpdir(), 'ctg-tests-'))
  process.env.TMPDIR = folder
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 9 })
}
