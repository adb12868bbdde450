import { execFileSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sitesIn } from '../../../../api/commands/sites/sites.ts'
import { start } from '../serving.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ctg-sites-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Asks this machine for a site by its name. */
function asked(port: number, host: string, path: string, sent?: object): Promise<{ status: number; text: string }> {
  const body = sent === undefined ? '' : JSON.stringify(sent)
  const headers = { host, ...(sent ? { 'content-type': 'application/json', 'content-length': body.length } : {}) }
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers, method: sent ? 'POST' : 'GET' }, (answer) => {
      let text = ''
      answer.on('data', (part) => (text += part))
      answer.on('end', () => resolve({ status: answer.statusCode!, text }))
    })
      .once('error', reject)
      .end(body)
  })
}

/** How many people wait to be called back, in the base of a site. */
function waitingAt(host: string): number {
  const [path] = globSync(join(folder, host, '*.db'))
  const base = new DatabaseSync(path!, { readOnly: true })
  const rows = base.prepare("SELECT value FROM shelves WHERE shelf = 'contacts-waiting'").all()
  base.close()
  return rows.length
}

test('two names, two folders, two keyrings; a name nobody has gets a clear page', async () => {
  for (const name of ['un.exemple.fr', 'deux.exemple.fr']) mkdirSync(join(folder, name))
  const server = start({}, '--sites', folder)
  const port = await new Promise<number>((resolve, reject) => {
    let said = ''
    server.child.stdout.on('data', (text) => {
      said += text
      const found = /Sites sur le port (\d+)/.exec(said)
      if (found && said.includes('Pour arrêter')) resolve(Number(found[1]))
    })
    server.exit.then(({ stderr }) => reject(new Error(stderr)))
  })
  try {
    for (const host of ['un.exemple.fr', 'DEUX.exemple.fr:80']) {
      const { status, text } = await asked(port, host, '/api/health')
      expect([status, JSON.parse(text).ok]).toEqual([200, true])
    }
    const left = { id: '00000000-0000-4000-8000-000000000001', name: 'Rose', reach: '06 00 00 00 00', when: 'any' }
    expect((await asked(port, 'un.exemple.fr', '/api/contacts', left)).status).toBe(201)
    expect([waitingAt('un.exemple.fr'), waitingAt('deux.exemple.fr')]).toEqual([1, 0])
    const unknown = await asked(port, 'trois.exemple.fr', '/')
    expect(unknown.status).toBe(404)
    expect(unknown.text).toContain('Aucun site à cette adresse')
    expect(unknown.text).not.toContain('exemple.fr')
    expect(readdirSync(folder).filter((name) => name.endsWith('keyring.json'))).toEqual([
      'deux.exemple.fr-keyring.json',
      'un.exemple.fr-keyring.json',
    ])
    const [one, two] = ['un', 'deux'].map((name) =>
      readFileSync(join(folder, `${name}.exemple.fr-keyring.json`), 'utf8'),
    )
    const keyOf = (text: string) => (JSON.parse(text) as { masters: { key: string }[] }).masters[0]!.key
    expect(keyOf(one!)).not.toBe(keyOf(two!))
  } finally {
    server.child.kill('SIGTERM')
    const { code } = await server.exit
    expect(code).toBe(0)
  }
}, 60_000)

test('stopped while sites are starting, it leaves none of them behind', async () => {
  for (const name of ['un.exemple.fr', 'deux.exemple.fr']) mkdirSync(join(folder, name))
  const server = start({}, '--sites', folder)
  // the first one is under way
  await expect.poll(() => readdirSync(folder).filter((name) => name.endsWith('keyring.json')).length).toBe(1)
  expect(processesOn(folder).length).toBeGreaterThan(1)
  server.child.kill('SIGTERM')
  expect((await server.exit).code).toBe(0)
  expect(processesOn(folder)).toEqual([])
}, 60_000)

/** Commands that are running and name this folder. */
function processesOn(folder: string): string[] {
  // a bare Linux has no ps
  const commands = existsSync('/proc/self/cmdline')
    ? globSync('/proc/[0-9]*/cmdline').map((file) => {
        try {
          return readFileSync(file, 'utf8')
        } catch {
          return ''
        }
      })
    : execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).split('\n')
  return commands.filter((command) => command.includes(folder))
}

test('a folder that is no host name, none at all, or a keyring for everybody: a sentence says what to do', async () => {
  expect(() => sitesIn(folder)).toThrow(/Aucun site dans/)
  mkdirSync(join(folder, 'Mon Site'))
  expect(() => sitesIn(folder)).toThrow(/ne portent pas un nom de site.*Mon Site/)
  rmSync(join(folder, 'Mon Site'), { recursive: true })
  mkdirSync(join(folder, 'un.exemple.fr'))
  const { code, stderr } = await start({ KEYRING: join(folder, 'cle.json') }, '--sites', folder).exit
  expect([code, stderr]).toEqual([1, expect.stringContaining('retirez KEYRING')])
}, 30_000)
