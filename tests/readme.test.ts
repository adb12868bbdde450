import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')

test('the coverage table of the README is the one the command prints', () => {
  const command = resolve(root, 'api/commands/coverage.ts')
  const printed = execFileSync(process.execPath, [command, '--markdown'], { encoding: 'utf8' })
  const readme = readFileSync(resolve(root, 'README.md'), 'utf8')
  const shown = /<!-- coverage -->\n([\s\S]*?)<!-- \/coverage -->/.exec(readme)?.[1]
  expect(shown?.trim()).toBe(printed.trim())
  expect(printed.match(/^\| \d+ \|/gm)).toHaveLength(38)
})

test('every promised command is in the README and in package.json', () => {
  const { scripts } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'))
  const readme = readFileSync(resolve(root, 'README.md'), 'utf8')
  for (const name of Object.keys(scripts)) expect(readme).toMatch(new RegExp(`npm (run )?${name}\\b`))
})
