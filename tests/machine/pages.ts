/**
 * Builds the pages once for a whole run; the tests serve them from there (`client/built-client.ts`).
 * `BUILT_PAGES` names those of an earlier build, when only the tests changed since.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

export default function pages() {
  if (process.env.BUILT_PAGES) return
  const folder = mkdtempSync(join(tmpdir(), 'ctg-pages-'))
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  // in a process of its own: vitest names its environment, which is not that of the pages people get
  execFileSync(process.execPath, [vite, 'build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: 'pipe',
  })
  process.env.BUILT_PAGES = folder
}
