import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { type Attack, missedIn } from '../../../analysis/attack/attack.ts'
import { markdownHead, markdownRow, worthTable } from '../../../analysis/attack/results.ts'

const page = (name: string) => readFileSync(resolve(import.meta.dirname, '../../..', name), 'utf8')
const runs: { name: string; found: Attack }[] = JSON.parse(page('docs/en/attack.json'))

/** What stands between two marks of a page. */
const marked = (name: string, mark: string) =>
  new RegExp(`<!-- ${mark} -->\\n([\\s\\S]*?)\\n<!-- /${mark} -->`).exec(page(name))?.[1]

test('the table of attacks in the docs is what the command printed', () => {
  expect(marked('docs/en/disclosure.md', 'attack')).toBe(
    [markdownHead, ...runs.map(({ name, found }) => markdownRow(name, found))].join('\n'),
  )
})

test('what protection costs is in the README and in the docs as the command printed it', () => {
  const { found } = runs[0]!
  expect(missedIn(found)).toEqual([])
  expect(marked('docs/en/disclosure.md', 'worth')).toBe(worthTable(found))
  expect(marked('README.md', 'worth')).toBe(worthTable(found))
})
