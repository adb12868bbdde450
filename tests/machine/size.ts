/** `npm run check -- --size`: lines of TypeScript by folder, so that a cut is a figure. */
import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { command, print } from '../../cli/command.ts'
import { tableOf } from '../../cli/table.ts'

const root = resolve(import.meta.dirname, '../..')
const source = ['surveys', 'analysis', 'api', 'client', 'cli']

type Size = { files: number; lines: number }

await command({
  name: 'check',
  summary: 'Compte les lignes de ts et de tsx par dossier.',
  options: {
    size: { type: 'boolean', help: 'compte les lignes, sans rien vérifier' },
    json: { type: 'boolean', help: 'un seul document JSON' },
  },
  async run({ json }) {
    const folders = Object.fromEntries([...source, 'lab', 'tests'].map((folder) => [folder, sizeOf(folder)]))
    const total = sum(source.map((folder) => folders[folder]!))
    print(json ? { source: total, folders } : tableOf(rows(total, folders), [10, 8, 8]))
    return undefined
  },
})

function sizeOf(folder: string): Size {
  const texts = globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root }).map((file) =>
    readFileSync(resolve(root, file), 'utf8'),
  )
  return { files: texts.length, lines: texts.reduce((lines, text) => lines + text.split('\n').length - 1, 0) }
}

function sum(sizes: Size[]): Size {
  return sizes.reduce((one, other) => ({ files: one.files + other.files, lines: one.lines + other.lines }))
}

function rows(total: Size, { lab, tests, ...folders }: Record<string, Size>): string[][] {
  const row = (name: string, { files, lines }: Size) => [name, `${lines}`, `${files}`]
  return [
    ['dossier', 'lignes', 'fichiers'],
    ...Object.entries(folders).map(([name, size]) => row(name, size)),
    row('source', total),
    row('lab', lab!),
    row('tests', tests!),
  ]
}
