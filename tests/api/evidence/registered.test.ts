import { afterAll, beforeAll, expect, test } from 'vitest'
import { offers } from '../../../api/evidence/registered/offers.ts'
import { changesOf, valuesOf } from '../../../api/evidence/registered/table.ts'
import type { CheckedValues, SeriesList, SeriesPage } from '../../../api/wire/evidence.ts'
import type { ObjectivePage, Overview } from '../../../api/wire/results.ts'
import { authority, setAuthority } from '../../../surveys/authority/in-force.ts'
import { communes } from '../../../surveys/authority/territory.ts'
import { anOffice, type Office, type Person } from '../accounts/office.ts'

let office: Office
let analyst: Person
beforeAll(async () => {
  office = await anOffice()
  analyst = await office.placed(['analyst'], { name: 'Alix Martin' })
})
afterAll(() => office.discard())

const get = async <T>(path: string): Promise<T> => {
  const { status, body, text } = await analyst.browser.get(path)
  expect(status, text).toBe(200)
  return body as T
}
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const agreed = {
  after: 0,
  title: 'Agréments',
  definition: 'Assistantes maternelles agréées qui ont accueilli un enfant dans l’année.',
  unit: 'personnes',
  source: 'Relais petite enfance, chiffres du test',
  link: '',
  date: '2026-01-31',
  limits: '',
  objectives: [4],
  cells: [
    ['2024', '118', '', '31/12/2024', ''],
    ['2023', '121', '', '', ''],
    ['2025', '', 'secrète', '', ''],
  ],
  reason: '',
}

test('a table is read as people type it, and each mistake says what to do', () => {
  const messages = (...cells: string[][]) => valuesOf(cells).problems.map(({ message }) => message)
  expect(valuesOf([['2023/24', '1 234,5', '', '1/9/2023', 'rentrée']]).values).toEqual([
    { period: '2023-2024', value: 1234.5, state: 'exact', day: '2023-09-01', note: 'rentrée' },
  ])
  expect(messages(['23', '1'])[0]).toMatch(/n’est pas une année/)
  expect(messages(['2023-2025', '1'])[0]).toMatch(/n’est pas une année/)
  expect(messages(['2023', '', ''], ['2024', '1'])).toEqual([])
  expect(
    valuesOf([
      ['2023', ''],
      ['2024', '1'],
    ]).values[0],
  ).toMatchObject({ value: null, state: 'missing' })
  expect(messages(['2023', '5', 'secrète'])[0]).toMatch(/va sans valeur/)
  expect(messages(['2023', '', 'estimée'])[0]).toMatch(/une case vide n’est pas un zéro/)
  expect(messages(['2023', '5'], ['2023', '6'])[0]).toMatch(/déjà à la ligne 1/)
  expect(messages(['2023', '5', '', '31/02/2023'])[0]).toMatch(/n’est pas une date/)
  expect(messages()[0]).toMatch(/Ajoutez une ligne/)
})

test('what saving would change is said in sentences, year by year', () => {
  const of = (...cells: string[][]) => valuesOf(cells).values
  const before = of(['2020', '10'], ['2021', '1 200'], ['2022', '5'], ['2023', '7'])
  const after = of(['2020', '10'], ['2021', '1 250', 'estimée'], ['2022', '5', '', '', 'au 1er juillet'], ['2024', '8'])
  expect(changesOf(before, after).map(plain)).toEqual([
    '1 année ajoutée : 2024.',
    '2021 passe de 1 200 à 1 250 (estimée).',
    'Date ou remarque changée pour 2022.',
    '2023 n’est plus dans la table : sa valeur ne sera plus montrée, l’historique la garde.',
    '1 année inchangée.',
  ])
})

test('on an empty store nothing is registered, and the figures of the INSEE are offered as sums of every commune', async () => {
  const { series, offers } = await get<SeriesList>('/api/registered')
  expect(series).toEqual([])
  expect(offers.map(({ id }) => id)).toEqual(['insee-population', 'insee-menages', 'insee-naissances'])
  expect(communes()).toHaveLength(21)
  expect(plain(offers[0]!.sentence)).toMatch(/^Population : 29 678 habitants en 2021, contre [\d ]+ en 2015\.$/)
  expect(plain(offers[1]!.sentence)).toBe('12 594 ménages en 2021.')
  expect(plain(offers[2]!.sentence)).toBe('293 naissances en 2022.')
  const { rows } = await get<Overview>('/api/analyse')
  expect(rows.every(({ evidence }) => Object.values(evidence).every((count) => count === 0))).toBe(true)
})

test('an offer is accepted as it stands, and is then evidence under its objective', async () => {
  const page = await get<SeriesPage>('/api/registered/insee-naissances')
  expect(page).toMatchObject({ number: 0, isOffered: true, cells: [['2022', '293', '', '', '']] })
  const { title, definition, unit, source, link, date, limits, objectives, cells } = page
  const accepted = { after: 0, title, definition, unit, source, link, date, limits, objectives, cells, reason: '' }
  expect((await analyst.browser.post('/api/registered/insee-naissances', accepted)).body).toEqual({
    id: 'insee-naissances',
  })
  const { evidence, row } = await get<ObjectivePage>('/api/analyse/objectives/1')
  expect(row.evidence.registered).toBe(1)
  expect(evidence[0]).toMatchObject({ kind: 'registered', source: expect.stringContaining('INSEE') })
  expect((await get<SeriesList>('/api/registered')).offers).toHaveLength(2)
})

test('a series is checked without being saved, saved, corrected with its reason, and its history says what changed', async () => {
  const check = await analyst.browser.post('/api/registered/nouvelle/check', { cells: agreed.cells })
  expect((check.body as CheckedValues).changes.map(plain)).toEqual(['3 années ajoutées : 2023, 2024 et 2025.'])
  const { status, body } = await analyst.browser.post('/api/registered/nouvelle', agreed)
  expect(status).toBe(201)
  const path = `/api/registered/${body.id}`
  expect((await get<SeriesPage>(path)).values.map(({ period, text, state }) => [period, text, state])).toEqual([
    ['2023', '121', 'exacte'],
    ['2024', '118', 'exacte'],
    ['2025', '', 'secrète'],
  ])
  const corrected = { ...agreed, after: 1, cells: [['2024', '117', '', '', '']] }
  expect((await analyst.browser.post(path, corrected)).body).toMatchObject({
    code: 'form-refused',
    problems: [{ path: 'reason' }],
  })
  expect((await analyst.browser.post(path, { ...corrected, reason: 'Un agrément compté deux fois.' })).status).toBe(201)
  expect((await analyst.browser.post(path, { ...corrected, reason: 'Trop tard.' })).body.code).toBe('changed-meanwhile')
  const [newest] = (await get<SeriesPage>(path)).history
  expect(newest).toMatchObject({ number: 2, reason: 'Un agrément compté deux fois.', savedBy: 'Alix Martin' })
  expect(newest!.changes.map(plain)).toContain('2024 passe de 118 à 117.')
  const { lines } = await office.context.audit.page(0)
  expect(lines.filter(({ what, about }) => what === 'series-saved' && about === 'Agréments')).toHaveLength(2)
})

test('a withdrawn series is evidence no more; its figures stay in its history', async () => {
  const { id } = (await get<SeriesList>('/api/registered')).series.find(({ title }) => title === 'Agréments')!
  expect((await get<ObjectivePage>('/api/analyse/objectives/4')).row.evidence.registered).toBe(1)
  const path = `/api/registered/${id}/withdrawal`
  expect((await analyst.browser.post(path, { after: 2, reason: '' })).body.code).toBe('form-refused')
  expect((await analyst.browser.post(path, { after: 2, reason: 'La source l’a retirée.' })).status).toBe(201)
  expect((await get<ObjectivePage>('/api/analyse/objectives/4')).row.evidence.registered).toBe(0)
  const page = await get<SeriesPage>(`/api/registered/${id}`)
  expect(page).toMatchObject({ withdrawn: true, number: 3 })
  expect(page.history).toHaveLength(3)
})

test('an objective that the plan does not have, a bad address and an unknown series are refused in words', async () => {
  const refusal = async (change: object) =>
    (await analyst.browser.post('/api/registered/nouvelle', { ...agreed, ...change })).body
  expect(await refusal({ objectives: [99] })).toMatchObject({
    code: 'form-refused',
    problems: [{ path: 'objectives', message: 'Le plan n’a pas d’objectif 99.' }],
  })
  expect(await refusal({ link: 'javascript:alert(1)' })).toMatchObject({ problems: [{ path: 'link' }] })
  expect(await refusal({ cells: [['2024', 'cent']] })).toMatchObject({ code: 'table-refused' })
  expect((await analyst.browser.get('/api/registered/inconnue')).body.code).toBe('series-unknown')
})

test('another authority is offered what its own communes know, and nothing where one of them knows nothing', async () => {
  const first = authority()
  const commune = (insee: string, more: object) => ({
    insee,
    name: insee,
    population: 10,
    municipalPopulation: 10,
    ...more,
  })
  const of = async (...own: ReturnType<typeof commune>[]) => {
    setAuthority({ ...first, territory: { ...first.territory, communes: own } })
    return (await offers()).map(({ id, cells, objectives }) => ({ id, cells, objectives }))
  }
  try {
    expect(await of(commune('97401', { households: 30, births: 4 }), commune('97402', { households: 12 }))).toEqual([
      { id: 'insee-menages', cells: [['2021', '42', '', '', '']], objectives: [] },
    ])
    expect(await of()).toEqual([])
  } finally {
    setAuthority(first)
  }
})
