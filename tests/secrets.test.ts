/** No secret is in what we ship: not in the tree, not in its history, not in the pages. */
import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import vite from '../vite.config.ts'

const root = resolve(import.meta.dirname, '..')
const ownPath = 'tests/secrets.test.ts'
/** Keys that earlier commits published for tests alone. */
const ofTests = /^tests\/(fixtures\/|api\/keys\/format-1\.json$)/
/** Of private keys and of the services whose keys have a form of their own. */
const forms =
  'BEGIN [A-Z ]*PRIVATE KEY-|AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|glpat-[A-Za-z0-9_-]{20}|xox[abp]-[0-9]{10}|npm_[A-Za-z0-9]{36}'
const names = /(keyring[^/]*\.json|\.(pem|key|p12|pfx|db|sqlite)|(^|\/)\.env[^/]*)$/

const git = (...args: string[]) => spawnSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 })
const hasHistory = git('rev-parse', '--git-dir').status === 0
/** What git knows, or, in an archive, the folders we ship. */
const files = () =>
  hasHistory
    ? git('ls-files').stdout.trim().split('\n')
    : globSync('{surveys,analysis,api,client,cli,docs,deploy,authorities,tests}/**/*.*', { cwd: root })

test('no file of the tree is a key, nor holds one', () => {
  const all = files()
  expect(all.length).toBeGreaterThan(900)
  expect(all.filter((path) => names.test(path))).toEqual([])
  const form = new RegExp(forms)
  expect(form.test('-----BEGIN RSA PRIVATE KEY-----')).toBe(true)
  expect(all.filter((path) => form.test(readFileSync(resolve(root, path), 'latin1')) && path !== ownPath)).toEqual([])
})

test.runIf(hasHistory)(
  'no commit ever added one',
  () => {
    const added = git('log', '--all', '--diff-filter=A', '--name-only', '--format=').stdout.split('\n')
    expect(added.length).toBeGreaterThan(900)
    expect([...new Set(added)].filter((path) => names.test(path) && !ofTests.test(path))).toEqual([])
    const { status, stdout } = git('log', '--all', '--format=%h %s', `-G${forms}`, '-E', '--', '.', `:!${ownPath}`)
    expect([status, stdout]).toEqual([0, ''])
  },
  120_000,
)

test('the pages are made of the tree alone: no source map, nothing of the environment', () => {
  const { build, define, envPrefix } = vite as { build: { sourcemap?: unknown }; define?: unknown; envPrefix?: unknown }
  expect([build.sourcemap, define, envPrefix]).toEqual([undefined, undefined, undefined])
  const pages = files().filter((path) => /^(client|surveys)\/.*\.tsx?$/.test(path))
  expect(pages.filter((path) => /import\.meta\.env\.VITE_/.test(readFileSync(resolve(root, path), 'utf8')))).toEqual([])
})
