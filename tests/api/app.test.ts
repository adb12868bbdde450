import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import request from 'supertest'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { collections } from '../../api/store/collections.ts'
import { contracts } from '../../api/wire/contracts.ts'
import { anApp, aPlace } from './fixture.ts'
import { aMomentLater } from './moment.ts'

let home: Awaited<ReturnType<typeof anApp>>
const client = join(aPlace().folder, 'client')
beforeAll(async () => {
  mkdirSync(join(client, 'assets'), { recursive: true })
  writeFileSync(join(client, 'index.html'), `<!doctype html><title>Accueil</title>${'<p>Bonjour</p>'.repeat(100)}`)
  writeFileSync(join(client, 'assets', 'app-1a2b3c4d.js'), 'console.log(1)\n'.repeat(200))
  home = await anApp({ client })
})
afterAll(() => home.discard())

test('every route of the router has its contract, and every contract its route', () => {
  type Layer = { route?: { path: string; methods: Record<string, boolean> } }
  const layers = (home.app as unknown as { router: { stack: Layer[] } }).router.stack
  const routes = layers.flatMap(({ route }) =>
    route ? Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`) : [],
  )
  expect(routes.length).toBeGreaterThan(5)
  expect(routes.sort()).toEqual(Object.keys(contracts).sort())
})

test('a questionnaire is listed and given as it was published, without what is not for respondents', async () => {
  const { body: list } = await request(home.app).get('/api/questionnaires')
  expect(list.questionnaires).toEqual([
    {
      slug: 'garde',
      title: 'La garde des enfants',
      summary: 'Deux questions.',
      audience: 'families',
      audienceText: 'Toutes les familles',
      minutes: 1,
      span: { from: 1, to: 1 },
      status: 'trial',
      opensAt: null,
      closesAt: null,
    },
  ])
  const { body } = await request(home.app).get('/api/questionnaires/garde?version=1')
  expect(body).toMatchObject({ slug: 'garde', version: 1, status: 'trial', trial: true, demo: false })
  expect(Object.keys(body)).not.toContain('indicators')
  expect((await request(home.app).get('/api/questionnaires/garde?version=2')).body.code).toBe('version-unknown')
  expect((await request(home.app).get('/api/questionnaires/garde?version[$gt]=0')).status).toBe(200)
  expect((await request(home.app).get('/api/questionnaires/__proto__')).status).toBe(404)
})

test('a store of made-up people says so everywhere', async () => {
  const demo = await anApp()
  await demo.context.store.collection(collections.settings).put('demo', { demo: true }, null)
  await aMomentLater()
  expect((await request(demo.app).get('/api/site')).body.demo).toBe(true)
  expect((await request(demo.app).get('/api/questionnaires/garde')).body.demo).toBe(true)
  await demo.discard()
})

test('an address sends ahead for what its page will ask; of the staff, once a session is shown', async () => {
  const session = `__Host-session=${'a'.repeat(43)}`
  const ahead = async (path: string, cookie = '') => {
    const { link = '' } = (await request(home.app).get(path).set('Cookie', cookie)).headers
    return [...String(link).matchAll(/<([^>]+)>; rel=preload; as=fetch; crossorigin/g)].map(([, address]) => address)
  }
  expect(await ahead('/')).toEqual(['/api/site', '/api/questionnaires'])
  expect(await ahead('/gerer', session)).toEqual(['/api/site', '/api/me', '/api/authority', '/api/today'])
  expect(await ahead('/concevoir/garde/page', session)).toEqual(['/api/site', '/api/me', '/api/authority'])
  for (const path of ['/gerer', '/gerer/comptes', '/connexion', '/q/garde', '/assets/app-1a2b3c4d.js'])
    expect([path, await ahead(path)]).toEqual([path, []])
})

test('every answer, errors included, carries the content policy and its companions', async () => {
  const agent = request(home.app)
  const answers = [
    await agent.get('/'),
    await agent.get('/q/garde'),
    await agent.get('/assets/app-1a2b3c4d.js'),
    await agent.get('/absent.js'),
    await agent.get('/api/site'),
    await agent.get('/api/inconnu'),
    await agent.get('/%E0%A4%A'),
    await agent.put('/api/responses/1').set('content-type', 'application/json').send('{'),
    await agent.post('/q/garde').send({}),
    await agent.post('/api/csp-reports').send('{}'),
  ]
  for (const { headers, request: asked } of answers) {
    const policy = headers['content-security-policy'] ?? ''
    expect(policy, asked.url).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*|https?:/)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['cross-origin-opener-policy']).toBe('same-origin')
    expect(headers['cross-origin-resource-policy']).toBe('same-origin')
    expect(headers['permissions-policy']).toContain('camera=()')
    // what the passive scan of ZAP asks besides: no banner, no other origin, nothing that says how the server is made
    for (const name of ['x-powered-by', 'server', 'x-aspnet-version', 'access-control-allow-origin'])
      expect(headers[name], name).toBe(undefined)
    expect(headers['content-type'] ?? 'text/html; charset=utf-8').toMatch(/^[\w-]+\/[\w.+-]+(; charset=utf-8)?$/)
    expect(headers['strict-transport-security']).toBe(undefined)
  }
})

test('data are stored by no browser, hashed files for a year, pages never without asking', async () => {
  const cache = async (path: string) => (await request(home.app).get(path)).headers['cache-control']
  expect(await cache('/api/questionnaires/garde')).toBe('no-store')
  expect(await cache('/api/inconnu')).toBe('no-store')
  expect(await cache('/assets/app-1a2b3c4d.js')).toBe('public, max-age=31536000, immutable')
  expect(await cache('/q/garde')).toBe('no-cache')
})

test('pages travel compressed and are not sent twice', async () => {
  for (const encoding of ['br', 'gzip', 'identity']) {
    const page = await request(home.app).get('/').set('accept-encoding', encoding)
    expect(page.headers['content-encoding'] ?? 'identity').toBe(encoding)
    if (encoding !== 'br') expect(page.text).toContain('Bonjour')
  }
  // browsers name gzip first and mean no preference
  const asBrowser = await request(home.app).get('/').set('accept-encoding', 'gzip, deflate, br, zstd')
  expect(asBrowser.headers['content-encoding']).toBe('br')
  const { headers } = await request(home.app).get('/')
  expect((await request(home.app).get('/').set('if-none-match', headers.etag!)).status).toBe(304)
})

test('pages built anew in the same folder take nothing from those that are open', async () => {
  writeFileSync(join(client, 'assets', 'later-5e6f7a8b.js'), 'console.log(2)')
  const running = await anApp({ client })
  await request(running.app).get('/') // what is read in the meantime
  rmSync(join(client, 'assets', 'later-5e6f7a8b.js'))
  const { status, text } = await request(running.app).get('/assets/later-5e6f7a8b.js')
  expect([status, text]).toEqual([200, 'console.log(2)'])
  await running.discard()
})

test('nothing but the built pages can be asked for', async () => {
  for (const path of [
    '/../package.json',
    '/..%2f..%2fkeyring.json',
    '/%2e%2e/keyring.json',
    '/.env',
    '/assets/../../x.db',
  ])
    expect((await request(home.app).get(path)).status, path).toBe(404)
})

test('violations reported by browsers are counted and nothing of them is stored', async () => {
  const before = (await request(home.app).get('/api/health')).body.cspReports
  await request(home.app).post('/api/csp-reports').set('content-type', 'application/reports+json').send('[{}]')
  await request(home.app).post('/api/csp-reports').set('content-type', 'application/csp-report').send('{}')
  expect((await request(home.app).get('/api/health')).body).toEqual({
    ok: true,
    store: 'sqlite',
    cspReports: before + 2,
  })
})

test('without built pages the server says what to type', async () => {
  const bare = await anApp()
  const page = await request(bare.app).get('/')
  expect([page.status, page.text]).toEqual([503, expect.stringContaining('npm start')])
  await bare.discard()
})
