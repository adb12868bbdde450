import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'ctg-npm-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** As a person types it: nothing of the npm that runs the tests is inherited. */
function npm(...words: string[]) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)))
  const { status, stdout, stderr } = spawnSync('npm', ['run', ...words], { cwd: root, encoding: 'utf8', env })
  return { status, stdout, last: stderr.trimEnd().split('\n').at(-1)! }
}
const nowhere = ['--data', join(folder, 'data')]

test.each([[['coverage', '--', '--json']], [['coverage', '--json']]])('npm run %s prints one document', (words) => {
  const { status, stdout, last } = npm(...words)
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toHaveLength(38)
  expect(last).toBe('')
})

// npm added `{ "error": … }` behind the document, and `}` was the last thing that a person read
test.each([
  [['doctor', '--', '--json', ...nowhere], { ok: false }],
  [['doctor', '--json', '--', ...nowhere], { error: { code: 1 } }],
  [['audit', '--', '--verify', '--json', ...nowhere], null],
  [['audit', '--', '--verify', ...nowhere], null],
  [['coverage', '--', '--inconnue'], null],
])('npm run %s fails in one document at most, and its last line is a sentence', (words, document) => {
  const { status, stdout, last } = npm(...words)
  expect(status).toBe(1)
  if (document === null) expect(stdout).toBe('')
  else expect(JSON.parse(stdout)).toMatchObject(document)
  expect(last).toMatch(/^\p{Lu}.*\.$|^npm a gardé .*\.$/u)
})
