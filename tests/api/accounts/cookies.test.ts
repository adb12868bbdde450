import type { IncomingMessage, ServerResponse } from 'node:http'
import request from 'supertest'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setUpLink } from '../../../api/accounts/joining.ts'
import { appOf } from '../../../api/app.ts'
import { openLog } from '../../../api/http/log.ts'
import { type Answer, aBrowser, anOffice, type Office, type Person, password } from './office.ts'

let office: Office
let admin: Person
let local: string
beforeAll(async () => {
  office = await anOffice()
  admin = await office.first()
  local = office.url.replace('127.0.0.1', 'localhost')
})
afterAll(() => office.discard())

const cookiesOf = ({ headers }: Answer) => headers.getSetCookie()

/** A browser that keeps no Secure cookie over plain http, as Safari, and names the origin of what it sends. */
function aSafari(url: string) {
  const browser = aBrowser(url)
  async function ask(method: string, path: string, body?: unknown) {
    const answer = await browser.ask(method, path, body, method === 'GET' ? {} : { origin: url })
    for (const line of cookiesOf(answer)) if (/; Secure/.test(line)) browser.cookies.delete(line.split('=')[0]!)
    return answer
  }
  return {
    ...browser,
    ask,
    get: (path: string) => ask('GET', path),
    post: (path: string, body = {}) => ask('POST', path, body),
  }
}

test.each(['localhost', '127.0.0.1'])(
  'a browser that keeps no Secure cookie over http signs in at http://%s, works and signs out',
  async (name) => {
    const safari = aSafari(office.url.replace('127.0.0.1', name))
    const first = await safari.post('/api/session', { login: admin.login, password })
    expect(first.body.stage).toBe('code')
    expect((await safari.get('/api/me')).body.stage).toBe('code')
    const second = await safari.post('/api/session/code', { code: office.phone(admin.secret) })
    const given = [...cookiesOf(first), ...cookiesOf(second)]
    expect(given.map((line) => line.split('=')[0])).toEqual(['session', 'session', 'device'])
    for (const line of given) {
      for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/']) expect(line).toContain(part)
      expect(line).not.toMatch(/Secure|Domain/)
    }
    expect((await safari.get('/api/today')).status).toBe(200)
    // the same ages as anywhere else
    const strict = await aBrowser(office.url).post('/api/session', { login: admin.login, password })
    const ageOf = (line: string) => /Max-Age=(\d+)/.exec(line)![1]
    expect(ageOf(given[0]!)).toBe(ageOf(cookiesOf(strict)[0]!))

    expect((await safari.ask('DELETE', '/api/session')).status).toBe(200)
    expect([...safari.cookies.keys()]).toEqual(['device'])
    expect((await safari.get('/api/today')).status).toBe(401)
    // the device is known from its plain cookie: no other one is given
    await safari.post('/api/session', { login: admin.login, password })
    const again = await safari.post('/api/session/code', { code: office.phone(admin.secret) })
    expect(cookiesOf(again).map((line) => line.split('=')[0])).toEqual(['session'])
  },
)

test('the first administrator goes from the link of the installation to the first page, Secure cookies refused', async () => {
  const other = await anOffice()
  try {
    const safari = aSafari(other.url.replace('127.0.0.1', 'localhost'))
    const secret = (await setUpLink(other.context.accounts))!
    await safari.post('/api/invitation/accept', { secret, login: 'alix.martin', name: 'Alix Martin', password })
    const factor = (await safari.get('/api/me/factor')).body as { secret: string }
    await safari.post('/api/me/factor', { code: other.phone(factor.secret) })
    expect((await safari.get('/api/me')).body).toMatchObject({ stage: 'open', account: { login: 'alix.martin' } })
  } finally {
    await other.discard()
  }
})

/** What makes a request come from elsewhere, or through somebody else's hands, each alone. */
const elsewhere: [string, Record<string, string>][] = [
  ['no origin', { origin: '' }],
  ['an origin over https', { origin: 'https://localhost' }],
  ['another host', { host: 'mairie.example' }],
  ['a host that begins like this machine', { host: 'localhost.mairie.example' }],
  ['an address of the network', { host: '192.168.1.10' }],
  ...['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'forwarded', 'via'].map(
    (name): [string, Record<string, string>] => [`a header ${name}`, { [name]: '127.0.0.1' }],
  ),
]

test.each(elsewhere)('with %s only the strict shape is given', async (_, { origin, ...more }) => {
  const sent = { host: 'localhost', origin: origin ?? 'http://localhost', ...more }
  if (more.host) sent.origin = `http://${more.host}`
  const headers = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== ''))
  const answer = await request(office.app).post('/api/session').set(headers).send({ login: admin.login, password })
  const given = (answer.headers['set-cookie'] ?? []) as unknown as string[]
  if (more.host) expect([answer.status, answer.body.code, given]).toEqual([403, 'needs-https', []])
  else expect(given.map((line) => line.split('=')[0])).toEqual(['__Host-session'])
})

test('behind a proxy that is trusted, cookies are strict even at a name of this machine, and the plain ones are not read', async () => {
  const { context } = office
  const app = appOf({ context, log: openLog(() => {}), client: '', trustProxy: 1 })
  const session = await context.accounts.sessions.start(admin.login, 'open', '')
  const proxied = { host: 'localhost', 'x-forwarded-proto': 'https', origin: 'https://localhost' }
  for (const headers of [proxied, { host: 'localhost', origin: 'http://localhost' }] as Record<string, string>[]) {
    const answer = await request(app).post('/api/session').set(headers).send({ login: admin.login, password })
    expect(String(answer.headers['set-cookie'])).toMatch(/^__Host-session=.*; Secure/)
    const stageBy = async (cookie: string) =>
      (await request(app).get('/api/me').set(headers).set('cookie', cookie)).body.stage
    expect(await stageBy(`session=${session}`)).toBe('none')
    expect(await stageBy(`__Host-session=${session}`)).toBe('open')
  }
})

test('over https on this very machine cookies are strict, and the plain ones are not read', async () => {
  const session = await office.context.accounts.sessions.start(admin.login, 'open', '')
  const encrypted = (req: IncomingMessage, res: ServerResponse) => {
    Object.defineProperty(req.socket, 'encrypted', { value: true, configurable: true })
    office.app(req, res)
  }
  const headers = { host: 'localhost', origin: 'https://localhost' }
  const answer = await request(encrypted).post('/api/session').set(headers).send({ login: admin.login, password })
  expect(String(answer.headers['set-cookie'])).toMatch(/^__Host-session=.*; Secure/)
  const stageBy = async (cookie: string) =>
    (await request(encrypted).get('/api/me').set({ host: 'localhost', cookie })).body.stage
  expect(await stageBy(`session=${session}`)).toBe('none')
  expect(await stageBy(`__Host-session=${session}`)).toBe('open')
})

test('a session planted under the plain name is read on this machine alone', async () => {
  const session = await office.context.accounts.sessions.start(admin.login, 'open', '')
  const stage = async (headers: Record<string, string>, cookie = `session=${session}`) =>
    (
      await request(office.app)
        .get('/api/me')
        .set({ cookie, ...headers })
    ).body.stage
  for (const host of ['localhost', 'localhost:3000', '127.0.0.1:3000', '[::1]:3000'])
    expect(await stage({ host })).toBe('open')
  for (const [, { origin: _, ...more }] of elsewhere.slice(2))
    expect(await stage({ host: 'localhost', ...more })).toBe('none')
  // what is no secret of ours, left by another program of this machine, hides no session
  expect(await stage({ host: 'localhost' }, `session=eyJ1c2VyIjoxfQ; __Host-session=${session}`)).toBe('open')
})

test('what another site or another port sends changes nothing, the plain cookie shown', async () => {
  const safari = aSafari(local)
  await safari.post('/api/session', { login: admin.login, password })
  await safari.post('/api/session/code', { code: office.phone(admin.secret) })
  const foreign = ['https://ailleurs.example', 'http://localhost:1', 'http://127.0.0.1', 'null']
  const cookie = [...safari.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  for (const origin of foreign) {
    const answer = await aBrowser(local).ask('DELETE', '/api/session', undefined, { origin, cookie })
    expect([origin, answer.status, answer.body.code]).toEqual([origin, 403, 'foreign-origin'])
  }
  expect((await safari.get('/api/me')).body.stage).toBe('open')
})
