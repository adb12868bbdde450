import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { joinable } from '../../../analysis/microdata/linkage.ts'
import { leastGroup, type ProtectedRow, protectedRows } from '../../../analysis/microdata/protected-rows.ts'
import { quasiIdentifiersOf } from '../../../analysis/microdata/quasi-identifiers.ts'
import type { Response } from '../../../surveys/answers/response.ts'
import { provisionalZones as zones } from '../../../surveys/authority/territory.ts'
import { respondentsOf } from '../../../surveys/people/person.ts'
import { seeded } from '../../../surveys/people/random.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { materialise } from '../../../surveys/questionnaire/parameters.ts'

const random = seeded(11)
const people = (slug: string, count: number) => {
  const source = founding().find((one) => one.slug === slug)!
  const questionnaire = materialise(source, {})
  const next = respondentsOf(questionnaire)
  const responses = Array.from({ length: count }, (): Response => {
    const { answers } = next(random)
    return {
      id: randomUUID(),
      questionnaire: slug,
      version: 1,
      mode: 'web',
      channel: '',
      language: 'fr',
      answers,
      trial: false,
      receivedAt: '2026-03-02T09:00:00.000Z',
    }
  })
  return { questionnaire, responses }
}
const families = people('familles', 1200)
const out = ({ questionnaire, responses } = families, seed = 1) =>
  protectedRows(questionnaire, responses, zones(), seeded(seed))
const { rows, measures } = out()
const quasi = quasiIdentifiersOf(families.questionnaire, zones())
const groupOf = (row: ProtectedRow) => JSON.stringify(quasi.map(({ name }) => row[name]))

test('whole responses are nearly all alone, and joined from one export to the next; protected rows are not', () => {
  const bare = families.responses.map(({ answers }) => answers)
  expect(joinable(bare, bare.toReversed())).toBeGreaterThan(1100)
  // whoever has no child is asked the last page alone, whose answers stay together: a few of their rows are found again
  expect(measures.joinable).toBeLessThan(0.03 * rows.length)
  const parents = (some: ProtectedRow[]) => some.filter((row) => row.enfants_a_charge !== 'non')
  expect(joinable(parents(rows), parents(out(families, 2).rows))).toBeLessThan(12)
})

test('every row is one of five at least to whoever knows zone, age, household and number of children', () => {
  const groups = Map.groupBy(rows, groupOf)
  expect(measures.smallestGroup).toBe(Math.min(...[...groups.values()].map(({ length }) => length)))
  expect(measures.smallestGroup).toBeGreaterThanOrEqual(leastGroup)
  const { responses, drawnOut, leftOut } = measures
  expect([responses, drawnOut, rows.length + leftOut]).toEqual([1200, 120, 1080])
  expect(leftOut).toBeLessThan(10)
})

test('no commune, birth year, week, text or sensitive answer leaves, nor an id, an hour or a mode', () => {
  const text = JSON.stringify(rows)
  for (const name of [
    'commune',
    'annee_naissance',
    'semaine',
    'mot_libre',
    'adaptation',
    'difficultes',
    'accord_quotidien',
  ])
    expect(text).not.toContain(`"${name}"`)
  for (const { id, receivedAt } of families.responses)
    for (const trace of [id, receivedAt.slice(0, 7)]) expect(text).not.toContain(trace)
  expect(measures.absent).toContain('enfants.semaine')
  expect(measures.absent).toContain('mot_libre')
})

test('an age among the children of a group stays only where five children have it', () => {
  for (const group of Map.groupBy(rows, groupOf).values()) {
    const ages = group.flatMap((row) => ((row.enfants ?? []) as { age: string }[]).map(({ age }) => age))
    for (const [age, { length }] of Map.groupBy(ages, (age) => age))
      if (age !== '') expect(length).toBeGreaterThanOrEqual(leastGroup)
  }
})

test('a count by zone is the count of the responses that were drawn, to the tenth that stays behind', () => {
  const said = (values: { zone: unknown; manque: unknown }[]) =>
    Map.groupBy(values, ({ zone, manque }) => `${zone} ${manque}`)
  const [zone] = quasi
  const real = said(families.responses.map((one) => ({ zone: zone!.of(one), manque: one.answers.manque })))
  for (const [key, { length }] of said(rows as { zone: unknown; manque: unknown }[]))
    if (!key.startsWith('*') && (real.get(key)?.length ?? 0) > 100)
      expect(length / (0.9 * real.get(key)!.length)).toBeCloseTo(1, 0.8)
})

test('answers of one page stay together: no pair of them is made up', () => {
  const together = (values: readonly ProtectedRow[], one: string, other: string) =>
    Map.groupBy(values, (row) => JSON.stringify([row[one], row[other]]))
  const answers = families.responses.map(({ answers }) => answers)
  const pairs = new Set(together(answers, 'services', 'info_facile').keys())
  for (const pair of together(rows, 'services', 'info_facile').keys()) expect(pairs.has(pair)).toBe(true)
})

test('of four people nothing leaves, of none neither', () => {
  for (const count of [0, 4]) {
    const few = out({ ...families, responses: families.responses.slice(0, count) })
    expect([few.rows, few.measures.smallestGroup, few.measures.joinable]).toEqual([[], null, 0])
  }
})

test('the young are grouped by zone, age and gender', () => {
  const young = out(people('jeunes-11-15', 300))
  expect(quasiIdentifiersOf(people('jeunes-11-15', 0).questionnaire, zones()).map(({ name }) => name)).toEqual([
    'zone',
    'age',
    'genre',
  ])
  expect(young.measures.smallestGroup).toBeGreaterThanOrEqual(leastGroup)
  expect(young.measures.joinable).toBeLessThan(6)
})
