import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { isQuick, journeys, testFiles } from './machine/projects.ts'

const root = resolve(import.meta.dirname, '..')

test('the coverage table of the docs is the one the command prints', () => {
  const command = resolve(root, 'api/commands/coverage.ts')
  const printed = execFileSync(process.execPath, [command, '--markdown'], { encoding: 'utf8' })
  const page = readFileSync(resolve(root, 'docs/en/coverage.md'), 'utf8')
  const shown = /<!-- coverage -->\n([\s\S]*?)<!-- \/coverage -->/.exec(page)?.[1]
  expect(shown?.trim()).toBe(printed.trim())
  expect(printed.match(/^\| \d+ \|/gm)).toHaveLength(38)
})

test('every promised command is in the README and in package.json', () => {
  const readme = readFileSync(resolve(root, 'README.md'), 'utf8')
  for (const name of Object.keys(scripts)) expect(readme).toMatch(new RegExp(`npm (run )?${name}\\b`))
})

test('the README stays a page that is read: under 120 lines', () => {
  expect(readFileSync(resolve(root, 'README.md'), 'utf8').split('\n').length).toBeLessThan(120)
})

test('every file that CONTRIBUTING.md names is there, and it stays a page that is read', () => {
  const page = readFileSync(resolve(root, 'CONTRIBUTING.md'), 'utf8')
  const quoted = [...page.matchAll(/`([^`\s]+)`/g)].map(([, name]) => name!)
  const linked = [...page.matchAll(/\]\(([^)#]+)\)/g)].map(([, name]) => name!)
  const names = [
    ...quoted.filter((name) => /^(?!\d)[\w.-]+\/[\w./*-]+$/.test(name) && !/NAME|\/Name\./.test(name)),
    ...linked,
  ]
  expect(names.length).toBeGreaterThan(40)
  const missing = names.filter((name) =>
    name.includes('*') ? globSync(name, { cwd: root }).length === 0 : !existsSync(resolve(root, name)),
  )
  expect(missing).toEqual([])
  expect(page.split('\n').length).toBeLessThanOrEqual(150)
})

const { scripts } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'))

test.each(Object.keys(scripts))('%s says what it does, and builds nothing for it', (name) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve(root, 'run.mjs'), name, '--help'], {
    encoding: 'utf8',
  })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toMatch(new RegExp(`Usage : npm (run )?${name}\\b`))
})

test('an unknown command is said, with those there are', () => {
  const { status, stderr } = spawnSync(process.execPath, [resolve(root, 'run.mjs'), 'nosuch'], { encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stderr).toMatch(/^Commande inconnue : nosuch\. Commandes : start, .*check\.\n$/)
})

test('the size of the code is counted by folder: source, lab and tests apart', () => {
  const { stdout } = spawnSync(process.execPath, [resolve(root, 'run.mjs'), 'check', '--size', '--json'], {
    encoding: 'utf8',
  })
  const { source, folders } = JSON.parse(stdout)
  const lines = (pattern: string) =>
    globSync(pattern, { cwd: root }).reduce(
      (sum, file) => sum + (readFileSync(resolve(root, file), 'utf8').match(/\n/g)?.length ?? 0),
      0,
    )
  expect(source.lines).toBe(lines('{surveys,analysis,api,client,cli}/**/*.{ts,tsx}'))
  expect(folders.tests.lines).toBe(lines('tests/**/*.{ts,tsx}'))
  expect(Object.keys(folders)).toEqual(['surveys', 'analysis', 'api', 'client', 'cli', 'lab', 'tests'])
})

test('what npm test leaves out is named by file, and continuous integration runs it', () => {
  const isThere = (file: string) => testFiles.includes(file)
  expect(journeys.filter((file) => !isThere(file))).toEqual([])
  expect(journeys.every(isQuick)).toBe(true)
  const later = testFiles.filter((file) => !isQuick(file))
  expect(later).toContain('tests/api/http/access.test.ts')
  expect(later.length).toBeLessThan(testFiles.length / 4)
  expect(readFileSync(resolve(root, '.ci/run'), 'utf8')).toContain('npm test -- --all')
})

test('every file that a page of the docs names by its whole path is there', () => {
  const named = globSync('docs/**/*.md', { cwd: root }).flatMap((page) =>
    [
      ...readFileSync(resolve(root, page), 'utf8').matchAll(
        /`((?:surveys|analysis|api|client|tests|cli)\/[\w./-]+\.\w+)`/g,
      ),
    ].map(([, file]) => ({ page, file: file! })),
  )
  expect(named.length).toBeGreaterThan(100)
  expect(named.filter(({ file }) => !existsSync(resolve(root, file)))).toEqual([])
})
