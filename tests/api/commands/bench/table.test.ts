import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { recordedTable, tableOf } from '../../../../api/commands/bench/table.ts'

test('the figures of the README are those of the runs kept beside the docs', () => {
  const readme = readFileSync(resolve(import.meta.dirname, '../../../../README.md'), 'utf8')
  expect(/\n(\| speed \|[\s\S]*?)\n\n/.exec(readme)?.[1]).toBe(recordedTable())
})

test('what was not measured is a dash', () => {
  const [, , here] = tableOf({ here: { tables: { danfojsRatio: 1234.5, duckdbRatio: 0.1234 } } }).split('\n')
  expect(here).toBe('| here | 1,230 | — | 0.12 | — | — | — | — | — |')
})
