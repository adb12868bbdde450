import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const bench = resolve(import.meta.dirname, '../../../../api/commands/bench.ts')

// each of them throws when a figure, a weight or a response is not the one expected; no time is looked at
test('in its short form the bench finds the same results as its peers, and every response it sent', async () => {
  const names = ['check', 'intake', 'burst', 'growth', 'tables', 'rake']
  const { stdout } = await promisify(execFile)(process.execPath, [bench, ...names, '--short', '--json'])
  const { machine, ...found } = JSON.parse(stdout)
  expect(machine.node).toBe(process.version)
  expect(Object.keys(found)).toEqual(names)
  expect(found.burst.stored).toBe(40)
  expect(Object.keys(found.growth)).toContain('readMs2000')
}, 120_000)
