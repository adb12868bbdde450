/** A made-up authority goes the whole way: first start, questionnaire, answers, report, public page. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fill } from '../../../api/commands/synthetic-respondents.ts'
import { openedIn } from '../../../api/results/public/opened.ts'
import type { PublicationsPage } from '../../../api/wire/results.ts'
import { firstAuthority } from '../../../surveys/authority/first.ts'
import { setAuthority } from '../../../surveys/authority/in-force.ts'
import { setZone } from '../../../surveys/days.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { anOffice, type Office, type Person } from '../accounts/office.ts'
import { aMomentLater } from '../moment.ts'

const date = '2026-03-01'
const source = 'Plan signé le 1er mars 2026'
/** An EPCI of three communes of La Réunion. */
const siren = '249740119'
const elsewhere = /Tarn|Agout|Lavaur|Sulpice|Toulouse/

let office: Office
let someone: Person
beforeAll(async () => {
  office = await anOffice({ isReal: true })
  someone = await office.placed(['admin', 'analyst'])
})
afterAll(async () => {
  await office.discard()
  setAuthority(firstAuthority)
  setZone(firstAuthority.names.timeZone)
})

const seven = [
  ['1. Ti baba', 'Accueillir les enfants tôt le matin et le soir'],
  ['', 'Soutenir les assistantes maternelles'],
  ['', 'Accueillir les enfants en situation de handicap'],
  ['2. Lo zanfan', 'Développer les accueils de loisirs'],
  ['', 'Informer les familles des Hauts'],
  ['3. La zénès', 'Ouvrir des lieux pour les jeunes'],
  ['', 'Faciliter les trajets des jeunes'],
]

test('another authority, from its SIREN to its public page', async () => {
  const { browser } = someone
  const ok = async (answer: ReturnType<typeof browser.get>) => {
    const { status, text, body } = await answer
    expect(status, text).toBeLessThan(300)
    return body
  }
  const save = async (table: string, cells: string[][]) => {
    const { number } = await ok(browser.get('/api/authority/page'))
    return ok(browser.post(`/api/authority/tables/${table}`, { after: number, cells, date, source }))
  }

  // first start: the communes of the SIREN, and what no file holds
  expect((await browser.post('/api/authority/epci', { siren: '123456789' })).body.code).toBe('epci-unknown')
  const epci = await ok(browser.post('/api/authority/epci', { siren }))
  expect((epci.communes as { insee: string }[]).map(({ insee }) => insee)).toEqual(['97411', '97418', '97420'])
  const said = {
    siren,
    name: 'Communauté d’agglomération du Nor',
    inSentence: 'la communauté d’agglomération du Nor',
    territory: 'du Nor',
    plan: 'Plan des familles 2026-2030',
    timeZone: 'Indian/Reunion',
  }
  // a plan that cannot be read stops everything before it begins
  const refused = await browser.post('/api/authority/new', { ...said, planText: 'Axe\tObjectif\n\tSans axe' })
  expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('La première ligne dit son axe')])
  expect((await ok(browser.get('/api/authority/page'))).number).toBe(0)
  const lines = seven.map(([axis, title]) => [axis, title, 'Bor la mer', 'mesuré'].join('\t'))
  const planText = ['Axe\tObjectif\tZone\tUn questionnaire', ...lines].join('\n')
  expect(await ok(browser.post('/api/authority/plan', { text: planText }))).toEqual({
    plan: 'Plan\u202f: 3 axes, 3 actions, 7 objectifs.',
    problem: null,
  })
  await ok(browser.post('/api/authority/new', { ...said, planText }))
  expect(await ok(browser.get('/api/authority/page'))).toMatchObject({
    objectives: 7,
    hasZones: false,
    hasLinks: false,
  })

  // its names of places, its zones, what the questionnaires shed light on
  const { body: communes } = await browser.get('/api/authority/tables/communes')
  const creole = ['Sin-Dni', 'Sint-Mari', 'Sint-Suzane']
  await save(
    'communes',
    (communes.cells as string[][]).map((line, at) => line.with(1, creole[at]!)),
  )
  const zones = creole.map((name, at) => [name, at === 2 ? 'Lo O' : 'Bor la mer'])
  await ok(browser.post('/api/tables/zones', { after: 0, cells: zones, date, source, isConfirmed: true }))
  const { body: links } = await browser.get('/api/authority/tables/liens')
  const theirs: Record<string, string> = { '1': '1', '22': '6', '23': '7 ; 6' }
  const linked = (links.cells as string[][]).map((line) => line.with(2, theirs[line[0]!] ?? ''))
  expect((await browser.post('/api/authority/tables/liens/check', { cells: [['1', '', '8']] })).text).toContain(
    'Le plan n’a pas d’objectif 8',
  )
  await save('liens', linked)
  await aMomentLater()

  // the questionnaires speak of it alone
  expect((await ok(browser.get('/api/site'))).name).toBe('Communauté d’agglomération du Nor')
  expect((await ok(browser.get('/api/site'))).timeZone).toBe('Indian/Reunion')
  const { questionnaires } = (await ok(browser.get('/api/questionnaires'))) as { questionnaires: { slug: string }[] }
  // all but the one of the south of the first authority
  const general = firstAuthority.names.questionnaires.filter((slug) => slug !== 'loisirs-sud')
  expect(questionnaires.map(({ slug }) => slug).sort()).toEqual(general.toSorted())
  const slug = 'jeunes-16-25'
  const served = await browser.get(`/api/questionnaires/${slug}`)
  expect(served.text).not.toMatch(elsewhere)
  expect(served.text).toContain('La communauté d’agglomération du Nor, avec les services jeunesse du territoire.')
  const { definition } = served.body as unknown as Questionnaire
  const commune = definition.pages.flatMap(({ elements }) => elements).find(({ role }) => role === 'commune')!
  expect((commune.choices as { value: string }[]).map(({ value }) => value)).toEqual([
    '97411',
    '97418',
    '97420',
    'hors',
  ])

  // answers come in, results are published, documents are written
  await fill(office.context, [{ slug, people: 300 }], 5, () => {})
  expect(
    (
      await browser.post('/api/authority/new', {
        siren,
        name: 'Ailleurs',
        inSentence: 'ici',
        territory: 'là',
        plan: 'Un plan',
        timeZone: 'Europe/Paris',
      })
    ).body.code,
  ).toBe('authority-settled')
  expect((await browser.post(`/api/analyse/${slug}/publications`)).status).toBe(202)
  let page: PublicationsPage
  do {
    await new Promise((resolve) => setTimeout(resolve, 100))
    page = (await ok(browser.get(`/api/analyse/${slug}/publications`))) as unknown as PublicationsPage
  } while (page.working)
  expect(page.failure).toBeNull()
  const { rows } = (await ok(browser.get('/api/analyse'))) as { rows: { objective: number; concluded: number }[] }
  expect(rows.map(({ objective }) => objective)).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(rows.find(({ objective }) => objective === 6)!.concluded).toBeGreaterThan(0)
  for (const file of ['report.html', 'ce-que-vous-avez-dit.fr.html']) {
    const document = await browser.get(`/api/analyse/${slug}/publications/1/${file}`)
    expect(document.status, file).toBe(200)
    expect(document.text, file).not.toMatch(elsewhere)
    expect(document.text, file).toContain('Communauté d’agglomération du Nor')
  }
  const report = (await browser.get(`/api/analyse/${slug}/publications/1/report.html`)).text
  expect(report).toContain('Ouvrir des lieux pour les jeunes')
  expect(report).toContain('Bor la mer')

  const at = office.context.now().toISOString()
  await openedIn(office.context.store).note(slug, {
    kind: 'opened',
    publication: 1,
    withData: false,
    pages: null,
    by: 'alix',
    at,
  })
  await aMomentLater()
  const shown = (await browser.get(`/resultats/${slug}`)).text
  expect(shown).toContain('Ouvrir des lieux pour les jeunes')

  // an amendment: the publication made before says the words of before, what is written now says those of now
  const { body: lines0 } = await browser.get('/api/authority/tables/plan')
  const renamed = (lines0.cells as string[][]).map((line) =>
    line.map((cell) => (cell === 'Ouvrir des lieux pour les jeunes' ? 'Ouvrir une maison des jeunes' : cell)),
  )
  const { number } = await ok(browser.get('/api/authority/page'))
  const amendment = { after: number, cells: renamed, date: '2026-03-10', source: 'Avenant n° 1' }
  await ok(browser.post('/api/authority/tables/plan', amendment))
  for (const file of ['report.html', 'report.docx'])
    expect((await browser.get(`/api/analyse/${slug}/publications/1/${file}`)).status).toBe(200)
  const before = (await browser.get(`/api/analyse/${slug}/publications/1/report.html`)).text
  expect(before).toContain('Ouvrir des lieux pour les jeunes')
  expect(before).not.toContain('Ouvrir une maison des jeunes')
  expect((await browser.get(`/resultats/${slug}`)).text).toBe(shown)
  const now = (await browser.get('/api/analyse/report/report.html')).text
  expect(now).toContain('Ouvrir une maison des jeunes')
}, 120_000)
