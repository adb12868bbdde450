import { afterAll, describe, expect, test } from 'vitest'
import { isAdministrator } from '../../../api/accounts/account.ts'
import { codeOf, stepAt } from '../../../api/accounts/factor/totp.ts'
import { operatorLink, setUpLink } from '../../../api/accounts/joining.ts'
import { startMongodb } from '../../services/mongodb.ts'
import { aBrowser, anOffice, type Browser, type Office, type Person, password } from './office.ts'

const mongodb = await startMongodb()
afterAll(() => mongodb?.stop())
let bases = 0

promises('SQLite', () => anOffice())
describe.skipIf(mongodb === null)('on MongoDB', () => {
  promises('MongoDB', () => anOffice({ storeUrl: `${mongodb!.url}accounts_${process.pid}_${bases++}` }))

  test('a colleague revoked on one instance is out of the other within a second', async () => {
    const one = await anOffice({ storeUrl: `${mongodb!.url}accounts_${process.pid}_two` })
    const two = await anOffice({ ...one.config, clock: one.clock })
    const admin = await one.first()
    const colleague = await one.invited(admin, ['analyst'])
    const elsewhere = aBrowser(two.url)
    for (const [name, value] of colleague.browser.cookies) elsewhere.cookies.set(name, value)
    expect((await elsewhere.get('/api/tables')).status).toBe(200)
    const start = performance.now()
    await admin.browser.post(`/api/team/${colleague.login}/revoke`)
    expect((await elsewhere.get('/api/tables')).status).toBe(401)
    expect(performance.now() - start).toBeLessThan(1000)
    const again = await elsewhere.post('/api/session', { login: colleague.login, password })
    expect(again.body.code).toBe('login-refused')
    await two.discard()
    await one.discard()
  })

  test('two instances count failures together and write one chain in the journal', async () => {
    const one = await anOffice({ storeUrl: `${mongodb!.url}accounts_${process.pid}_chain` })
    const two = await anOffice({ ...one.config, clock: one.clock })
    const lines = Array.from({ length: 20 }, (_, index) =>
      [one, two][index % 2]!.context.audit.record({ who: 'operateur', what: 'exported', about: String(index) }),
    )
    await Promise.all(lines)
    expect(await one.context.audit.verify()).toMatchObject({ lines: 20, faults: [] })
    const tries = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        aBrowser([one, two][index % 2]!.url).post('/api/session', { login: 'alix', password: 'mauvais mot de passe' }),
      ),
    )
    expect(tries.filter(({ status }) => status === 401)).toHaveLength(5)
    expect(tries.filter(({ status }) => status === 429)).toHaveLength(7)
    await two.discard()
    await one.discard()
  })
})

function promises(name: string, open: () => Promise<Office>) {
  describe(`accounts on ${name}`, () => {
    test('the first administrator comes in by the set-up link, which serves once', async () => {
      const office = await open()
      const link = (await setUpLink(office.context.accounts))!
      const admin = await office.join(link, 'alix.martin')
      const me = (await admin.browser.get('/api/me')).body
      expect(me).toMatchObject({ stage: 'open', isNew: false, account: { login: 'alix.martin', recoveryLeft: 10 } })
      expect((await aBrowser(office.url).post('/api/invitation', { secret: link })).body.code).toBe('link-refused')
      expect(await setUpLink(office.context.accounts)).toBe(null)
      await office.discard()
    })

    test('a set-up link made before somebody else became administrator is worth nothing', async () => {
      const office = await open()
      const [one, two] = [await setUpLink(office.context.accounts), await setUpLink(office.context.accounts)]
      await office.join(one!, 'alix.martin')
      const late = await aBrowser(office.url).post('/api/invitation/accept', {
        secret: two,
        login: 'b.b',
        name: 'B',
        password,
      })
      expect(late.body.code).toBe('link-refused')
      await office.discard()
    })

    test('a colleague joins by a link, then logs in with password and phone; no code serves twice', async () => {
      const office = await open()
      const colleague = await office.invited(await office.first(), ['designer'])
      const browser = await office.logIn(colleague)
      expect((await browser.get('/api/me')).body).toMatchObject({ stage: 'open', account: { roles: ['designer'] } })
      const code = office.phone(colleague.secret)
      const tries = [aBrowser(office.url), aBrowser(office.url)]
      for (const each of tries) await each.post('/api/session', { login: colleague.login, password })
      const answers = await Promise.all(tries.map((each) => each.post('/api/session/code', { code })))
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 401])
      await office.discard()
    })

    test('with the phone lost, a recovery code lets in once and asks for a new phone', async () => {
      const office = await open()
      const person = await office.first()
      const old = person.browser
      const browser = aBrowser(office.url)
      await browser.post('/api/session', { login: person.login, password })
      const typed = person.codes[3]!.toUpperCase().replaceAll('-', ' ')
      expect((await browser.post('/api/session/code', { recovery: typed })).body).toEqual({ stage: 'enrol' })
      expect((await old.get('/api/today')).status).toBe(401)
      expect((await browser.get('/api/team')).status).toBe(401)
      const { secret } = (await browser.get('/api/me/factor')).body as { secret: string }
      const { body } = await browser.post('/api/me/factor', { code: office.phone(secret) })
      expect(body.codes).toHaveLength(10)
      const again = aBrowser(office.url)
      await again.post('/api/session', { login: person.login, password })
      expect((await again.post('/api/session/code', { recovery: typed })).body.code).toBe('code-refused')
      expect((await again.post('/api/session/code', { code: office.phone(person.secret) })).status).toBe(401)
      expect((await again.post('/api/session/code', { code: office.phone(secret) })).status).toBe(200)
      await office.discard()
    })

    test('a recovery code leaves the lost phone in place until a new one is set, within the hour', async () => {
      const office = await open()
      const person = await office.first()
      const recovered = async (code: number) => {
        const browser = aBrowser(office.url)
        await browser.post('/api/session', { login: person.login, password })
        await browser.post('/api/session/code', { recovery: person.codes[code]! })
        return browser
      }
      const later = (minutes: number) => {
        office.clock.now = new Date(office.clock.now.getTime() + minutes * 60_000)
      }
      const unfinished = await recovered(0)
      const beside = aBrowser(office.url)
      // the password alone opens no setting up
      expect((await beside.post('/api/session', { login: person.login, password })).body).toEqual({ stage: 'code' })
      const { secret } = (await unfinished.get('/api/me/factor')).body as { secret: string }
      later(61)
      expect((await unfinished.get('/api/me')).body.stage).toBe('none')
      expect((await unfinished.post('/api/me/factor', { code: office.phone(secret) })).status).toBe(401)
      await office.logIn(person)
      // somebody who had to fetch a phone first
      const slow = await recovered(1)
      later(50)
      const own = (await slow.get('/api/me/factor')).body as { secret: string }
      expect((await slow.post('/api/me/factor', { code: office.phone(own.secret) })).status).toBe(200)
      await office.logIn({ ...person, secret: own.secret })
      await office.discard()
    })

    test('of two people with a recovery code each, the first who sets a phone has it', async () => {
      const office = await open()
      const person = await office.first()
      const browsers = [aBrowser(office.url), aBrowser(office.url)]
      const secrets: string[] = []
      for (const [index, browser] of browsers.entries()) {
        await browser.post('/api/session', { login: person.login, password })
        await browser.post('/api/session/code', { recovery: person.codes[index]! })
      }
      // the second one closed the session of the first
      expect((await browsers[0]!.get('/api/me')).body.stage).toBe('none')
      secrets.push(((await browsers[1]!.get('/api/me/factor')).body as { secret: string }).secret)
      expect((await browsers[1]!.post('/api/me/factor', { code: office.phone(secrets[0]!) })).status).toBe(200)
      await office.discard()
    })

    test('administrators read for a week that a recovery code was used, and others do not', async () => {
      const office = await open()
      const admin = await office.first()
      const colleague = await office.invited(admin, ['analyst'])
      const linesOf = async ({ browser }: Person) =>
        ((await browser.get('/api/today')).body as { lines: { text: string }[] }).lines.map(({ text }) => text).join()
      expect(await linesOf(admin)).not.toContain('code de secours')
      const browser = aBrowser(office.url)
      await browser.post('/api/session', { login: colleague.login, password })
      await browser.post('/api/session/code', { recovery: colleague.codes[0]! })
      expect(await linesOf(admin)).toContain('Camille Roux a utilisé un code de secours')
      const other = await office.placed(['analyst'])
      expect(await linesOf(other)).not.toContain('a utilisé un code de secours')
      office.clock.now = new Date(office.clock.now.getTime() + 8 * 24 * 3_600_000)
      const back = { ...admin, browser: await office.logIn(admin) }
      expect(await linesOf(back)).not.toContain('a utilisé un code de secours')
      await office.discard()
    })

    test('an account begun by the set-up link and left unfinished administers nothing once somebody else does', async () => {
      const office = await open()
      const begin = async (login: string) => {
        const browser = aBrowser(office.url)
        const secret = (await setUpLink(office.context.accounts))!
        await browser.post('/api/invitation/accept', { secret, login, name: 'Alix Martin', password })
        return browser
      }
      const confirmed = async (browser: Browser) => {
        const { secret } = (await browser.get('/api/me/factor')).body as { secret: string }
        return browser.post('/api/me/factor', { code: office.phone(secret) })
      }
      const unfinished = await begin('a.moitie')
      expect((await office.context.accounts.all.find('a.moitie'))!.roles).toEqual([])
      // it goes on by its password as long as nobody administers
      expect((await aBrowser(office.url).get('/api/me')).body.isNew).toBe(false)
      const whole = await begin('alix.martin')
      expect((await confirmed(whole)).status).toBe(200)
      expect((await whole.get('/api/team')).status).toBe(200)
      expect((await confirmed(unfinished)).body.code).toBe('link-refused')
      const again = aBrowser(office.url)
      await again.post('/api/session', { login: 'a.moitie', password })
      expect((await confirmed(again)).body.code).toBe('link-refused')
      expect((await office.context.accounts.all.list()).filter(isAdministrator)).toHaveLength(1)
      await office.discard()
    })

    test('a phone confirmed by two sendings at once is set once: the codes that come back are those that serve', async () => {
      const office = await open()
      const browser = aBrowser(office.url)
      const link = (await setUpLink(office.context.accounts))!
      await browser.post('/api/invitation/accept', { secret: link, login: 'alix', name: 'Alix Martin', password })
      const { secret } = (await browser.get('/api/me/factor')).body as { secret: string }
      const code = office.phone(secret)
      const answers = await Promise.all([1, 2, 3].map(() => browser.post('/api/me/factor', { code })))
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
      const codes = answers.find(({ status }) => status === 200)!.body.codes as string[]
      const account = (await office.context.accounts.all.find('alix'))!
      expect(office.context.accounts.factor.afterRecovery(account, codes[0]!)).not.toBeNull()
      await office.discard()
    })

    test('an administrator gives a colleague who lost everything a new way in, and the old one closes', async () => {
      const office = await open()
      const admin = await office.first()
      const colleague = await office.invited(admin, ['saisie'])
      const { body } = await admin.browser.post(`/api/team/${colleague.login}/reset`)
      const link = String(body.path).split('#')[1]!
      const offer = (await aBrowser(office.url).post('/api/invitation', { secret: link })).body
      expect(offer).toMatchObject({ kind: 'reset', login: colleague.login, roles: ['saisie'] })
      await office.join(link, '')
      expect((await colleague.browser.get('/api/me')).body.stage).toBe('none')
      await office.discard()
    })

    test('a revoked colleague is out at the next request, and can be let in again', async () => {
      const office = await open()
      const admin = await office.first()
      const colleague = await office.invited(admin, ['analyst'])
      await admin.browser.post(`/api/team/${colleague.login}/revoke`)
      expect((await colleague.browser.get('/api/tables')).status).toBe(401)
      await admin.browser.post(`/api/team/${colleague.login}/restore`)
      expect((await colleague.browser.get('/api/tables')).status).toBe(401)
      expect((await (await office.logIn(colleague)).get('/api/tables')).status).toBe(200)
      await office.discard()
    })

    test('a role taken away is gone at the next request, without a new login', async () => {
      const office = await open()
      const admin = await office.first()
      const colleague = await office.invited(admin, ['analyst', 'saisie'])
      expect((await colleague.browser.get('/api/tables')).status).toBe(200)
      await admin.browser.ask('PUT', `/api/team/${colleague.login}/rights`, { roles: ['saisie'], questionnaires: null })
      expect((await colleague.browser.get('/api/tables')).status).toBe(403)
      expect((await colleague.browser.get('/api/today')).status).toBe(200)
      await office.discard()
    })

    test('nobody raises their own rights, and an administrator limited to some questionnaires stays within them', async () => {
      const office = await open()
      const admin = await office.placed(['admin', 'publisher'])
      const change = (by: Person, of: Person, roles: string[], questionnaires: string[] | null) =>
        by.browser.ask('PUT', `/api/team/${of.login}/rights`, { roles, questionnaires })
      expect((await change(admin, admin, ['admin', 'publisher', 'exporter'], null)).body.code).toBe('own-rights')
      const limited = await office.placed(['admin'], { questionnaires: ['garde'] })
      expect((await change(limited, limited, ['admin'], null)).body.code).toBe('own-rights')
      expect((await change(limited, limited, ['admin'], ['garde', 'familles'])).body.code).toBe('own-rights')
      const here = await office.placed(['designer'], { questionnaires: ['garde'] })
      expect((await change(limited, here, ['designer', 'analyst'], ['garde'])).status).toBe(200)
      expect((await change(limited, here, ['designer'], null)).body.code).toBe('beyond-limits')
      expect((await change(limited, admin, ['designer'], ['garde'])).body.code).toBe('beyond-limits')
      for (const deed of ['revoke', 'restore', 'reset', 'sessions/close'])
        expect([deed, (await limited.browser.post(`/api/team/${admin.login}/${deed}`)).body.code]).toEqual([
          deed,
          'beyond-limits',
        ])
      const newcomer = { name: 'Camille Roux', roles: ['exporter'], questionnaires: null }
      expect((await limited.browser.post('/api/team/invitations', newcomer)).body.code).toBe('beyond-limits')
      const kiosk = { name: 'Mairie', channel: 'mairie', questionnaires: ['garde', 'familles'] }
      expect((await limited.browser.post('/api/kiosks', kiosk)).body.code).toBe('beyond-limits')
      expect((await limited.browser.get('/api/contacts')).body.code).toBe('beyond-limits')
      const purge = { id: 'answers/familles', count: 1, reference: 'visa 12' }
      expect((await limited.browser.post('/api/fieldwork/dispose', purge)).body.code).toBe('beyond-limits')
      expect((await limited.browser.get('/api/team')).status).toBe(200)
      await office.discard()
    })

    test('a link of somebody who could no longer make it opens nothing', async () => {
      const office = await open()
      const admin = await office.first()
      const offer = { name: 'Ami', roles: ['admin'], questionnaires: null }
      const linkOf = async (by: Person) => {
        const { body } = await by.browser.post('/api/team/invitations', offer)
        // a phone beside scans it
        expect(body.picture).toMatch(/^<svg/)
        return String(body.path).split('#')[1]!
      }
      const rights = (of: Person, roles: string[], questionnaires: string[] | null) =>
        admin.browser.ask('PUT', `/api/team/${of.login}/rights`, { roles, questionnaires })
      const [revoked, demoted, limited] = await Promise.all([1, 2, 3].map(() => office.placed(['admin'])))
      const links = await Promise.all([revoked!, demoted!, limited!].map(linkOf))
      const reset = String((await revoked!.browser.post(`/api/team/${admin.login}/reset`)).body.path).split('#')[1]!
      await admin.browser.post(`/api/team/${revoked!.login}/revoke`)
      await rights(demoted!, ['designer'], null)
      await rights(limited!, ['admin'], ['garde'])
      for (const secret of [...links, reset]) {
        const sent = { secret, login: 'ami.sans.droit', name: 'Ami', password: 'trois chats sur le toit' }
        expect((await aBrowser(office.url).post('/api/invitation', { secret })).body.code).toBe('link-refused')
        expect((await aBrowser(office.url).post('/api/invitation/accept', sent)).body.code).toBe('link-refused')
      }
      expect(await office.context.accounts.all.find('ami.sans.droit')).toBeNull()
      expect((await office.logIn(admin)).cookies.size).toBeGreaterThan(0)
      const welcome = await linkOf(admin)
      expect((await office.join(welcome, 'ami.bienvenu')).login).toBe('ami.bienvenu')
      await office.discard()
    })

    test('nobody takes the name by which the journal knows the server or its operator', async () => {
      const office = await open()
      const admin = await office.first()
      for (const login of ['operateur', 'Serveur']) {
        const { body } = await admin.browser.post('/api/team/invitations', {
          name: 'Ami',
          roles: ['admin'],
          questionnaires: null,
        })
        const sent = {
          secret: String(body.path).split('#')[1],
          login,
          name: 'Ami',
          password: 'trois chats sur le toit',
        }
        const refused = await aBrowser(office.url).post('/api/invitation/accept', sent)
        expect([login, refused.status, refused.body.code]).toEqual([login, 422, 'form-refused'])
      }
      await office.discard()
    })

    test.each([400, 0.6, -3])(
      'a login while the clock is %d days off does not shut the phone out afterwards',
      async (days) => {
        const office = await open()
        const person = await office.first()
        const right = new Date(office.clock.now)
        office.clock.now = new Date(right.getTime() + days * 24 * 3_600_000)
        await office.logIn(person)
        for (let miss = 0; miss < 8; miss++)
          await aBrowser(office.url).post('/api/session', { login: person.login, password: 'autre chose' })
        office.clock.now = new Date(right.getTime() + 10 * 60_000)
        const back = await office.logIn(person)
        expect((await back.get('/api/team')).status).toBe(200)
        const again = aBrowser(office.url)
        await again.post('/api/session', { login: person.login, password })
        const spent = codeOf(person.secret, stepAt(office.clock.now.getTime()))
        expect((await again.post('/api/session/code', { code: spent })).body.code).toBe('code-refused')
        await office.discard()
      },
    )

    test('the last administrator can neither leave nor be removed', async () => {
      const office = await open()
      const admin = await office.first()
      const revoking = await admin.browser.post(`/api/team/${admin.login}/revoke`)
      expect(revoking.body.code).toBe('last-administrator')
      const rights = { roles: ['analyst'], questionnaires: null }
      const changing = await admin.browser.ask('PUT', `/api/team/${admin.login}/rights`, rights)
      expect(changing.body.code).toBe('last-administrator')
      await office.invited(admin, ['admin'])
      expect((await admin.browser.post(`/api/team/${admin.login}/revoke`)).status).toBe(200)
      await office.discard()
    })

    test('two administrators who remove each other at one moment leave one', async () => {
      const office = await open()
      const rights = { roles: ['analyst'], questionnaires: null }
      const removals = [
        (by: Person, other: Person) => by.browser.post(`/api/team/${other.login}/revoke`),
        (by: Person, other: Person) => by.browser.ask('PUT', `/api/team/${other.login}/rights`, rights),
      ]
      for (let round = 0; round < 6; round++) {
        const remove = removals[round % 2]!
        const pair = [await office.placed(['admin']), await office.placed(['admin'])] as const
        const replies = await Promise.all([remove(pair[0], pair[1]), remove(pair[1], pair[0])])
        const accounts = (await office.context.accounts.all.list()).filter(isAdministrator)
        expect([replies.map(({ status }) => status), accounts.length > 0]).toEqual([expect.anything(), true])
        // for the next round
        for (const { login } of accounts)
          await office.context.accounts.all.change(login, (account) => ({ ...account, state: 'revoked' }))
      }
      await office.discard()
    })

    test('the operator who lost the last administrator gets back in by a link from the server', async () => {
      const office = await open()
      const lost = await office.first()
      const back = await office.join(await operatorLink(office.context.accounts, lost.login), '')
      expect((await back.browser.get('/api/team')).status).toBe(200)
      expect((await lost.browser.get('/api/team')).status).toBe(401)
      const other = await office.join(await operatorLink(office.context.accounts, null), 'second.admin')
      expect((await other.browser.get('/api/team')).status).toBe(200)
      await office.discard()
    })

    test('sessions are listed without any address, and each can be closed', async () => {
      const office = await open()
      const admin = await office.first()
      const colleague = await office.invited(admin, ['analyst'])
      const second = await office.logIn(colleague)
      const { sessions } = (await second.get('/api/me/sessions')).body as { sessions: Record<string, unknown>[] }
      expect(sessions.map((session) => Object.keys(session).sort())[0]).toEqual(
        ['device', 'id', 'isMine', 'login', 'seenAt', 'startedAt'].sort(),
      )
      const other = sessions.find(({ isMine }) => !isMine)!
      expect((await second.ask('DELETE', `/api/me/sessions/${other.id}`)).status).toBe(200)
      expect((await colleague.browser.get('/api/tables')).status).toBe(401)
      expect((await second.get('/api/tables')).status).toBe(200)
      await admin.browser.post(`/api/team/${colleague.login}/sessions/close`)
      expect((await second.get('/api/tables')).status).toBe(401)
      await office.discard()
    })

    test('a changed password closes the other sessions and goes on under a new secret', async () => {
      const office = await open()
      const person = await office.first()
      const other = await office.logIn(person)
      const before = new Map(other.cookies)
      const next = 'quatre vaches dans le pré vert'
      const wrong = await other.ask('PUT', '/api/me/password', { current: 'pas le bon du tout', password: next })
      expect(wrong.body.problems).toMatchObject([{ path: 'current' }])
      expect((await other.ask('PUT', '/api/me/password', { current: password, password: next })).status).toBe(200)
      expect((await person.browser.get('/api/today')).status).toBe(401)
      expect((await other.get('/api/today')).status).toBe(200)
      other.cookies.set('__Host-session', before.get('__Host-session')!)
      expect((await other.get('/api/today')).status).toBe(401)
      await office.logIn(person, aBrowser(office.url), next)
      await office.discard()
    })

    test('a session ends after 30 minutes of silence, after 8 hours whatever happens, and when the clock goes back', async () => {
      const office = await open()
      const person = await office.first()
      const move = (minutes: number) => {
        office.clock.now = new Date(office.clock.now.getTime() + minutes * 60_000)
      }
      move(29)
      expect((await person.browser.get('/api/today')).status).toBe(200)
      move(29)
      expect((await person.browser.get('/api/today')).status).toBe(200)
      move(31)
      expect((await person.browser.get('/api/today')).status).toBe(401)
      const long = await office.logIn(person)
      const statuses: number[] = []
      for (let passed = 0; passed < 500; passed += 25) {
        move(25)
        statuses.push((await long.get('/api/today')).status)
      }
      expect(statuses.indexOf(401) * 25).toBeGreaterThanOrEqual(475)
      expect(statuses.at(-1)).toBe(401)
      const third = await office.logIn(person)
      move(-60)
      expect((await third.get('/api/today')).status).toBe(401)
      await office.discard()
    })
  })
}
