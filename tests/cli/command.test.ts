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

test.each([
  ['a command', 'run: async () => { throw new RangeError("Marie Dupont, 3 rue des Lilas") }'],
  [
    'what it set going',
    'run: async () => { setTimeout(() => { throw new RangeError("Marie Dupont, 3 rue des Lilas") }, 1); await new Promise((done) => setTimeout(done, 500)) }',
  ],
])('%s that breaks says so in one sentence, with no stack and nothing of what was in hand', async (_name, run) => {
  const broken = `
    const { command } = await import(${JSON.stringify(frame)})
    await command({ name: 'broken', summary: '', options: {}, ${run} })
  `
  const said = await lastWordsOf(broken)
  expect(said.code).toBe(1)
  expect(said.error.trim().split('\n')).toHaveLength(1)
  expect(said.error).toContain('La commande « broken » s’est arrêtée sur une erreur inattendue (RangeError')
  expect(said.error).not.toMatch(/Dupont|\bat /)
  expect((await lastWordsOf(broken, { SHOW_ERRORS: 'yes' })).error).toContain('RangeError: Marie Dupont')
})

async function lastWordsOf(script: string, env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--no-warnings', '--input-type=module', '-e', script], {
    env: { ...process.env, ...env },
  })
  let error = ''
  child.stderr.on('data', (text) => {
    error += text
  })
  const code = await new Promise((done) => child.on('close', done))
  return { code, error }
}
