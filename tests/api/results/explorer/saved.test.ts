import { afterAll, beforeAll, expect, test } from 'vitest'
import { mostSaved } from '../../../../api/results/explorer/saved.ts'
import type { SavedExplorations } from '../../../../api/wire/contracts/shapes/explorations.ts'
import { addressOf } from '../../../../client/results/explorer/addresses.ts'
import { anOffice, type Office, type Person } from '../../accounts/office.ts'

let office: Office
let analyst: Person
const at = '/api/analyse/familles/explorations'
const one = { name: 'Horaires par zone', question: 'horaires', dividedBy: 'zone', answer: '', view: 'graphique' }
beforeAll(async () => {
  office = await anOffice({ isReal: true })
  analyst = await office.placed(['analyst'])
})
afterAll(() => office.discard())
const savedIn = ({ body }: { body: Record<string, unknown> }) => (body as SavedExplorations).saved
const names = (answer: { body: Record<string, unknown> }) => savedIn(answer).map(({ name }) => name)

test('an exploration is saved under a name, found by a colleague, replaced by its name, taken away', async () => {
  expect(names(await analyst.browser.get(at))).toEqual([])
  const saved = await analyst.browser.post(at, one)
  expect(saved.status, saved.text).toBe(201)
  await analyst.browser.post(at, { ...one, name: 'Âges' })
  await analyst.browser.post(at, { ...one, view: 'carte' })
  const colleague = await office.placed(['analyst'])
  const all = savedIn(await colleague.browser.get(at))
  expect(all).toMatchObject([{ name: 'Âges' }, { name: one.name, view: 'carte', by: analyst.login }])
  const left = await colleague.browser.ask('DELETE', `${at}/${all[0]!.id}`)
  expect(names(left)).toEqual([one.name])
})

// one saved on publication n° 1 opened on n° 3, whose figures wait
test('an exploration of an earlier publication opens on it again', async () => {
  const [saved] = savedIn(await analyst.browser.post(at, { ...one, name: 'Avant', publication: 1 }))
  expect(saved).toMatchObject({ name: 'Avant', publication: 1 })
  expect(addressOf('familles', saved!)).toBe('/analyse/familles/questions?q=horaires&par=zone&pub=1')
  expect(addressOf('familles', { ...saved!, publication: undefined })).not.toContain('pub=')
  await analyst.browser.ask('DELETE', `${at}/${saved!.id}`)
})

test('what has no name is refused; a full list says what to do', async () => {
  expect((await analyst.browser.post(at, { ...one, name: ' ' })).status).toBe(422)
  for (let more = 1; more < mostSaved; more++) await analyst.browser.post(at, { ...one, name: `Vue ${more}` })
  const refused = await analyst.browser.post(at, { ...one, name: 'Une de trop' })
  expect(refused.status).toBe(409)
  expect(refused.body.title).toMatch(/retirez-en une/)
  expect((await analyst.browser.post(at, one)).status).toBe(201)
})
