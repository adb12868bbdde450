import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { aPlace, type Place } from '../fixture.ts'
import { start } from './serving.ts'

let place: Place
let environment: Record<string, string>
beforeEach(() => {
  place = aPlace()
  environment = { DATA_DIR: place.dataDir, KEYRING: place.keyringPath }
})
afterEach(() => rmSync(place.folder, { recursive: true }))

/** One sentence or a short list in French, exit ≠ 0, no stack. */
async function refused(...options: string[]) {
  const { code, stdout, stderr } = await start(environment, ...options).exit
  expect(code).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).not.toMatch(/\n\s+at /)
  return stderr.trim()
}

test('a fresh folder serves every founding questionnaire on trial, prints where, and stops when asked', async () => {
  const server = start(environment)
  const url = await server.ready
  const { questionnaires } = (await (await fetch(`${url}/api/questionnaires`)).json()) as {
    questionnaires: { slug: string; status: string }[]
  }
  expect(questionnaires.map(({ slug }) => slug).sort()).toEqual(
    founding()
      .map(({ slug }) => slug)
      .sort(),
  )
  expect(questionnaires.every(({ status }) => status === 'trial')).toBe(true)
  server.child.kill('SIGTERM')
  const { code, stdout } = await server.exit
  expect(code).toBe(0)
  for (const { slug } of founding()) expect(stdout).toContain(`${url}/q/${slug}`)
})

test('two servers that start at once on one folder share base and keyring', async () => {
  const servers = [start(environment), start(environment)]
  const urls = await Promise.all(servers.map(({ ready }) => ready))
  for (const url of urls) expect((await fetch(`${url}/api/health`)).status).toBe(200)
  for (const { child } of servers) child.kill('SIGTERM')
  expect((await Promise.all(servers.map(({ exit }) => exit))).map(({ code }) => code)).toEqual([0, 0])
})

test('a damaged base stops it with what to do, and is left as it is', async () => {
  mkdirSync(place.dataDir)
  const path = join(place.dataDir, 'questionnaires.db')
  writeFileSync(path, 'not a base'.repeat(1_000))
  expect(await refused()).toMatch(/est endommagée .* remettez une sauvegarde à sa place/)
  expect(readFileSync(path, 'utf8')).toBe('not a base'.repeat(1_000))
})

test.each(['clock/seen', 'accounts/a'])('with %s damaged it serves, or ends and leaves its port', async (document) => {
  const first = start(environment)
  await first.ready
  first.child.kill('SIGTERM')
  await first.exit
  const base = new DatabaseSync(join(place.dataDir, 'questionnaires.db'))
  const [shelf, id] = document.split('/') as [string, string]
  const spoil = 'INSERT INTO shelves VALUES (?, ?, 1, ?) ON CONFLICT DO UPDATE SET value = excluded.value'
  base.prepare(spoil).run(shelf, id, '{"spoilt')
  base.close()
  const again = start(environment)
  const url = await again.ready.catch(() => null)
  if (url !== null) {
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
    again.child.kill('SIGTERM')
    await again.exit
  } else expect((await again.exit).code).toBe(1)
})

test('a MongoDB that does not answer stops it with what to check', async () => {
  expect(await refused('--store', 'mongodb://127.0.0.1:9/base')).toMatch(/^MongoDB ne répond pas/)
})

test('a keyring that is gone stops it rather than making another', async () => {
  const first = start(environment)
  await first.ready
  first.child.kill('SIGTERM')
  await first.exit
  rmSync(place.keyringPath)
  expect(await refused()).toMatch(/trousseau de clés .* introuvable/)
})

test('bad configuration, a taken port, a bad certificate and an unknown option each have their sentence in French', async () => {
  expect(await refused('--port', 'abc')).toMatch(/^Configuration à corriger/)
  expect(await refused('--inconnue')).toMatch(/^L’option --inconnue n’existe pas/)
  const taken = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => taken.once('listening', resolve))
  const { port } = taken.address() as { port: number }
  expect(await refused('--port', String(port))).toMatch(/déjà utilisé/)
  taken.close()
  environment = { ...environment, TLS_CERT: '/absent.pem', TLS_KEY: '/absent.pem' }
  expect(await refused()).toMatch(/certificat/)
})

test('a folder that cannot be written has its sentence in French', async () => {
  // a file in the way stops everyone, root too
  writeFileSync(join(place.folder, 'file'), '')
  environment = { ...environment, DATA_DIR: join(place.folder, 'file', 'data') }
  expect(await refused()).toMatch(/ne peut pas être créée/)
})

test('help says what it does and what may be typed', async () => {
  const { code, stdout } = await start(environment, '--help').exit
  expect(code).toBe(0)
  for (const option of ['--store', '--data', '--keyring', '--port', '--host', '--demo'])
    expect(stdout).toContain(option)
})
