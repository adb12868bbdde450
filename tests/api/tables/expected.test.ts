import { afterAll, beforeAll, expect, test } from 'vitest'
import { kinds } from '../../../api/tables/kinds.ts'
import { nearest } from '../../../api/tables/nearest.ts'
import { communes, provisionalZones } from '../../../surveys/authority/territory.ts'
import { fieldsOf } from '../../../surveys/questionnaire/fields.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { anOffice, type Office, type Person } from '../accounts/office.ts'

const families = founding().find(({ slug }) => slug === 'familles')!
let office: Office
let analyst: Person
beforeAll(async () => {
  office = await anOffice({ isReal: true })
  analyst = await office.placed(['analyst'])
})
afterAll(() => office.discard())

type Page = {
  expected: { cells: string[][]; source: string; date: string; limits: string[] } | null
  usedBy: string[]
  missing: string[]
}
const page = async (kind: string) => (await analyst.browser.get(`/api/tables/${kind}`)).body as unknown as Page
const check = async (kind: string, cells: string[][]) =>
  (await analyst.browser.post(`/api/tables/${kind}/check`, { cells })).body as unknown as {
    problems: { line: number; column: string; message: string }[]
    missing: string[]
  }
const messages = async (kind: string, cells: string[][]) =>
  (await check(kind, cells)).problems.map(({ message }) => message)

test('margins start from the zones, with the households that are held, their source and what they do not say', async () => {
  const { expected, usedBy } = await page('margins')
  const households = expected!.cells.filter(([, , unit]) => unit === 'ménages')
  const zones = new Set(provisionalZones().rows.map(({ zone }) => zone))
  // those who live elsewhere are in no margin
  expect(households).toHaveLength(zones.size - 1)
  expect(households.every(([, , , count]) => Number(count) > 0)).toBe(true)
  expect(expected!.source).toMatch(/INSEE.*ménages 2021/)
  expect(expected!.limits[0]).toMatch(/Tous les ménages, pas seulement les familles/)
  // nothing is invented where nothing is held
  expect(expected!.cells.filter(([, , unit]) => unit !== 'ménages').every(([, , , count]) => count === '')).toBe(true)
  expect(usedBy.length).toBeGreaterThan(1)
  expect((await check('margins', households)).problems).toEqual([])
})

test('what would never be used is refused, with the word that was meant', async () => {
  expect(await messages('margins', [['csp', 'cadre', 'ménages', '12']])).toEqual([
    expect.stringMatching(/« csp » n’est pas une question publiée : cette ligne ne servirait à rien/),
  ])
  expect(await messages('margins', [['Zone', 'Nordd', 'ménages', '12']])).toEqual([
    expect.stringMatching(/Vouliez-vous dire « Nord » \?/),
  ])
  expect(await messages('frames', [['st sulpice', 'enfants', '0-17', '12']])).toEqual([
    expect.stringMatching(/Vouliez-vous dire « Saint-Sulpice-la-Pointe » \?/),
  ])
  expect(await messages('frames', [['Nord', 'enfants', 'petits', '12']])).toEqual([
    expect.stringMatching(/« petits » n’est pas un âge/),
  ])
  // « plus de 12 » was read as 12 alone
  for (const [age, way] of [
    ['5-3', /« 5-3 » n’est pas un âge\. Écrivez 3-5\./],
    ['moins de 3', /Écrivez 0-2\./],
    ['plus de 12', /Écrivez ses deux âges, par exemple 13-17\./],
  ] as const)
    expect(await messages('frames', [['Nord', 'enfants', age, '12']])).toEqual([expect.stringMatching(way)])
  for (const age of ['3-5', '3 à 5 ans', '11 ans', '18 et plus'])
    expect(await messages('frames', [['Nord', 'enfants', age, '12']])).toEqual([])
})

// « Mots possibles » gave each answer twice: in words, then by its code
test('an answer that is not there is told by the words of the others, never by their codes; a code still counts', async () => {
  const [message] = await messages('margins', [['foyer', 'zzzzzz', 'ménages', '12']])
  const offered = fieldsOf(families.definition, families.assigned).find(({ path }) => path === 'foyer')!.choices
  for (const { text, value } of offered) {
    expect(message).toContain(text)
    if (value !== text) expect(message!.split(/[,:.] /)).not.toContain(value)
  }
  expect(await messages('margins', [['foyer', offered[0]!.value, 'ménages', '12']])).toEqual([])
})

test('an age without a line is said before it switches off every number of children', async () => {
  const lines = ['0-2', '3-5', '6-10', '11-14'].map((age) => ['Ensemble', 'enfants', age, '10'])
  expect((await check('frames', lines)).missing).toEqual([
    'Il manque les enfants de 15 à 17 ans pour « Ensemble » : leurs nombres ne seront pas calculés.',
  ])
  expect((await check('frames', [...lines, ['Ensemble', 'enfants', '15-17', '10']])).missing).toEqual([])
})

test('prices wait for each slice of the quotient table', async () => {
  const slices = {
    after: 0,
    cells: [
      ['', '499'],
      ['500', ''],
    ],
    date: '2026-01-01',
    source: 'Délibération',
  }
  expect((await analyst.browser.post('/api/tables/slices', slices)).status).toBe(201)
  const { expected } = await page('prices')
  expect(expected!.cells).toEqual(
    ['Moins de 500', '500 et plus'].flatMap((slice) => ['bas', 'moyen', 'haut'].map((level) => [level, slice, ''])),
  )
  const priced = ['bas', 'moyen', 'haut'].map((level) => [level, 'Moins de 500', '4'])
  expect((await check('prices', priced)).missing).toEqual(['Il manque les prix de « 500 et plus ».'])
})

// a table copied, then pasted as it was, had three empty brackets and three twins of them below
test('a bracket whose figures are spaced otherwise is the one of the quotient table; an unknown one is told before saving', async () => {
  const slices = {
    after: 1,
    cells: [
      ['', '800'],
      ['801', '1100'],
      ['1101', ''],
    ],
    date: '2026-01-01',
    source: 'Délibération',
  }
  expect((await analyst.browser.post('/api/tables/slices', slices)).status).toBe(201)
  const { expected } = await page('prices')
  const whole = expected!.cells.map(([level, slice]) => [level!, slice!, '4'])
  const read = async (cells: string[][]) =>
    (await analyst.browser.post('/api/tables/prices/read', { text: cells.map((line) => line.join('\t')).join('\n') }))
      .body as unknown as { cells: string[][]; problems: { message: string }[] }
  expect(await read(whole)).toEqual({ cells: whole, problems: [] })
  const typed = whole.map(([level, slice, euros]) => [level!, slice!.replace(/\s(?=\d{3})/g, ''), euros!])
  expect(typed).not.toEqual(whole)
  expect((await read(typed)).cells).toEqual(whole)
  const version = { after: 0, date: '2026-01-01', source: 'Délibération' }
  expect((await analyst.browser.post('/api/tables/prices', { ...version, cells: typed })).status).toBe(201)
  expect((await analyst.browser.get('/api/tables/prices')).body).toMatchObject({ cells: whole })

  const other = whole.map(([level, slice]) => [level!, slice!.replace('801', '850'), '4'])
  expect((await read(other)).problems[0]!.message).toMatch(/n’est pas une tranche de quotient.*Vouliez-vous dire/)
  expect((await analyst.browser.post('/api/tables/prices', { ...version, after: 1, cells: other })).status).toBe(422)
})

const wholeWeek = 'lundi-vendredi'
/** A line of each kind: as the authority spells it, and as somebody types it from a letter. */
const spellings: Record<string, [as: string[], typed: string[]]> = {
  frames: [
    ['Saint-Sulpice-la-Pointe', 'ménages', '', '12'],
    ['ST SULPICE LA POINTE', 'Menages', '', '12'],
  ],
  margins: [
    ['Zone', 'Saint-Sulpice-la-Pointe', 'ménages', '12'],
    ['zone', 'St-Sulpice-la-Pointe', 'MENAGES', '12'],
  ],
  supply: [
    ['Les Petits Pas', 'crèche', 'Saint-Sulpice-la-Pointe', 'été', wholeWeek, '7 h 30', '18 h', '9'],
    ['Les Petits Pas', 'crèche', 'st sulpice la pointe', 'ete', 'Lundi au Vendredi', '7:30', '18:00', '9'],
  ],
  ratios: [
    ['mercredi', 'non', 'jusqu’à 5 h', '6 ans et plus', '14', 'CASF'],
    ['Mercredi', 'NON', "jusqu'a 5 h", '6 ANS ET PLUS', '14', 'CASF'],
  ],
  attendance: [
    ['été', 'moins de 6 ans', 'peut-être', '60 %', 'Comptage'],
    ['Ete', 'Moins de 6 ans', 'peut être', '60%', 'Comptage'],
  ],
  costs: [
    ['Repas', 'dépense', 'enfant', '5,20'],
    ['Repas', 'Depense', 'ENFANT', '5.20'],
  ],
}

test.each(Object.entries(spellings))('%s: names are stored as the authority spells them', async (kind, [as, typed]) => {
  const save = async (after: number, cells: string[]) => {
    const version = { after, cells: [cells], date: '2026-01-01', source: 'Registre' }
    expect((await analyst.browser.post(`/api/tables/${kind}`, version)).status).toBe(201)
    return (await office.context.tables.current(kind))!.rows
  }
  const rows = await save(0, as)
  expect(await save(1, typed)).toEqual(rows)
})

test('an earlier version is read again as it was saved', async () => {
  const saved = (after: number, zone: string) => ({
    after,
    cells: communes().map(({ name }) => [name, zone]),
    date: '2026-01-01',
    source: `Version ${zone}`,
    isConfirmed: true,
  })
  expect((await analyst.browser.post('/api/tables/zones', saved(0, 'Nord'))).status).toBe(201)
  expect((await analyst.browser.post('/api/tables/zones', saved(1, 'Sud'))).status).toBe(201)
  const { body } = await analyst.browser.get('/api/tables/zones/versions/1')
  expect(body).toMatchObject({ number: 1, source: 'Version Nord', cells: saved(0, 'Nord').cells })
  expect((await analyst.browser.get('/api/tables/zones/versions/9')).status).toBe(404)
})

test('the tables of several lines keep one spelling of a zone, a place and a bracket', async () => {
  const typed: Record<string, string[][]> = {
    zones: communes().map(({ name }, at) => [name, at % 2 ? 'Côte-d’Or' : "cote d'or"]),
    places: ['École A', 'École B'].map((place) => [place, 'st-sulpice-la-pointe']),
    prices: ['Bas', 'MOYEN', 'haut'].map((level) => [level, 'MOINS DE 500', '4']),
  }
  const slices = {
    after: 2,
    cells: [
      ['', '499'],
      ['500', ''],
    ],
    date: '2026-01-01',
    source: 'Délibération',
  }
  expect((await analyst.browser.post('/api/tables/slices', slices)).status).toBe(201)
  const stored: Record<string, Set<unknown>> = {}
  for (const [kind, column] of [
    ['zones', 'zone'],
    ['places', 'commune'],
    ['prices', 'slice'],
  ] as const) {
    const after = (await office.context.tables.current(kind))?.number ?? 0
    const version = { after, cells: typed[kind], date: '2026-01-01', source: 'Registre', isConfirmed: true }
    expect((await analyst.browser.post(`/api/tables/${kind}`, version)).status).toBe(201)
    stored[kind] = new Set((await office.context.tables.current(kind))!.rows.map((row) => row[column]))
  }
  expect(stored).toEqual({
    zones: new Set(["cote d'or"]),
    places: new Set(['81271']),
    prices: new Set(['Moins de 500']),
  })
  expect([...Object.keys(spellings), ...Object.keys(typed), 'slices'].sort()).toEqual(
    kinds.map(({ name }) => name).sort(),
  )
})

test('the beginning of one word only stands for it', () => {
  expect(nearest('st sulpice', ['Saint-Sulpice-la-Pointe', 'Lavaur'])).toBe('Saint-Sulpice-la-Pointe')
  expect(nearest('saint', ['Saint-Sulpice', 'Saint-Lieux'])).toBe(null)
})
