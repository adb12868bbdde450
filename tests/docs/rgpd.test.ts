import { execFileSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { roleWords } from '../../api/accounts/roles.ts'
import { initialSettings, SettingsValues } from '../../api/settings/fields.ts'

const root = resolve(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(resolve(root, path), 'utf8')
const pages = globSync('docs/rgpd/*.md', { cwd: root })
const cells = (line: string) => line.split('|').map((cell) => cell.trim().replaceAll('`', ''))

type Line = {
  name: string
  holds: string
  personal: string | null
  retention: string
  setting: { name: string } | null
}
/** The pages are typed with plain spaces before their colons. */
const plain = (text: string) => text.replaceAll('\u202f', ' ')

test('the retention table is what `npm run data` prints, line by line', () => {
  const nowhere = join(root, 'tests/no-such-folder')
  const printed = execFileSync(process.execPath, ['api/commands/data.ts', '--data', nowhere, '--json'], {
    cwd: root,
    encoding: 'utf8',
  })
  const { data } = JSON.parse(printed) as { data: Line[] }
  const table = read('docs/rgpd/conservation.md').split('## Le tableau')[1]!
  const shown = table.split('\n').filter((line) => line.startsWith('| `'))
  expect(shown.map((line) => cells(line).slice(1, -1))).toEqual(
    data.map(({ name, holds, personal, retention, setting }) =>
      [name, holds, personal ?? 'aucune', retention, setting?.name ?? ''].map(plain),
    ),
  )
})

test('the periods are those of the settings, with their bounds', () => {
  const rows = read('docs/rgpd/conservation.md')
    .split('\n')
    .filter((line) => /^\| `\w+` \|.*\| \d+ \| \d+ \| \d+ \|$/.test(line))
    .map(cells)
  expect(rows.map(([, name]) => name)).toEqual([
    'rawMonths',
    'contactMonths',
    'correctionDays',
    'logMonths',
    'backupDays',
  ])
  for (const [, name, , initial, least, most] of rows) {
    const accepts = (value: number) => SettingsValues.safeParse({ ...initialSettings, [name!]: value }).success
    expect([name, initialSettings[name as 'rawMonths']]).toEqual([name, Number(initial)])
    expect([least, most].map((bound) => accepts(Number(bound)))).toEqual([true, true])
    expect([Number(least) - 1, Number(most) + 1].map(accepts)).toEqual([false, false])
  }
})

test('every measure of the impact assessment names a test that is there', () => {
  const rows = read('docs/rgpd/aipd.md')
    .split('\n')
    .filter((line) => line.startsWith('| ') && line.includes(' | ') && !line.includes('---'))
  const measures = rows.filter((line) => cells(line).length === 5 && !line.includes('Vérifié par'))
  expect(measures.length).toBeGreaterThan(25)
  for (const line of measures) expect(line).toMatch(/\]\(\.\.\/\.\.\/tests\/[\w/.-]+\.test\.ts\)/)
})

// « Écoute » could be ticked for a colleague and the guide did not say what it is
test('the guide of those who administer says what each role may do', () => {
  const [, section] = read('docs/fr/administrer.md').split('## L’équipe')
  const listed = [...section!.split('\n## ')[0]!.matchAll(/^\| ([^|]+) \| [^|]+ \|$/gm)].map(([, name]) => name!)
  expect(listed.slice(2)).toEqual(Object.values(roleWords).map(({ name }) => name))
})

test('every link of these pages leads somewhere, every command and every role exists', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const commands = new Set(Object.keys(scripts))
  const names = Object.values(roleWords).map(({ name }) => name)
  expect(pages).toHaveLength(7)
  for (const page of pages) {
    const text = read(page)
    for (const [, link] of text.matchAll(/\]\(([^)#]+)\)/g))
      expect([page, link, existsSync(resolve(root, dirname(page), link!))]).toEqual([page, link, true])
    for (const [, name] of text.matchAll(/npm run ([a-z]+)/g))
      expect([page, name, commands.has(name!)]).toEqual([page, name, true])
    for (const [, role] of text.matchAll(/(?:rôle|droit) « ([^»]+) »/g)) expect(names).toContain(role)
  }
})
