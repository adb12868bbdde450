import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { collections } from '../../../api/store/collections.ts'
import { anOffice } from './office.ts'

const root = resolve(import.meta.dirname, '../../..')

/** Runs a command on the office's own store; the exit code and what it wrote. */
function run(name: string, config: { storeUrl: string; keyringPath: string }, ...args: string[]) {
  const options = ['--store', config.storeUrl, '--keyring', config.keyringPath]
  try {
    const text = execFileSync(process.execPath, [`api/commands/${name}.ts`, ...args, ...options], {
      cwd: root,
      encoding: 'utf8',
      stdio: 'pipe',
    })
    return { code: 0, text }
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string }
    return { code: status, text: stdout + stderr }
  }
}

test('npm run admin -- --reset prints a link that lets an administrator in, once', async () => {
  const office = await anOffice({ clock: { now: new Date() } })
  const lost = await office.first()
  const { code, text } = run('admin', office.config, '--reset', '--login', lost.login, '--json')
  expect(code).toBe(0)
  const { path } = JSON.parse(text) as { path: string }
  const back = await office.join(path.split('#')[1]!, '')
  expect((await back.browser.get('/api/team')).status).toBe(200)
  expect(run('admin', office.config, '--reset').text).toMatch(/invitation#[\w-]{43}/)
  expect(run('admin', office.config, '--reset', '--login', 'personne')).toMatchObject({ code: 1 })
  expect(run('admin', office.config).text).toMatch(/ajoutez --reset/)
  await office.discard()
})

test('npm run audit -- --verify says whether the journal is whole, and exits 1 when it is not', async () => {
  const office = await anOffice()
  for (const about of ['familles', 'jeunes'])
    await office.context.audit.record({ who: 'alix', what: 'exported', about })
  const whole = run('audit', office.config, '--verify', '--json')
  expect([whole.code, JSON.parse(whole.text)]).toMatchObject([0, { ok: true, lines: 2, faults: [] }])
  const noted = /\d+:[\w-]{43}/.exec(run('audit', office.config, '--verify').text)?.[0]
  expect(run('audit', office.config, '--verify', '--noted', noted!).code).toBe(0)
  const collection = office.context.store.collection(collections.audit)
  const { value, revision } = (await collection.get('000000000001'))!
  await collection.put('000000000001', { ...value, about: 'rien' }, revision)
  const touched = run('audit', office.config, '--verify')
  expect(touched.code).toBe(1)
  expect(touched.text).toMatch(/la ligne 1 a été changée/)
  expect(run('audit', office.config, '--verify', '--noted', 'n’importe quoi').code).toBe(1)
  await office.discard()
})
