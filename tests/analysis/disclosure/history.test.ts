import { expect, test } from 'vitest'
import { freeze, publish } from '../../../analysis/disclosure/gate.ts'
import { policies } from '../../../analysis/disclosure/policy.ts'
import { fieldworkCount, type Publication, refusal } from '../../../analysis/disclosure/publication.ts'
import type { Published } from '../../../analysis/disclosure/published.ts'
import { attack } from './attacker.ts'
import { chance, type Person, randomSurvey, tableOf } from './random-survey.ts'

const zones = { name: 'zone', values: ['nord', 'sud'] }
const many = (count: number, person: Person): Person[] => Array.from({ length: count }, () => person)
const people = [
  ...many(30, { zone: 'nord', aide: 'oui' }),
  ...many(40, { zone: 'nord', aide: 'non' }),
  ...many(25, { zone: 'sud', aide: 'oui' }),
  ...many(35, { zone: 'sud', aide: 'non' }),
]
const tables = (who: readonly Person[]) => [tableOf(who, 'aide', [zones], { answers: ['oui', 'non'] })]

const keep = (published: Published, id: string, responses: number): Promise<Publication> =>
  freeze(published, { id, date: '2026-05-01', snapshot: id, responses })

async function first(who: readonly Person[] = people): Promise<Publication> {
  return keep(
    publish({ tables: tables(who), snapshot: 'mai', responses: who.length }, policies.document),
    'mai',
    who.length,
  )
}

test('a new publication waits for 11 new answers', async () => {
  const earlier = [await first()]
  const next = [...people, ...many(10, { zone: 'nord', aide: 'oui' })]
  expect(refusal({ snapshot: 'juin', responses: 140 }, earlier, policies.document)).toContain('Moins de 11')
  expect(() => publish({ tables: tables(next), snapshot: 'juin', responses: 140 }, policies.document, earlier)).toThrow(
    'nouvelles réponses',
  )
  expect(refusal({ snapshot: 'juin', responses: 141 }, earlier, policies.document)).toBeNull()
})

test('my neighbour’s answer does not show as the difference between two publications', async () => {
  const earlier = [await first()]
  // 12 newcomers in the north, one in the south: the neighbour
  const next = [...people, ...many(12, { zone: 'nord', aide: 'non' }), { zone: 'sud', aide: 'oui' }]
  const published = publish(
    { tables: tables(next), snapshot: 'juin', responses: next.length },
    policies.document,
    earlier,
  )
  const south = published.tables[0]!.figures.filter(({ dims }) => dims.zone === 'sud')
  expect(south.every(({ secret }) => secret)).toBe(true)
  const guesses = attack([earlier[0]!.published, published], { growing: true })
  const neighbour = guesses.find(({ key }) => key === '1 aide|reponse=oui|zone=sud')!
  expect(neighbour.hi - neighbour.lo).toBeGreaterThanOrEqual(11)
  // without the earlier publication nothing would have been hidden
  expect(
    publish({ tables: tables(next), snapshot: 'juin', responses: next.length }, policies.document).audit.hidden,
  ).toBe(0)
})

test('a publication that changed enough everywhere comes out whole', async () => {
  const earlier = [await first()]
  const more = (zone: string, aide: string) => many(12, { zone, aide })
  const next = [...people, ...more('nord', 'oui'), ...more('nord', 'non'), ...more('sud', 'oui'), ...more('sud', 'non')]
  expect(
    publish({ tables: tables(next), snapshot: 'juin', responses: next.length }, policies.document, earlier).audit
      .hidden,
  ).toBe(0)
})

test('what was hidden once is not told later from the same answers', async () => {
  const small = [...people, ...many(4, { zone: 'est', aide: 'oui' })]
  const three = { name: 'zone', values: ['nord', 'sud', 'est'] }
  const by = tableOf(small, 'aide', [three], { answers: ['oui', 'non'] })
  const before = publish({ tables: [by], snapshot: 'mai', responses: small.length }, policies.document)
  const earlier = [await keep(before, 'mai', small.length)]
  const hidden = Object.entries(before.knowledge.counts)
    .filter(([, count]) => count === null)
    .map(([key]) => key)
  expect(hidden.length).toBeGreaterThan(0)
  const again = publish({ tables: [by], snapshot: 'mai', responses: small.length }, policies.document, earlier)
  expect(again.knowledge.counts).toEqual(before.knowledge.counts)
})

test('a withdrawal shows no more than an arrival', async () => {
  const earlier = [await first()]
  const next = [...people.slice(1), ...many(14, { zone: 'sud', aide: 'non' })]
  const published = publish(
    { tables: tables(next), snapshot: 'juin', responses: next.length },
    policies.document,
    earlier,
  )
  const north = published.tables[0]!.figures.filter(({ dims }) => dims.zone === 'nord')
  expect(north.every(({ secret }) => secret)).toBe(true)
})

test('over a growing survey published again and again, no small count is ever pinned down', async () => {
  for (const seed of [2, 3]) {
    const { people: all, tablesOf } = randomSurvey(seed)
    const random = chance(seed)
    const earlier: Publication[] = []
    let size = Math.floor(all.length * 0.4)
    while (size <= all.length && earlier.length < 3) {
      const published = publish(
        { tables: tablesOf(all.slice(0, size)), snapshot: `s${size}`, responses: size },
        policies.document,
        earlier,
      )
      earlier.push(await keep(published, `s${size}`, size))
      size += 11 + Math.floor(random() * all.length * 0.3)
    }
    const guesses = attack(
      earlier.map(({ published }) => published),
      { growing: true },
    )
    expect(
      guesses.filter(({ lo, hi }) => lo === hi && lo > 0 && lo < 5).map(({ key }) => key),
      `survey ${seed}`,
    ).toEqual([])
  }
})

test('during fieldwork the number of answers is shown to the nearest five', () => {
  expect([0, 2, 3, 7, 8, 143].map(fieldworkCount)).toEqual([0, 0, 5, 5, 10, 145])
})
