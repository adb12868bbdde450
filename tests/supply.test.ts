import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
type Entry = { version: string; license?: string; dev?: boolean; hasInstallScript?: boolean; integrity?: string }
const packages = Object.entries(
  (JSON.parse(readFileSync(resolve(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Entry> })
    .packages,
).filter(([path]) => path !== '')

/** What may be served or installed with the product; MPL-2.0 binds only changes to its own files, OFL-1.1 is for fonts. */
const allowed = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MIT AND OFL-1.1',
  'MPL-2.0',
  'OFL-1.1',
  'Unlicense',
]
/** Tools of tests and analysts, which are never served. */
const allowedInTools = [
  ...allowed,
  '(AFL-2.1 OR BSD-3-Clause)',
  '(MIT AND Zlib)',
  'MIT OR Apache-2.0',
  'MIT-0',
  'Python-2.0',
]
/** Their licence is in the package, and not in its description. */
const readByHand: Record<string, string> = { 'node_modules/typed-function': 'MIT' }

test('every package has a licence of the list', () => {
  const others = packages
    .map(([path, { license, dev }]) => ({ path, license: license ?? readByHand[path] ?? 'none', dev }))
    .filter(({ license, dev }) => !(dev ? allowedInTools : allowed).includes(license))
  expect(others).toEqual([])
  expect(packages.length).toBeGreaterThan(200)
})

test('no package runs a script when it is installed, and none could', () => {
  expect(packages.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)).toEqual([])
  expect(readFileSync(resolve(root, '.npmrc'), 'utf8')).toContain('ignore-scripts=true')
})

test('every package is what the lock file says, byte for byte, and every version is exact', () => {
  expect(packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([])
  const { dependencies, devDependencies } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'))
  for (const version of Object.values({ ...dependencies, ...devDependencies }))
    expect(version).toMatch(/^\d+\.\d+\.\d+/)
})

// five were once installed that nothing imported, one of them of 56 MB
test('every package asked for is named in the sources', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
    readFileSync(resolve(root, 'package.json'), 'utf8'),
  ) as Record<string, Record<string, string>>
  const asked = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })
  const files = globSync('{*.mjs,*.ts,{api,analysis,cli,client,surveys,tests}/**/*.{ts,tsx,css}}', { cwd: root })
  const sources = files.map((file) => readFileSync(resolve(root, file), 'utf8')).join('\n')
  const isNamed = (name: string) => new RegExp(`['"\`/]${name}['"\`/]|@vitest-environment ${name}\n`).test(sources)
  // the types of a package go with it, those of Node with the platform; Node itself is chosen by the system's name
  const isUsed = (name: string) =>
    /^(@types\/node|node-(linux|win)-\w+)$/.test(name) || isNamed(name.replace(/^@types\//, ''))
  expect(asked.filter((name) => !isUsed(name))).toEqual([])
  expect(asked.length).toBeGreaterThan(50)
})
