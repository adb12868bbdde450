import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Role, type StaffRole, staffRoles } from '../../../api/accounts/roles.ts'
import type { Contract } from '../../../api/wire/contract.ts'
import { contracts } from '../../../api/wire/contracts.ts'
import { aBrowser, anOffice, type Browser, type Office, type Person } from '../accounts/office.ts'

/** Who may use each route. */
const access: Record<string, readonly Role[]> = Object.fromEntries(
  Object.entries<Contract>(contracts).map(([name, { roles }]) => [name, roles]),
)

let office: Office
beforeAll(async () => {
  office = await anOffice()
})
afterAll(() => office.discard())

/** All routes, from the router itself. */
function routes(): { method: string; path: string }[] {
  type Layer = { route?: { path: string; methods: Record<string, boolean> } }
  const { stack } = (office.app as unknown as { router: { stack: Layer[] } }).router
  return stack.flatMap(({ route }) =>
    route ? Object.keys(route.methods).map((method) => ({ method: method.toUpperCase(), path: route.path })) : [],
  )
}

const filled = (path: string, slug: string) => path.replace(':slug', slug).replace(/:\w+/g, 'personne')
const refusals = ['session-over', 'not-allowed']

async function isLetIn(browser: Browser, method: string, path: string): Promise<boolean> {
  const { status, body } = await browser.ask(method, path, method === 'GET' ? undefined : {})
  const isRefused = [401, 403].includes(status) && refusals.includes(String(body.code))
  return !isRefused
}

test('every route of the router has its contract', () => {
  const known = routes().map(({ method, path }) => `${method} ${path}`)
  expect(known.length).toBeGreaterThan(40)
  expect(known.sort()).toEqual(Object.keys(access).sort())
})

test('all routes × all roles: let in exactly as the table says', async () => {
  const wrong: string[] = []
  for (const role of staffRoles) {
    let person = await office.placed([role])
    for (const { method, path } of routes()) {
      const allowed = access[`${method} ${path}`]! as readonly Role[]
      const expected = allowed.some((each) => each === 'anyone' || each === 'staff' || each === role)
      const isIn = await isLetIn(person.browser, method, filled(path, 'garde'))
      if (isIn !== expected) wrong.push(`${role}: ${method} ${path}`)
      // what somebody was let do may have ended their session, or the account
      if (isIn && method !== 'GET') person = await office.placed([role])
    }
  }
  expect(wrong).toEqual([])
}, 120_000)

test('nobody, a revoked colleague and a half-open session get nowhere but where anyone may go', async () => {
  const revoked = await office.placed(['admin', 'publisher'], { state: 'revoked' })
  const half = aBrowser(office.url)
  const whole = await office.placed(['admin', 'publisher'])
  half.cookies.set('__Host-session', await office.context.accounts.sessions.start(whole.login, 'code', ''))
  const wrong: string[] = []
  for (const [who, browser, stage] of [
    ['nobody', aBrowser(office.url), 'anyone'],
    ['revoked', revoked.browser, 'anyone'],
    ['half-open', half, 'code'],
  ] as const) {
    for (const { method, path } of routes()) {
      if (`${method} ${path}` === 'DELETE /api/session') continue
      const allowed = access[`${method} ${path}`]! as readonly Role[]
      const expected = allowed.includes('anyone') || allowed.includes(stage)
      if ((await isLetIn(browser, method, filled(path, 'garde'))) !== expected) wrong.push(`${who}: ${method} ${path}`)
    }
  }
  expect(wrong).toEqual([])
})

test('a colleague who works on one questionnaire is refused on every route about another', async () => {
  const roles: StaffRole[] = ['publisher', 'designer', 'admin', 'analyst', 'exporter', 'full-exporter', 'vigilance']
  const own: Person = await office.placed(roles, { questionnaires: ['garde'] })
  const other: Person = await office.placed(roles, { questionnaires: ['autre'] })
  const about = routes().filter(
    ({ method, path }) => path.includes(':slug') && !access[`${method} ${path}`]!.includes('anyone'),
  )
  expect(about.length).toBeGreaterThan(2)
  for (const { method, path } of about) {
    expect([path, await isLetIn(own.browser, method, filled(path, 'garde'))]).toEqual([path, true])
    expect([path, await isLetIn(other.browser, method, filled(path, 'garde'))]).toEqual([path, false])
  }
  const listed = async (person: Person) => (await person.browser.get('/api/live')).body.questionnaires
  expect(await listed(own)).toHaveLength(1)
  expect(await listed(other)).toEqual([])
})

test('the rows that matter most are these, whatever the table says', () => {
  const only = (row: string) => [...access[row]!].sort()
  expect(only('GET /api/audit')).toEqual(['admin'])
  expect(only('GET /api/team')).toEqual(['admin'])
  expect(only('PUT /api/settings')).toEqual(['admin'])
  expect(only('POST /api/questionnaires/:slug/live/approve')).toEqual(['publisher'])
  expect(only('POST /api/design/:slug/approve')).toEqual(['publisher'])
  expect(only('POST /api/design/:slug/return')).toEqual(['publisher'])
  expect(only('PUT /api/design/:slug')).toEqual(['admin', 'designer', 'publisher'])
  // whoever places tablets reads nothing that they send, nor decides of it
  const ofKiosks = Object.keys(access).filter((row) => access[row]!.includes('kiosk'))
  expect(ofKiosks.sort()).toEqual([
    'GET /api/kiosks',
    'POST /api/kiosks',
    'POST /api/kiosks/:id/link',
    'POST /api/kiosks/:id/revoke',
    'PUT /api/kiosks/:id',
  ])
})

test('no answer holds a secret field, and unknown fields are refused', async () => {
  const admin = await office.placed(['admin', 'publisher', 'designer', 'analyst'])
  // the description of the api names what is asked, passwords included; no answer is described there
  const read = routes().filter(({ method, path }) => method === 'GET' && !/:|openapi/.test(path))
  for (const { method, path } of read) {
    const { text } = await admin.browser.ask(method, path)
    expect([path, /argon2|"password"|"factorUsed"|"recovery"|"sealed"|"hash"/.test(text)]).toEqual([path, false])
  }
  const extra = { name: 'X', roles: ['saisie'], questionnaires: null, state: 'active', createdBy: 'moi' }
  expect((await admin.browser.post('/api/team/invitations', extra)).status).toBe(422)
  expect((await admin.browser.post('/api/session', { login: 'a', password: 'b', roles: ['admin'] })).status).toBe(422)
  const operators = { login: { $gt: '' }, password: { $gt: '' } }
  expect((await admin.browser.post('/api/session', operators)).status).toBe(422)
})
