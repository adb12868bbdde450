import { afterAll, beforeAll, expect, test } from 'vitest'
import { missingFor } from '../../../api/questionnaires/live-missing.ts'
import { initialSettings } from '../../../api/settings/fields.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { anOffice, type Office, type Person } from '../accounts/office.ts'
import { asking } from '../asking.ts'
import { handOf, said } from '../design/fixture.ts'
import { aMomentLater } from '../moment.ts'

let office: Office
let author: Person
let approver: Person
beforeAll(async () => {
  office = await anOffice({ clock: { now: new Date('2026-11-24T09:00:00Z') } })
  author = await office.placed(['designer'], { name: 'Alix Martin' })
  approver = await office.placed(['publisher'], { name: 'Camille Roux' })
  const admin = await office.placed(['admin'])
  const values = {
    ...initialSettings,
    contact: 'jeunesse@example.org',
    dpo: 'dpo@example.org',
    publicAddress: 'https://example.org/',
  }
  await admin.browser.ask('PUT', '/api/settings', { revision: 0, values })
  await aMomentLater()
})
afterAll(() => office.discard())

const opening = { as: 'open', closesAt: '2026-12-24' }

const hands = (slug: string) => {
  const at = `/api/questionnaires/${slug}/parameters`
  const read = async () => (await author.browser.get(at)).body as { revision: number; parameters: { value: unknown }[] }
  return {
    ...handOf(author.browser, slug),
    approve: () => handOf(approver.browser, slug).approve(),
    read,
    fill: async (values: object, revision?: number) =>
      author.browser.ask('PUT', at, { revision: revision ?? (await read()).revision, values }),
  }
}
const place = { default: 'la Halle', en: 'the Halle' }
const workshops = [{ default: 'Réparer un vélo' }, { default: 'Aucun', ar: 'لا شيء' }]
const problemsOf = ({ body }: { body: Record<string, unknown> }) =>
  (body.problems as { path: string; message: string }[]).map(({ path, message }) => [path, message])
const served = async (slug: string) => {
  await aMomentLater()
  const { body } = await author.browser.get(`/api/questionnaires/${slug}`)
  return body as { version: number; definition: Questionnaire['definition'] }
}

test('nothing goes live while something no table gives is empty; it says what, and where to fill it in', async () => {
  const slug = 'a-remplir'
  const mine = hands(slug)
  await mine.make()
  await mine.save(asking(slug))
  const refused = await mine.ask(opening)
  expect(refused.body.code).toBe('live-missing')
  expect(problemsOf(refused)).toEqual([
    [`/gerer/questionnaires/${slug}/precisions#lieu`, '« Lieu du point d’entrée » n’est pas rempli.'],
    [`/gerer/questionnaires/${slug}/precisions#ateliers`, '« Ateliers proposés » n’est pas rempli.'],
  ])
  expect((await mine.fill({ lieu: place, ateliers: workshops })).status).toBe(200)
  expect((await mine.ask(opening)).status).toBe(200)
  // emptied while it was read: the approval sees it too
  expect((await mine.fill({ lieu: place, ateliers: [] })).status).toBe(200)
  expect((await mine.approve()).body.code).toBe('live-missing')
  await mine.fill({ lieu: place, ateliers: workshops })
  expect(await mine.approve()).toMatchObject({ status: 200, body: { version: 1 } })

  const [come, , workshop] = (await served(slug)).definition.pages[0]!.elements
  expect(come!.title).toMatchObject({ default: 'Viendrais-tu à la Halle ?', en: 'Viendrais-tu à the Halle ?' })
  expect(workshop!.choices).toEqual([
    { value: 'reparer_velo', text: { default: 'Réparer un vélo' } },
    // « aucun » is an answer with a meaning of its own
    { value: 'aucun_2', text: { default: 'Aucun', ar: 'لا شيء' } },
  ])
})

test('once people answer, a list stays as it was opened, a text follows in the next version, and a new one is asked for', async () => {
  const slug = 'a-remplir'
  const mine = hands(slug)
  await mine.fill({
    lieu: { default: 'la Gare' },
    ateliers: [{ default: 'Chanter' }, { default: 'Danser' }],
  })
  expect(JSON.stringify((await served(slug)).definition)).toContain('la Halle')
  await mine.post('draft')
  const next = asking(slug)
  next.parameters.push({ name: 'jour', title: 'Jour', help: '', kind: 'text', provisional: said('(jour)') })
  next.definition.pages[0]!.elements[1]!.title = said('Pour quoi faire, %{jour} ?')
  await mine.save(next)
  expect(problemsOf(await mine.ask(null))).toEqual([
    [`/gerer/questionnaires/${slug}/precisions#jour`, '« Jour » n’est pas rempli.'],
  ])
  await mine.fill({ lieu: { default: 'la Gare' }, jour: { default: 'le mardi' } })
  expect((await mine.ask(null)).status).toBe(200)
  expect(await mine.approve()).toMatchObject({ body: { version: 2 } })
  const text = JSON.stringify((await served(slug)).definition)
  for (const words of ['la Gare', 'le mardi', 'Réparer un vélo']) expect(text).toContain(words)
  expect(text).not.toMatch(/Chanter|la Halle/)
})

test('what cannot be an answer or a text is refused with what to do, and nobody’s work is written over', async () => {
  const slug = 'mal-rempli'
  const mine = hands(slug)
  await mine.make()
  await mine.save(asking(slug))
  const wrong = async (values: object) =>
    problemsOf(await mine.fill(values)).map(([path, message]) => `${path} ${message}`)
  expect(await wrong({ lieu: { default: '', en: 'the Halle' } })).toEqual([
    'lieu Écrivez d’abord les mots en français.',
  ])
  expect(await wrong({ lieu: { default: '{venir}' } })).toEqual(['lieu Les accolades { } ne sont pas permises.'])
  expect(await wrong({ lieu: { default: 'x'.repeat(301) } })).toEqual(['lieu 300 signes au plus pour chaque texte.'])
  expect(await wrong({ ateliers: [{ default: 'Un seul' }] })).toEqual(['ateliers Proposez au moins deux réponses.'])
  expect(await wrong({ ateliers: [{ default: 'Un' }, { default: 'Un' }] })).toEqual([
    'ateliers Deux réponses ont les mêmes mots : en retirer une.',
  ])
  expect((await mine.fill({ lieu: place }, 0)).status).toBe(200)
  expect((await mine.fill({ lieu: { default: 'ailleurs' } }, 0)).body.code).toBe('changed-meanwhile')
  expect((await mine.read()).parameters.map(({ value }) => value)).toEqual([place, null])
  const codes = async (list: object[]) => {
    await mine.fill({ ateliers: list })
    return ((await mine.read()).parameters[1]!.value as { value: string }[]).map(({ value }) => value)
  }
  expect(await codes([{ default: 'Chanter' }, { default: 'Chanter fort !' }])).toEqual(['chanter', 'chanter_fort'])
  // put first, translated: still the same answer
  expect(await codes([{ default: 'Chanter fort' }, { default: 'Chanter', en: 'Sing' }])).toEqual([
    'chanter_fort_2',
    'chanter',
  ])
  expect((await author.browser.get('/api/questionnaires/inconnu/parameters')).status).toBe(404)
})

test('a questionnaire on trial says what is missing, and where', async () => {
  const slug = 'a-l-essai'
  const mine = hands(slug)
  await mine.make()
  await mine.save(asking(slug))
  await mine.ask()
  await mine.approve()
  const { questionnaires } = (await author.browser.get('/api/live')).body as {
    questionnaires: { slug: string; hasParameters: boolean; missing: { text: string; link: string }[] }[]
  }
  const line = questionnaires.find((each) => each.slug === slug)!
  expect(line.hasParameters).toBe(true)
  expect(line.missing.map(({ link }) => link)).toEqual([
    `/gerer/questionnaires/${slug}/precisions#lieu`,
    `/gerer/questionnaires/${slug}/precisions#ateliers`,
  ])
})

// The page said « Invitez quelqu’un » while somebody's link waited.
test('whoever is invited and has not come yet is named', async () => {
  const alone = await anOffice()
  try {
    const admin = await alone.placed(['admin'])
    const lacking = async () =>
      (await missingFor(alone.context, asking('seul'), {})).find(({ link }) => link === '/gerer/comptes')
    expect((await lacking())?.linkText).toBe('Inviter quelqu’un')
    const invitation = { name: 'Jean Labat', roles: ['publisher'], questionnaires: ['seul'] }
    expect((await admin.browser.post('/api/team/invitations', invitation)).status).toBe(201)
    expect(await lacking()).toMatchObject({ linkText: 'Voir l’équipe', text: expect.stringContaining('Jean Labat') })
  } finally {
    await alone.discard()
  }
})

test('a draft may hold a parameter that is not finished: the page shows the others', async () => {
  const slug = 'inacheve'
  const mine = hands(slug)
  await mine.make()
  const draft = asking(slug)
  const spare = { title: 'Jour', help: '', kind: 'text' as const, provisional: said('(jour)') }
  draft.parameters.push({ ...spare, name: '' }, { ...spare, name: 'Le jour' }, { ...spare, name: 'constructor' })
  draft.parameters.push({ ...spare, name: 'heure', provisional: { en: 'noon' } as never })
  expect((await mine.save(draft)).status).toBe(200)
  const page = await mine.read()
  expect(page.parameters.map(({ value }) => value)).toEqual([null, null, null])
  await mine.fill({ lieu: place })
  expect((await mine.read()).parameters.map(({ value }) => value)).toEqual([place, null, null])
})
