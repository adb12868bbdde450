import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
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

test.each([
  ['--inconnue', 'L’option --inconnue n’existe pas.'],
  ['-x', 'L’option -x n’existe pas.'],
  ['--days', 'L’option --days attend une valeur\u202f: --days JOURS.'],
  ['--days --json', 'L’option --days attend une valeur'],
  ['--days=', 'L’option --days attend une valeur'],
  ['--json=oui', 'L’option --json ne prend pas de valeur.'],
  ['mars', '« mars »\u202f: cette commande ne prend que des options'],
])('« %s » is refused in French, with the option it is about', async (given, why) => {
  const options = "{ days: { type: 'string', value: 'JOURS', help: '' }, json: { type: 'boolean', help: '' } }"
  const script = `
    const { command } = await import(${JSON.stringify(frame)})
    process.argv.splice(1, 9, ...${JSON.stringify(given.split(' '))})
    await command({ name: 'plan', summary: '', options: ${options}, run: async () => undefined })
  `
  const { code, error } = await lastWordsOf(script)
  expect(code).toBe(1)
  expect(error.startsWith(why)).toBe(true)
  expect(error).toContain('npm run plan -- --help')
})

test('Ctrl + C says that the command has not ended, at once, whatever it is busy with', async () => {
  const root = resolve(import.meta.dirname, '../..')
  const child = spawn(process.execPath, ['run.mjs', 'simulate', '--json'], { cwd: root })
  let error = ''
  child.stderr.on('data', (text) => {
    error += text
  })
  const ended = new Promise((done) => child.on('close', done))
  // the launcher has begun its command, which counts without a pause
  const begun = `/proc/${child.pid}/task/${child.pid}/children`
  if (existsSync(begun)) await expect.poll(() => readFileSync(begun, 'utf8').trim(), { timeout: 20_000 }).not.toBe('')
  await new Promise((done) => setTimeout(done, 1_000))
  child.kill('SIGINT')
  expect(await ended).toBe(130)
  expect(error.trim()).toBe('Arrêté avant la fin.')
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
