import { expect, test } from 'vitest'
import { finest } from '../../../analysis/disclosure/coarsening.ts'
import { policies } from '../../../analysis/disclosure/policy.ts'
import { type Person, tableOf } from './random-survey.ts'

const many = (count: number, person: Person): Person[] => Array.from({ length: count }, () => person)
const at = (heure: string, demi: string, count: number) => [
  ...many(count, { heure, demi, besoin: 'oui' }),
  ...many(count, { heure, demi, besoin: 'non' }),
]
const byHalfHour = (people: Person[]) =>
  tableOf(people, 'besoin', [{ name: 'demi', values: ['5h', '5h30', '20h', '20h30'] }], { answers: ['oui', 'non'] })
const byBand = (people: Person[]) =>
  tableOf(people, 'besoin', [{ name: 'heure', values: ['matin', 'soir'] }], { answers: ['oui', 'non'] })
const versions = (people: Person[]) => [byHalfHour(people), byBand(people)]
const spread = (count: number) => [
  ...at('matin', '5h', count),
  ...at('matin', '5h30', count),
  ...at('soir', '20h', count),
  ...at('soir', '20h30', count),
]

test('half-hours are kept when each has enough answers', () => {
  expect(finest(versions(spread(8)), policies.document).id).toBe('besoin-demi')
})

test('half-hours give way to bands when they describe too few people', () => {
  expect(finest(versions(spread(4)), policies.document).id).toBe('besoin-heure')
})

test('when even the coarsest version is small, it is the one that is kept; without any version there is nothing to keep', () => {
  expect(finest(versions(spread(1)), policies.document).id).toBe('besoin-heure')
  expect(() => finest([], policies.document)).toThrow('at least one version')
})
