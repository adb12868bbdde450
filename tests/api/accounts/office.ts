/** A town hall at work, for the tests: a real server on a socket, a clock to move, and people with browsers and phones. */
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { codeOf, stepAt } from '../../../api/accounts/factor/totp.ts'
import { setUpLink } from '../../../api/accounts/joining.ts'
import { hashOf } from '../../../api/accounts/password.ts'
import type { StaffRole } from '../../../api/accounts/roles.ts'
import { appOf } from '../../../api/app.ts'
import { type AppContext, openContext } from '../../../api/context.ts'
import { openLog } from '../../../api/http/log.ts'
import { listen } from '../../../api/http/server.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { onOwnPort } from '../../services/ports.ts'
import { aPlace, smallQuestionnaire } from '../fixture.ts'
import { movedOn } from '../moment.ts'

export const password = 'trois chats sur le toit'
const passwordHash = hashOf(password)
const minuteMs = 60_000

export type Answer = {
  status: number
  body: Record<string, unknown>
  headers: Headers
  text: string
}

/** A browser with its cookies, as one does on one machine. */
export function aBrowser(url: string) {
  const cookies = new Map<string, string>()
  async function ask(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const [name = '', value = ''] = pair.split('=')
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    return { status: response.status, body: isJson ? JSON.parse(text) : {}, headers: response.headers, text }
  }
  return {
    ask,
    cookies,
    get: (path: string) => ask('GET', path),
    post: (path: string, body: unknown = {}) => ask('POST', path, body),
  }
}
export type Browser = ReturnType<typeof aBrowser>

export type Person = { login: string; browser: Browser; secret: string; codes: string[] }

type Options = {
  storeUrl?: string
  keyringPath?: string
  clock?: { now: Date }
  isReal?: boolean
  /** Folder of the built pages. */
  client?: string
  trustProxy?: number | false
  /** Where the store warns the operator. */
  warn?: (sentence: string) => void
}

/** The account of somebody who can get in, made without the screens. */
export async function account(context: AppContext, roles: StaffRole[], change: Record<string, unknown> = {}) {
  const login = `agent-${randomUUID().slice(0, 8)}`
  const { secret, ciphertext: sealed } = context.accounts.factor.propose(login)
  await context.accounts.all.create({
    login,
    name: 'Sacha Petit',
    roles,
    questionnaires: null,
    password: await passwordHash,
    factor: sealed,
    factorUsed: 0,
    recovery: ['x', 'y', 'z', 'w'],
    state: 'active',
    createdAt: context.now().toISOString(),
    createdBy: 'operateur',
    lastLoginAt: null,
    ...change,
  })
  return { login, secret }
}

export async function anOffice({
  storeUrl,
  keyringPath,
  clock = { now: new Date('2026-03-02T09:00:00Z') },
  isReal = false,
  client = '',
  trustProxy = false,
  warn = () => {},
}: Options = {}) {
  const place = aPlace()
  mkdirSync(place.dataDir, { recursive: true })
  const config = {
    storeUrl: storeUrl ?? place.storeUrl,
    keyringPath: keyringPath ?? place.keyringPath,
  }
  const context = await openContext(config, () => new Date(clock.now), warn, { stopwatch: movedOn })
  await context.questionnaires.loadFounding(isReal ? founding() : [smallQuestionnaire])
  const logged: string[] = []
  const app = appOf({ context, log: openLog((line) => logged.push(line)), client, trustProxy })
  const at = (port: number) => listen(app, { port, host: '127.0.0.1' })
  const server = await (client ? onOwnPort(at) : at(0))
  const url = `http://127.0.0.1:${server.port}`

  /** The code the phone shows now; time moves on first, since no code serves twice. */
  function phone(secret: string): string {
    clock.now = new Date(clock.now.getTime() + minuteMs)
    return codeOf(secret, stepAt(clock.now.getTime()))
  }

  async function join(link: string, login: string): Promise<Person> {
    const browser = aBrowser(url)
    const accepted = await browser.post('/api/invitation/accept', {
      secret: link,
      login,
      name: 'Camille Roux',
      password,
    })
    if (accepted.status !== 200) throw new Error(`not accepted: ${accepted.text}`)
    const { secret } = (await browser.get('/api/me/factor')).body as { secret: string }
    const confirmed = await browser.post('/api/me/factor', { code: phone(secret) })
    if (confirmed.status !== 200) throw new Error(`not confirmed: ${confirmed.text}`)
    return { login, browser, secret, codes: (confirmed.body as { codes: string[] }).codes }
  }

  return {
    context,
    app,
    url,
    clock,
    logged,
    config,
    phone,
    join,

    /** The first administrator, through the set-up link. */
    first: async (login = 'alix.martin'): Promise<Person> => join((await setUpLink(context.accounts))!, login),

    /** A colleague, invited by an administrator. */
    async invited(by: Person, roles: StaffRole[], login = `agent-${randomUUID().slice(0, 8)}`): Promise<Person> {
      const { body } = await by.browser.post('/api/team/invitations', {
        name: 'Camille Roux',
        roles,
        questionnaires: null,
      })
      return join(String(body.path).split('#')[1]!, login)
    },

    /** Both steps of a login. */
    async logIn({ login, secret }: Person, browser = aBrowser(url), typed = password): Promise<Browser> {
      const first = await browser.post('/api/session', { login, password: typed })
      if (first.status !== 200) throw new Error(`password refused: ${first.text}`)
      const second = await browser.post('/api/session/code', { code: phone(secret) })
      if (second.status !== 200) throw new Error(`code refused: ${second.text}`)
      return browser
    },

    /** Somebody with these roles and an open session, made without the screens. */
    async placed(roles: StaffRole[], change: Record<string, unknown> = {}): Promise<Person> {
      const { login, secret } = await account(context, roles, change)
      const browser = aBrowser(url)
      const session = await context.accounts.sessions.start(login, 'open', 'Firefox sous Linux')
      browser.cookies.set('__Host-session', session)
      return { login, browser, secret, codes: [] }
    },

    async discard() {
      await server.close()
      await context.close()
    },
  }
}
export type Office = Awaited<ReturnType<typeof anOffice>>
