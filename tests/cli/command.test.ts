import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

const frame = resolve(import.meta.dirname, '../../cli/command.ts')
const large = `
  const { command, print } = await import(${JSON.stringify(frame)})
  await command({ name: 'large', summary: '', options: {}, run: async () => print('x'.repeat(4_000_000)) })
`

test('whoever reads may stop early: `npm run NAME | head` is no failure and shows no stack', async () => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', large])
  let said = ''
  child.stderr.on('data', (text) => {
    said += text
  })
  child.stdout.once('data', () => child.stdout.destroy())
  const code = await new Promise((done) => child.on('exit', done))
  expect(said.replace(/.*ExperimentalWarning.*\n.*\n/, '')).toBe('')
  expect(code).toBe(0)
})
