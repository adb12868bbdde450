import { afterAll, beforeAll, expect, test } from 'vitest'
import { referenceTables } from '../../../api/tables/reference.ts'
import { communes } from '../../../surveys/authority/territory.ts'
import { anOffice, type Office, type Person } from '../accounts/office.ts'

let office: Office
let analyst: Person
beforeAll(async () => {
  office = await anOffice()
  analyst = await office.placed(['analyst'], { name: 'Alix Martin' })
})
afterAll(() => office.discard())

const cells = (zone: string) => communes().map(({ name }) => [name, zone])

test('a saved table is dated, has its source and its history, and the analysis reads the newest', async () => {
  expect((await referenceTables(office.context.tables)).zones.provisional).toBe(true)
  const save = (after: number, zone: string, source: string) =>
    analyst.browser.post('/api/tables/zones', {
      after,
      cells: cells(zone),
      date: '2026-02-01',
      source,
      isConfirmed: true,
    })
  expect((await save(0, 'Nord', 'Délibération du 1er février')).status).toBe(201)
  expect((await save(1, 'Sud', 'Délibération du 2 mars')).status).toBe(201)
  const { body } = await analyst.browser.get('/api/tables/zones')
  expect(body.current).toMatchObject({ number: 2, source: 'Délibération du 2 mars', savedBy: 'Alix Martin', lines: 21 })
  expect(body.history).toHaveLength(2)
  const { zones } = await referenceTables(office.context.tables)
  expect(zones).toMatchObject({ provisional: false, date: '2026-02-01' })
  expect(zones.rows).toContainEqual({ insee: '81298', zone: 'sud' })
  expect(zones.rows).toContainEqual({ insee: 'hors', zone: 'hors-territoire' })
  const { lines } = await office.context.audit.page(0)
  expect(lines[0]).toMatchObject({ what: 'table-saved', who: analyst.login, about: 'Zones du territoire' })
})

test('a table serves every questionnaire: whoever works on some of them reads it and does not change it', async () => {
  const limited = await office.placed(['analyst'], { questionnaires: ['garde'] })
  expect((await limited.browser.get('/api/tables/zones')).status).toBe(200)
  const saved = { after: 2, cells: cells('Nord'), date: '2026-02-01', source: 'Délibération du 3 mars' }
  expect((await limited.browser.post('/api/tables/zones', saved)).body.code).toBe('beyond-limits')
})

test('the list says what the results lack while a table is empty', async () => {
  const { tables } = (await analyst.browser.get('/api/tables')).body as unknown as {
    tables: { name: string; current: object | null; without: string }[]
  }
  expect(tables.find(({ name }) => name === 'frames')).toMatchObject({
    current: null,
    without: 'les résultats donnent des parts, jamais un nombre d’enfants ou de familles.',
  })
  expect(tables.find(({ name }) => name === 'zones')?.current).not.toBeNull()
})

test('two people at once: the second is refused, and nothing of the first is lost', async () => {
  const one = {
    after: 0,
    cells: [
      ['', '499'],
      ['500', ''],
    ],
    date: '2026-02-01',
    source: 'délibération',
  }
  expect((await analyst.browser.post('/api/tables/slices', one)).status).toBe(201)
  const late = await analyst.browser.post('/api/tables/slices', {
    ...one,
    cells: [
      ['', '599'],
      ['600', ''],
    ],
  })
  expect([late.status, late.body.code]).toEqual([409, 'changed-meanwhile'])
  const { body } = await analyst.browser.get('/api/tables/slices')
  expect(body.cells).toEqual([
    ['', '499'],
    ['500', ''],
  ])
})

test('a table with a mistake is not saved, nor one without source or date', async () => {
  const good = {
    after: 0,
    cells: [
      ['École', 'Teulat'],
      ['Salle', 'Lugan'],
    ],
    date: '2026-02-01',
    source: 'élus',
  }
  const refused = async (change: object) =>
    (await analyst.browser.post('/api/tables/places', { ...good, ...change })).status
  expect(
    await refused({
      cells: [
        ['École', 'Toulouse'],
        ['Salle', 'Lugan'],
      ],
    }),
  ).toBe(422)
  expect(await refused({ source: ' ' })).toBe(422)
  expect(await refused({ date: 'hier' })).toBe(422)
  expect((await analyst.browser.get('/api/tables/places')).body.current).toBe(null)
  expect(await refused({})).toBe(201)
})

test('a large paste is read, an unknown table and a hostile cell change nothing', async () => {
  const text = Array.from({ length: 4000 }, (_, index) => `zone ${index}\tenfants\t3-5\t${index}`).join('\n')
  const { body } = await analyst.browser.post('/api/tables/frames/read', { text })
  expect((body.cells as unknown[]).length).toBe(4000)
  expect((await analyst.browser.get('/api/tables/inconnue')).status).toBe(404)
  expect((await analyst.browser.get('/api/tables/__proto__')).status).toBe(404)
  const hostile = await analyst.browser.post('/api/tables/places/check', { cells: [['<script>', { $gt: '' }]] })
  expect(hostile.status).toBe(422)
})

// « Sudd » was saved as a zone of one commune, without a word
test('a zone near to another one, or of a single commune, is asked before it is saved', async () => {
  const names = communes().map(({ name }) => name)
  const table = (zone: string) => names.map((name, at) => [name, at === 0 ? zone : at < 8 ? 'Nord' : 'Sud'])
  const { number } = (await analyst.browser.get('/api/tables/zones')).body.current as unknown as { number: number }
  const about = { after: number, date: '2026-02-01', source: 'Délibération du 4 mars' }
  const save = (zone: string, more = {}) =>
    analyst.browser.post('/api/tables/zones', { ...about, cells: table(zone), ...more })
  const { doubts } = (await analyst.browser.post('/api/tables/zones/check', { cells: table('Sudd') }))
    .body as unknown as { doubts: string[] }
  expect(doubts).toEqual([
    'Nouvelle zone «\u202fSudd\u202f»\u202f? Vouliez-vous dire «\u202fSud\u202f»\u202f?',
    expect.stringContaining(`ne compterait qu’une commune, ${names[0]}`),
    // « Garrigues », pasted « sud », left its zone without a word
    expect.stringMatching(/^\d+ communes changent de zone\s: .+, de .+ à Sudd\s; .* et \d+ autres\.$/),
  ])
  // two letters exchanged are one slip
  const slip = await analyst.browser.post('/api/tables/zones/check', { cells: table('Nrod') })
  expect((slip.body as unknown as { doubts: string[] }).doubts[0]).toContain('Vouliez-vous dire «\u202fNord\u202f»')
  expect((await save('Sudd')).body.code).toBe('table-doubtful')
  expect((await save('Sudd', { isConfirmed: true })).status).toBe(201)
  // what was confirmed is not asked again, and the name that was meant asks nothing
  for (const zone of ['Sudd', 'Sud']) {
    const { body } = await analyst.browser.post('/api/tables/zones/check', { cells: table(zone) })
    const moved = zone === 'Sudd' ? [] : [`Une commune change de zone\u202f: ${names[0]}, de Sudd à Sud.`]
    expect(body).toMatchObject({ problems: [], doubts: moved })
  }
})

test('the page of the zones says, before they are saved, that they are redrawn once after a publication', async () => {
  const { note } = (await analyst.browser.get('/api/tables/zones')).body as unknown as { note: string }
  expect(note).toBe(
    'Rien n’est encore publié\u202f: les zones se redessinent librement. Après une publication, celles d’un questionnaire ne se redessinent qu’une fois.',
  )
})

// seven lines pasted in the place of forty-three were saved without a question
test('a table that loses a good part of its lines is asked about before it is saved', async () => {
  const ages = ['0-2', '3-5', '6-10', '11-14', '15-17']
  const save = (after: number, kept: string[], more = {}) =>
    analyst.browser.post('/api/tables/frames', {
      after,
      cells: kept.map((age) => ['Ensemble', 'enfants', age, '10']),
      date: '2026-02-01',
      source: 'Caf',
      ...more,
    })
  expect((await save(0, ages)).status).toBe(201)
  expect((await save(1, ages.slice(1))).status).toBe(201)
  const asked = await save(2, ages.slice(4))
  expect(asked.body).toMatchObject({ code: 'table-doubtful' })
  expect(JSON.stringify(asked.body)).toContain('n’a plus que 1 ligne')
  expect((await save(2, ages.slice(4), { isConfirmed: true })).status).toBe(201)
})
