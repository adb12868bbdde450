// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { setComfort } from '../../../client/parts/comfort.ts'
import { Join } from '../../../client/staff/accounts/Join.tsx'
import { Login } from '../../../client/staff/accounts/Login.tsx'
import { dictionary } from '../../surveys/dictionaries.ts'

const nobody = { stage: 'none', needsHttps: false, publicAddress: '', isNew: false, account: null }
let asked: string[] = []

beforeEach(() => {
  asked = []
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }))
  // a server that gives a session, and a browser that shows none at the next request
  vi.stubGlobal('fetch', async (path: string, { method }: RequestInit) => {
    asked.push(`${method} ${path}`)
    const offers: Record<string, unknown> = {
      '/api/me': nobody,
      '/api/session': { stage: 'code' },
      '/api/invitation': { kind: offered, login: null, name: 'Alix', roles: [], invitedBy: '' },
      '/api/invitation/accept': { stage: 'enrol' },
      '/api/invitation/visit': { stage: 'open' },
    }
    const status = path in offers ? 200 : 503
    return new Response(JSON.stringify(offers[path] ?? {}), { status, headers: { 'content-type': 'application/json' } })
  })
})
let offered = 'first'
afterEach(async () => {
  cleanup()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  await setComfort({ language: 'fr' })
})

const words = (language: 'fr' | 'en' | 'ar') =>
  dictionary(language, 'signing-in') as Record<'notKept' | 'otherBrowser', string>
/** As the page is searched: every space is the same. */
const saying = (text: string) => text.replaceAll(/\s/g, ' ')
const reader = (tag: string) => vi.spyOn(navigator, 'language', 'get').mockReturnValue(tag)
const fill = (label: RegExp, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })

async function logIn() {
  render(<Login />)
  await screen.findByLabelText(/Mot de passe/)
  fill(/Identifiant/, 'alix.martin')
  fill(/Mot de passe/, 'trois chats sur le toit')
  fireEvent.click(screen.getByRole('button', { name: 'Continuer' }))
  return (await screen.findByText(saying(words('fr').notKept))).closest('[role=alert]')!
}

test('a password is right and the browser keeps no session: the page says so and what to do, after asking once', async () => {
  reader('fr-FR')
  const alert = await logIn()
  expect(alert.textContent).toBe(words('fr').notKept + words('fr').otherBrowser)
  expect(asked.slice(asked.indexOf('POST /api/session'))).toEqual(['POST /api/session', 'GET /api/me'])
})

test('a reader of another language reads it in theirs as well', async () => {
  reader('en-GB')
  const alert = await logIn()
  expect(alert.querySelector('[lang=en]')!.textContent).toBe(words('en').notKept + words('en').otherBrowser)
  cleanup()
  // a choice made on this device counts more than what the browser asks for
  await setComfort({ language: 'ar' })
  expect((await logIn()).querySelector('[lang=ar][dir=rtl]')!.textContent).toContain(words('ar').notKept)
})

test('the links of a visit and of the installation say it too; what was typed is not asked again', async () => {
  reader('fr')
  location.hash = 'a'.repeat(43)
  offered = 'guest'
  render(<Join />)
  fireEvent.click(await screen.findByRole('button', { name: 'Entrer' }))
  await screen.findByText(saying(words('fr').notKept))
  cleanup()
  offered = 'first'
  render(<Join />)
  await screen.findByLabelText(/Prénom/)
  fill(/Prénom/, 'Alix Martin')
  fireEvent.click(await screen.findByRole('button', { name: 'Continuer' }))
  await screen.findByRole('heading', { name: 'Votre mot de passe est enregistré' })
  screen.getByText(words('fr').otherBrowser)
  expect(screen.queryByRole('button', { name: 'Continuer' })).toBeNull()
})
