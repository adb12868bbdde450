import { expect, test } from 'vitest'
import { guestLink } from '../../../api/accounts/guest.ts'
import { collections } from '../../../api/store/collections.ts'
import { aMomentLater } from '../moment.ts'
import { aBrowser, anOffice, type Browser, password } from './office.ts'

test('a link of the demonstration opens a session at once, as often as wanted, without the rights of who administers', async () => {
  const office = await anOffice()
  const secret = await guestLink(office.context.accounts)
  const visitor = aBrowser(office.url)
  // a store of real responses opens to nobody this way
  expect((await visitor.post('/api/invitation/visit', { secret })).body.code).toBe('link-refused')
  await office.context.store.collection(collections.settings).put('demo', { demo: true }, null)
  await aMomentLater()
  expect((await visitor.post('/api/invitation', { secret })).body).toMatchObject({ kind: 'guest', invitedBy: '' })
  for (const browser of [visitor, aBrowser(office.url)]) {
    expect((await browser.post('/api/invitation/visit', { secret })).body).toEqual({ stage: 'open' })
    expect((await browser.get('/api/tables')).status).toBe(200)
    for (const path of ['/api/team', '/api/settings']) expect((await browser.get(path)).status).toBe(403)
  }
  await office.discard()
})

test('a link of the demonstration makes no account, and no other link opens a visit', async () => {
  const office = await anOffice()
  await office.context.store.collection(collections.settings).put('demo', { demo: true }, null)
  await aMomentLater()
  const secret = await guestLink(office.context.accounts)
  const browser = aBrowser(office.url)
  const typed = { secret, login: 'moi.meme', name: 'Moi', password }
  expect((await browser.post('/api/invitation/accept', typed)).body.code).toBe('link-refused')
  const invitation = await office.context.accounts.invitations.make({
    kind: 'operator',
    login: null,
    name: '',
    roles: ['admin'],
    questionnaires: null,
    createdBy: 'operateur',
  })
  expect((await browser.post('/api/invitation/visit', { secret: invitation })).body.code).toBe('link-refused')
  await office.discard()
})

test('whoever visits sees its own session only, and closes nobody else’s', async () => {
  const office = await anOffice()
  await office.context.store.collection(collections.settings).put('demo', { demo: true }, null)
  await aMomentLater()
  const secret = await guestLink(office.context.accounts)
  const [one, other] = [aBrowser(office.url), aBrowser(office.url)]
  for (const browser of [one, other]) await browser.post('/api/invitation/visit', { secret })
  const sessions = async (browser: Browser) =>
    (await browser.get('/api/me/sessions')).body.sessions as { id: string; isMine: boolean }[]
  const [mine] = await sessions(one)
  expect([await sessions(one), await sessions(other)].map((all) => all.map(({ isMine }) => isMine))).toEqual([
    [true],
    [true],
  ])
  expect((await other.ask('DELETE', `/api/me/sessions/${mine!.id}`)).status).toBe(404)
  expect((await one.get('/api/tables')).status).toBe(200)
  await office.discard()
})

test('the team sees a visit as one, without a phone to set up', async () => {
  const office = await anOffice()
  await guestLink(office.context.accounts)
  const admin = await office.placed(['admin'])
  const { people } = (await admin.browser.get('/api/team')).body as { people: { login: string; isVisit: boolean }[] }
  expect(people.filter(({ isVisit }) => isVisit).map(({ login }) => login)).toEqual(['visite'])
  await office.discard()
})
