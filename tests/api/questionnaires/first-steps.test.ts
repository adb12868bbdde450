import { expect, test } from 'vitest'
import { initialSettings } from '../../../api/settings/fields.ts'
import type { Today } from '../../../api/wire/staff.ts'
import { anOffice } from '../accounts/office.ts'
import { handOf, whole } from '../design/fixture.ts'
import { aMomentLater } from '../moment.ts'

test('from an empty site to a link that people answer, each step says what is done, what is next, and who does it', async () => {
  const office = await anOffice({ isReal: true })
  const author = await office.placed(['admin', 'designer', 'publisher'])
  const today = async ({ browser } = author) => {
    await aMomentLater()
    return (await browser.get('/api/today')).body as unknown as Today
  }
  const states = async (person = author) => (await today(person)).first?.map(({ state }) => state).join(' ')
  expect(await states()).toBe('now later later later later later')
  // said once, by its step
  const { lines } = await today()
  expect(lines.map(({ text }) => text).join()).not.toMatch(/indiqué|qu’une personne|à l’essai|provisoire/)

  const values = {
    ...initialSettings,
    contact: 'jeunesse@example.org',
    dpo: 'dpo@example.org',
    publicAddress: 'https://example.org/',
  }
  await author.browser.ask('PUT', '/api/settings', { revision: 0, values: { ...values, publicAddress: '' } })
  // the same words stood there until the last of three was filled
  expect((await today()).first?.[0]?.text).toBe(
    'Dire à qui s’adresser\u202f: 2 réglages sur 3. L’adresse publique du site n’est pas indiquée.',
  )
  await author.browser.ask('PUT', '/api/settings', { revision: 1, values })
  expect(await states()).toBe('done now later later later later')
  const approver = await office.placed(['publisher'])
  expect(await states()).toBe('done done now later later later')
  // who only approves reads what comes before, and is not sent to write
  expect((await today(approver)).first?.map(({ link }) => link)).toEqual(Array(6).fill(null))

  const slug = 'premier'
  const mine = handOf(author.browser, slug)
  await mine.make('Premier')
  await mine.save(whole(slug, 'Premier'))
  expect((await today()).first?.[2]).toMatchObject({
    text: expect.stringContaining('Premier'),
    link: `/concevoir/${slug}/page`,
  })
  // whose turn it is, for whoever waits
  expect((await today(approver)).first?.[2]?.text).toBe(`Sacha Petit écrit «\u202fPremier\u202f».`)
  expect((await mine.ask({ as: 'open', closesAt: '2026-12-24' })).status).toBe(200)
  expect(await states()).toBe('done done done done now later')
  expect((await today()).first?.[4]?.link).toBeNull()
  const theirs = await today(approver)
  expect(theirs.first?.[4]?.link).toBe(`/concevoir/${slug}/controle#demande`)
  // the step leads there: it is not told a second time
  expect(theirs.lines.map(({ link }) => link)).not.toContain(`/concevoir/${slug}/controle#demande`)

  expect((await handOf(approver.browser, slug).approve()).status).toBe(200)
  const last = (await today()).first?.at(-1)
  expect(last).toMatchObject({ state: 'now', link: `/terrain/${slug}/diffusion` })
  expect(last?.text).toContain('https://example.org/q/premier')

  const { standing } = await office.context.questionnaires.found(slug)
  expect(standing.status).toBe('open')
  for (let person = 0; person < 5; person++)
    await office.context.store.responses.insert({
      id: crypto.randomUUID(),
      questionnaire: slug,
      version: 1,
      receivedAt: '2026-03-01T00:00:00.000Z',
      trial: false,
      digest: `d${person}`,
      sealed: new Uint8Array([1]),
      key: null,
      withdrawal: null,
    })
  expect((await today()).first).toBeNull()
  await office.discard()
})

test('an analyst is shown no steps', async () => {
  const office = await anOffice({ isReal: true })
  const analyst = await office.placed(['analyst'])
  expect(((await analyst.browser.get('/api/today')).body as unknown as Today).first).toBeNull()
  await office.discard()
})
