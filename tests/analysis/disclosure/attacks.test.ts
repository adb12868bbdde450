import { expect, test } from 'vitest'
import { auditBounds } from '../../../analysis/disclosure/audit.ts'
import { publish } from '../../../analysis/disclosure/gate.ts'
import { policies } from '../../../analysis/disclosure/policy.ts'
import type { Published } from '../../../analysis/disclosure/published.ts'
import type { FigureTable } from '../../../analysis/disclosure/table.ts'
import { attack, hiddenKeys } from './attacker.ts'
import { type Person, shareOf, tableOf } from './random-survey.ts'

const many = (count: number, person: Person): Person[] => Array.from({ length: count }, () => person)
const group = (zone: string, oui: number, non: number, more: Person = {}) => [
  ...many(oui, { zone, aide: 'oui', ...more }),
  ...many(non, { zone, aide: 'non', ...more }),
]
const answers = { answers: ['oui', 'non'] }
const out = (...tables: FigureTable[]): Published =>
  publish({ tables, snapshot: 'cloture', responses: 400 }, policies.document)

/** No hidden count is known more closely than 11. */
function expectBlurred(published: Published): void {
  const secret = new Set(hiddenKeys(published))
  expect(secret.size).toBeGreaterThan(0)
  for (const { key, lo, hi } of attack([published]))
    if (secret.has(key.slice(2))) expect(hi - lo, key).toBeGreaterThanOrEqual(11)
}

const four = [...group('nord', 40, 38), ...group('sud', 3, 34), ...group('est', 25, 30), ...group('ouest', 22, 41)]

test('margins do not give a hidden cell back', () => {
  expectBlurred(out(tableOf(four, 'aide', [{ name: 'zone', values: ['nord', 'sud', 'est', 'ouest'] }], answers)))
})

test('a percentage with its base does not tell a small count: 3 of 37 is hidden in every column', () => {
  const table = tableOf(four, 'aide', [{ name: 'zone', values: ['nord', 'sud', 'est', 'ouest'] }], answers)
  const south = out(table).tables[0]!.figures.filter(({ dims }) => dims.zone === 'sud')
  // « non : 92 % of 37 » would give the 3 « oui » back
  expect(south.map(({ secret }) => secret)).toEqual([true, true])
})

test('« all » and « all but the south » do not give the south back', () => {
  const sides = {
    name: 'zone',
    values: ['sauf-sud', 'sud', 'nord', 'est', 'ouest'],
    within: { nord: 'sauf-sud', est: 'sauf-sud', ouest: 'sauf-sud' },
  }
  const published = out(tableOf(four, 'aide', [sides], answers))
  expectBlurred(published)
  const { counts } = published.knowledge
  const all = counts['aide|reponse=oui']
  const rest = counts['aide|reponse=oui|zone=sauf-sud']
  expect(all === null || rest === null).toBe(true)
})

test('a hierarchy of zones does not give a zone back', () => {
  const people = [...four, ...group('centre', 2, 30), ...group('bourg', 50, 60)]
  const zone = {
    name: 'zone',
    values: ['haut', 'bas', 'nord', 'sud', 'est', 'ouest', 'centre', 'bourg'],
    within: { nord: 'haut', sud: 'haut', est: 'haut', ouest: 'bas', centre: 'bas', bourg: 'bas' },
  }
  expectBlurred(out(tableOf(people, 'aide', [zone], answers)))
})

test('what one table hides, another that shares its margins does not tell', () => {
  const people = [
    ...group('nord', 40, 38, { age: 'a' }),
    ...group('nord', 4, 30, { age: 'b' }),
    ...group('sud', 20, 25, { age: 'a' }),
    ...group('sud', 15, 18, { age: 'b' }),
  ]
  const zone = { name: 'zone', values: ['nord', 'sud'] }
  const age = { name: 'age', values: ['a', 'b'] }
  expectBlurred(
    out(
      tableOf(people, 'aide', [zone], answers),
      tableOf(people, 'aide', [age], answers),
      tableOf(people, 'aide', [zone, age], answers),
    ),
  )
})

test('« not ticked » does not tell who ticked', () => {
  const people = [
    ...many(38, { zone: 'nord', coche: 'rien' }),
    ...many(3, { zone: 'nord', coche: 'x' }),
    ...many(60, { zone: 'sud', coche: 'x' }),
  ]
  const published = out(
    tableOf(people, 'coche', [{ name: 'zone', values: ['nord', 'sud'] }], { answers: ['x'], several: true }),
  )
  expect(published.knowledge.counts['coche|reponse=x|zone=nord']).toBeNull()
  expectBlurred(published)
})

test('almost everybody tells of the few others: 38 of 41 is hidden too', () => {
  const people = [
    ...many(3, { zone: 'nord', coche: 'rien' }),
    ...many(38, { zone: 'nord', coche: 'x' }),
    ...many(60, { zone: 'sud', coche: 'x' }),
    ...many(20, { zone: 'sud', coche: 'rien' }),
  ]
  const published = out(
    tableOf(people, 'coche', [{ name: 'zone', values: ['nord', 'sud'] }], { answers: ['x'], several: true }),
  )
  expect(published.knowledge.counts['coche|reponse=x|zone=nord']).toBeNull()
})

test('people of unknown zone are a group too: the total minus the zones does not show them', () => {
  const zones = ['nord', 'sud', 'est', 'ouest']
  const people = [...four, ...many(3, { zone: null, aide: 'oui' }), ...many(20, { zone: 'sud', aide: 'oui' })]
  const { counts } = out(tableOf(people, 'aide', [{ name: 'zone', values: zones }], answers)).knowledge
  const terms = [counts['aide|reponse=oui'], ...zones.map((zone) => counts[`aide|reponse=oui|zone=${zone}`])]
  // total − nord − sud − est − ouest would be 3
  expect(terms).toContain(null)
})

test('someone who knows one hidden cell exactly still cannot pin the primary one when three zones are hidden', () => {
  // the audit answers for any knowledge: here the service of the north gives its own count away
  const table = tableOf(four, 'aide', [{ name: 'zone', values: ['nord', 'sud', 'est', 'ouest'] }], answers)
  const known = {
    ...table,
    cells: table.cells.map((cell) => ({
      ...cell,
      known: cell.key.includes('zone=nord') || cell.key.includes('zone=est'),
    })),
  }
  expectBlurred(out(known))
})

test('a weighted total divided by the common weight does not count people', () => {
  // each zone has one weight; both the counts and the weighted shares are printed: two equations for the hidden pair
  const zones = { nord: 2, sud: 10, est: 3, ouest: 7 } as const
  const plain = tableOf(four, 'aide', [{ name: 'zone', values: Object.keys(zones) }], answers)
  const weightedCount = (zone: keyof typeof zones, answer: string) =>
    zones[zone] * four.filter((person) => person.zone === zone && person.aide === answer).length
  const names = Object.keys(zones) as (keyof typeof zones)[]
  const weighted: FigureTable = {
    ...plain,
    id: 'pondere',
    weighted: true,
    figures: plain.figures.map((figure) => {
      const zone = figure.dims.zone as keyof typeof zones | undefined
      const answer = figure.dims.reponse!
      if (zone) return { ...figure, weight: zones[zone] }
      const sum = names.reduce((total, name) => total + weightedCount(name, answer), 0)
      const whole = names.reduce((total, name) => total + weightedCount(name, 'oui') + weightedCount(name, 'non'), 0)
      return {
        ...figure,
        estimate: { ...shareOf(figure.count, figure.base!.count), value: sum / whole } as ReturnType<typeof shareOf>,
      }
    }),
  }
  const published = out(plain, weighted)
  const { counts } = published.knowledge
  const hidden = names.filter((name) => counts[`aide|reponse=oui|zone=${name}`] === null)
  expect(hidden).toContain('sud')
  // the attack: unweighted and weighted equations together, the weighted one within its rounding
  const total = counts['aide|reponse=oui']
  if (total === null) return
  const shown = names.filter((name) => !hidden.includes(name))
  const count = (name: keyof typeof zones) => weightedCount(name, 'oui') / zones[name]
  const left = hidden.reduce((sum, name) => sum + count(name), 0)
  const weightLeft = hidden.reduce((sum, name) => sum + weightedCount(name, 'oui'), 0)
  const whole = names.reduce((sum, name) => sum + weightedCount(name, 'oui') + weightedCount(name, 'non'), 0)
  const bounds = auditBounds(
    {
      keys: hidden,
      counts: hidden.map(() => -1),
      equations: [
        { terms: hidden.map((_, at) => [at, 1] as const), low: left, high: left },
        {
          terms: hidden.map((name, at) => [at, zones[name]] as const),
          low: weightLeft - 0.005 * whole,
          high: weightLeft + 0.005 * whole,
        },
      ],
    },
    hidden.map(() => true),
  )
  expect(shown.length).toBeGreaterThanOrEqual(0)
  for (const { lo, hi } of bounds) expect(hi - lo).toBeGreaterThanOrEqual(11)
})

test('what is exported of a publication holds no hidden number', () => {
  const published = out(tableOf(four, 'aide', [{ name: 'zone', values: ['nord', 'sud', 'est', 'ouest'] }], answers))
  const exported = JSON.parse(JSON.stringify(published)) as Published
  const secret = new Set(hiddenKeys(published))
  for (const [key, count] of Object.entries(exported.knowledge.counts)) if (secret.has(key)) expect(count).toBeNull()
  expect(JSON.stringify(exported.tables.map(({ figures }) => figures.filter((figure) => figure.secret)))).not.toMatch(
    /\d/,
  )
})
