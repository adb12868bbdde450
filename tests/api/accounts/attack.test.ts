import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LoginSource, logIn } from '../../../api/accounts/entry.ts'
import type { Problem } from '../../../api/http/problems.ts'
import { aBrowser, anOffice, type Office, type Person, password } from './office.ts'

let office: Office
let admin: Person
beforeAll(async () => {
  office = await anOffice()
  admin = await office.first()
})
afterAll(() => office.discard())

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

test('of 10,000 guessed passwords none logs in, hardly any is even looked at, and the owner still gets in', async () => {
  const { accounts } = office.context
  const attacker: LoginSource = { network: '203.0.113', device: null, browser: 'Navigateur' }
  const outcomes = new Map<string, number>()
  for (let guess = 0; guess < 10_000; guess++) {
    // one try a second; every hundredth comes a moment after another one and is the right password
    const isRight = guess % 100 === 99
    if (!isRight) office.clock.now = new Date(office.clock.now.getTime() + 1000)
    const typed = isRight && guess > 1000 ? password : `mauvais mot de passe ${guess}`
    const outcome = await logIn(accounts, admin.login, typed, attacker).then(
      () => 'in',
      (error) => (error as Problem).code,
    )
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  }
  expect(outcomes.get('in') ?? 0).toBe(0)
  expect(outcomes.get('login-refused')).toBeLessThan(40)
  // at once from the device that has been there before, even behind the attacker's own address
  const known = aBrowser(office.url)
  known.cookies.set('__Host-device', admin.browser.cookies.get('__Host-device')!)
  await office.logIn(admin, known)
  // within half a minute from a new device on another network
  office.clock.now = new Date(office.clock.now.getTime() + 31_000)
  const elsewhere: LoginSource = { network: '198.51.100', device: null, browser: 'Navigateur' }
  expect(await logIn(accounts, admin.login, password, elsewhere)).toMatchObject({ stage: 'code' })
})

test('a hundred guesses at the same moment count as a hundred', async () => {
  const person = await office.placed(['analyst'])
  const guesses = Array.from({ length: 100 }, () =>
    logIn(office.context.accounts, person.login, 'mauvais mot de passe', {
      network: '192.0.2',
      device: null,
      browser: '',
    }).then(
      () => 'in',
      (error) => (error as Problem).code,
    ),
  )
  const outcomes = await Promise.all(guesses)
  expect(outcomes.filter((outcome) => outcome === 'login-refused')).toHaveLength(5)
  expect(outcomes.filter((outcome) => outcome === 'wait')).toHaveLength(95)
})

test('guessing the six figures is slowed down as well, without shutting the owner out', async () => {
  office.clock.now = new Date(office.clock.now.getTime() + 31_000)
  const { secret } = await logIn(office.context.accounts, admin.login, password, {
    network: '192.0.3',
    device: null,
    browser: '',
  })
  const thief = aBrowser(office.url)
  thief.cookies.set('__Host-session', secret)
  const answers: number[] = []
  for (let guess = 0; guess < 12; guess++)
    answers.push((await thief.post('/api/session/code', { code: String(guess).padStart(6, '0') })).status)
  expect(answers.filter((status) => status === 401).length).toBeLessThanOrEqual(5)
  expect(answers.at(-1)).toBe(429)
  const known = aBrowser(office.url)
  known.cookies.set('__Host-device', admin.browser.cookies.get('__Host-device')!)
  await office.logIn(admin, known)
})

test('an unknown login gets the same bytes as a wrong password', async () => {
  const person = await office.placed(['analyst'])
  const answer = async (login: string) => {
    const { status, text, headers } = await aBrowser(office.url).post('/api/session', {
      login,
      password: 'pas le bon du tout',
    })
    return { status, text, names: [...headers.keys()].filter((name) => name !== 'date') }
  }
  const known = await answer(person.login)
  expect(known).toEqual(await answer('personne.inconnue'))
  expect(known).toEqual(await answer('pas un identifiant !'))
  expect(known.status).toBe(401)
})

test('an unknown login takes the same time as a wrong password: the median gap is under 5 %', async () => {
  const { accounts } = office.context
  const times: { known: number[]; unknown: number[] } = { known: [], unknown: [] }
  const one = async (kind: 'known' | 'unknown', round: number) => {
    const login = kind === 'known' ? admin.login : 'personne.inconnue'
    // a new network and a day between the rounds: the throttle is not what is measured
    const source = { network: `n${round}`, device: null, browser: '' }
    const start = performance.now()
    await logIn(accounts, login, 'pas le bon du tout', source).catch(() => {})
    times[kind].push(performance.now() - start)
  }
  // pair by pair, since both of a pair meet the same load of the machine
  const gap = () =>
    Math.abs(median(times.known.map((known, round) => known - times.unknown[round]!))) / median(times.known)
  // more rounds quiet a busy machine; no number of rounds hides a hash that is not made
  for (let round = 0; round < 200 && (round < 31 || gap() >= 0.05); round++) {
    office.clock.now = new Date(office.clock.now.getTime() + 25 * 3600_000)
    const order = round % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)
    for (const kind of order) await one(kind, round)
  }
  expect(median(times.known)).toBeGreaterThan(10)
  expect(gap()).toBeLessThan(0.05)
})

test('a session planted before login is worth nothing after it, and each step has a new secret', async () => {
  const planted = 'A'.repeat(43)
  const victim = aBrowser(office.url)
  victim.cookies.set('__Host-session', planted)
  await victim.post('/api/session', { login: admin.login, password })
  const afterPassword = victim.cookies.get('__Host-session')
  expect(afterPassword).not.toBe(planted)
  await victim.post('/api/session/code', { code: office.phone(admin.secret) })
  const afterCode = victim.cookies.get('__Host-session')
  expect(afterCode).not.toBe(afterPassword)
  expect((await victim.get('/api/today')).status).toBe(200)
  for (const old of [planted, afterPassword!]) {
    const thief = aBrowser(office.url)
    thief.cookies.set('__Host-session', old)
    expect((await thief.get('/api/me')).body.stage).toBe('none')
  }
  await victim.ask('DELETE', '/api/session')
  const thief = aBrowser(office.url)
  thief.cookies.set('__Host-session', afterCode!)
  expect((await thief.get('/api/today')).status).toBe(401)
})

test('what another site makes the browser send changes nothing, in six content types', async () => {
  const person = await office.logIn(admin)
  const victim = await office.placed(['analyst'])
  const path = `/api/team/${victim.login}/revoke`
  const kinds: [string, string][] = [
    ['application/x-www-form-urlencoded', 'a=1'],
    ['multipart/form-data; boundary=x', '--x--'],
    ['text/plain', '{}'],
    ['application/json', '{}'],
    ['application/xml', '<a/>'],
    ['application/octet-stream', '{}'],
  ]
  for (const [type, content] of kinds) {
    const foreign = await person.ask('POST', path, content, {
      'content-type': type,
      origin: 'https://ailleurs.example',
    })
    expect([type, foreign.status, foreign.body.code]).toEqual([type, 403, 'foreign-origin'])
    const opaque = await person.ask('POST', path, content, { 'content-type': type, origin: 'null' })
    expect([type, opaque.status]).toEqual([type, 403])
    const reply = await person.ask('POST', path, content, { 'content-type': type, 'sec-fetch-site': 'same-site' })
    expect([type, reply.status]).toEqual([type, 403])
    if (type === 'application/json') continue
    const without = await person.ask('POST', path, content, { 'content-type': type })
    expect([type, without.status]).toEqual([type, 415])
  }
  expect((await office.context.accounts.all.find(victim.login))?.state).toBe('active')
  expect((await person.ask('POST', path, '{}', { origin: office.url })).status).toBe(200)
})

test('cookies are for this host alone, unreadable by scripts and withheld from other sites', async () => {
  const { headers } = await aBrowser(office.url).post('/api/session', { login: admin.login, password })
  for (const cookie of headers.getSetCookie()) {
    expect(cookie).toMatch(/^__Host-/)
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/']) expect(cookie).toContain(part)
    expect(cookie).not.toContain('Domain')
  }
})

test('nothing in the store lets anybody in: ids, links, codes and passwords are hashed, the phone’s secret is encrypted', async () => {
  const link = await office.context.accounts.invitations.make({
    kind: 'invite',
    login: null,
    name: 'X',
    roles: ['saisie'],
    questionnaires: null,
    createdBy: admin.login,
  })
  const names = ['accounts', 'sessions', 'invitations', 'devices', 'throttle', 'audit']
  const everything = JSON.stringify(await Promise.all(names.map((name) => office.context.store.documents(name).list())))
  const secrets = [password, admin.secret, link, ...admin.codes, ...admin.browser.cookies.values()]
  for (const secret of secrets) expect(everything).not.toContain(secret)
  expect(everything).not.toContain('203.0.113')
  expect(office.logged.join('')).not.toContain(admin.login)
})

test('over plain http elsewhere than on the machine itself, logging in is refused with the reason', async () => {
  const { default: request } = await import('supertest')
  const answer = await request(office.app)
    .post('/api/session')
    .set('host', 'mairie.example')
    .send({ login: 'a.b', password })
  expect([answer.status, answer.body.code]).toEqual([403, 'needs-https'])
  expect((await request(office.app).get('/api/me').set('host', 'mairie.example')).body.needsHttps).toBe(true)
})
