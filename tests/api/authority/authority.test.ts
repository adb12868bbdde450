import { afterAll, beforeAll, expect, test } from 'vitest'
import { planTable } from '../../../api/authority/plan-table.ts'
import { wordsOn } from '../../../api/authority/versions.ts'
import { checked } from '../../../api/tables/checked.ts'
import { firstAuthority } from '../../../surveys/authority/first.ts'
import { setAuthority } from '../../../surveys/authority/in-force.ts'
import { objectives } from '../../../surveys/authority/plan.ts'
import { anOffice, type Office, type Person } from '../accounts/office.ts'

let office: Office
let admin: Person
beforeAll(async () => {
  office = await anOffice()
  admin = await office.placed(['admin'], { name: 'Alix Martin' })
})
afterAll(async () => {
  await office.discard()
  setAuthority(firstAuthority)
})

const plan = '/api/authority/tables/plan'
const cellsNow = async () => (await admin.browser.get(plan)).body.cells as string[][]
const amended = (cells: string[][], number: number, column: number, words: string) =>
  cells.map((line) => (line[5] === String(number) ? line.with(column, words) : line))

test('the plan as lines, read again, is the plan: nothing is lost on the way', () => {
  const cells = planTable.cellsOf(firstAuthority)
  const { rows, problems } = checked(planTable, cells)
  expect(problems).toEqual([])
  expect(planTable.with(firstAuthority, rows)).toEqual(firstAuthority)
})

test('a change is tried first, in sentences, then put in force with its day, its source and its place in the journal', async () => {
  const cells = amended(await cellsNow(), 3, 6, 'Faire connaître le métier d’assistante maternelle')
  const tried = await admin.browser.post(`${plan}/check`, { cells })
  expect(tried.body.problems).toEqual([])
  expect(tried.body.changes).toEqual([
    'Objectif 3 : « Faire connaître le métier d’assistante maternelle » (avant : « Valoriser le métier d’Assistante Maternelle »).',
  ])
  expect((await admin.browser.get('/api/authority')).body.number).toBe(0)
  const saved = { after: 0, cells, date: '2026-02-10', source: 'Avenant n° 1' }
  expect((await admin.browser.post(plan, saved)).status).toBe(201)
  expect((await admin.browser.post(plan, saved)).body.code).toBe('changed-meanwhile')
  expect(objectives()[2]!.title).toBe('Faire connaître le métier d’assistante maternelle')
  const { body } = await admin.browser.get('/api/authority/page')
  expect(body).toMatchObject({ number: 1, objectives: firstAuthority.plan.objectives.length })
  expect(body.history).toMatchObject([
    { number: 1, date: '2026-02-10', source: 'Avenant n° 1', savedBy: 'Alix Martin' },
  ])
  const { lines } = await office.context.audit.page(0)
  expect(lines[0]).toMatchObject({ what: 'authority-changed', who: admin.login, about: 'Plan d’actions' })
})

test('what was done before the amendment keeps the words of then', async () => {
  const versions = await office.context.authority.history()
  expect(wordsOn(versions, 3, '2026-02-09')).toBe('Valoriser le métier d’Assistante Maternelle')
  expect(wordsOn(versions, 3, '2026-02-10')).toBe('Faire connaître le métier d’assistante maternelle')
  expect(wordsOn(versions, 99, '2026-02-10')).toBeNull()
})

test('an objective that a questionnaire serves cannot go, and the sentence says what to do', async () => {
  const cells = (await cellsNow()).filter((line) => line[5] !== '1')
  const { body } = await admin.browser.post(`${plan}/check`, { cells })
  expect(body.changes).toEqual([])
  expect(JSON.stringify(body.problems)).toContain('L’objectif 1 doit rester dans la table')
})

test('a plan of two levels needs its axes and its objectives only, with cells left empty as merged cells are', () => {
  const cells = [
    ['1. Les tout-petits', '', '', '', '', '', 'Accueillir plus tôt le matin'],
    ['', '', '', '', '', '', 'Former les professionnelles'],
    ['2. Les jeunes', '', '', '', '', '', 'Ouvrir un lieu', '', '2027'],
  ].map((line) => [...line, ...Array.from({ length: planTable.columns.length - line.length }, () => '')])
  const { rows, problems } = checked(planTable, cells)
  expect(problems).toEqual([])
  const made = planTable.with(firstAuthority, rows).plan
  expect(made.axes.map(({ title }) => title)).toEqual(['Les tout-petits', 'Les jeunes'])
  expect(made.objectives).toMatchObject([
    { number: 1, action: 1, start: null, short: 'Accueillir plus tôt le matin' },
    { number: 2, action: 1 },
    { number: 3, action: 2, start: 2027 },
  ])
  expect(made.actions.map(({ title }) => title)).toEqual(['Les tout-petits', 'Les jeunes'])
  // who carries it is not known: the axis stood there, on the sheets of the actions too
  expect(made.actions.map(({ group }) => group)).toEqual(['', ''])
  // « vide = comme la ligne du dessus » was said of cells that an axis below begins anew
  const help = Object.fromEntries(planTable.columns.map(({ key, help: said }) => [key, said]))
  expect(help.axis).toMatch(/comme la ligne du dessus$/)
  expect(help.orientation).toContain('comme la ligne du dessus, tant que l’axe ne change pas')
  expect(help.action).toContain('comme la ligne du dessus, tant que l’orientation ne change pas')
})

test('a commune with a wrong code, a word that questionnaires need: each problem says what to write', async () => {
  const communes = await admin.browser.post('/api/authority/tables/communes/check', {
    cells: [['974', 'Sainte-Rose', '6000', '', '', '', '']],
  })
  expect(JSON.stringify(communes.body.problems)).toContain('« 974 » n’est pas un code INSEE')
  const words = await admin.browser.post('/api/authority/tables/mots/check', {
    cells: [['territoire', 'l’Est', '', '', '', '']],
  })
  expect(JSON.stringify(words.body.problems)).toContain('Il manque collectivite, bord_de_l_eau')
})

test('another instance on the same store follows', async () => {
  setAuthority(firstAuthority)
  expect(objectives()[2]!.title).toBe('Valoriser le métier d’Assistante Maternelle')
  await admin.browser.get('/api/site')
  expect(objectives()[2]!.title).toBe('Faire connaître le métier d’assistante maternelle')
})
