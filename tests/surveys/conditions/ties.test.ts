import { expect, test } from 'vitest'
import { madeOf } from '../../../analysis/columns/derive.ts'
import { tiesIn } from '../../../surveys/conditions/ties.ts'
import { fieldsOf } from '../../../surveys/questionnaire/fields.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'

const families = founding().find(({ slug }) => slug === 'familles')!

test.each<[one: string, other: string, is: boolean, why: string]>([
  ['enfants.qui_garde', 'enfants.besoin_garde', true, 'asked by its answer, in the same row'],
  ['enfants.garde_principale', 'enfants.qui_garde', true, 'its answers are those given there'],
  ['enfants.garde_principale', 'enfants.besoin_garde', true, 'through another'],
  ['enfants.besoin_garde', 'enfants_a_charge', true, 'by the page it stands on'],
  ['quand', 'manque', true, 'through another, of the response'],
  ['lieu_souhaite', 'prix_mensuel', false, 'both asked by a third'],
  ['services_connus', 'manque', false, 'nothing to do with one another'],
  ['zone', 'manque', false, 'made, never asked'],
])('%s and %s: %s (%s)', (one, other, is) => {
  const isTied = tiesIn(families)
  expect([isTied(one, other), isTied(other, one)]).toEqual([is, is])
})

test('a class of age is its year of birth, a zone its commune', () => {
  const fields = fieldsOf(families.definition)
  const of = (semantic: string) => fields.find((field) => field.semantic === semantic)!.path
  expect(madeOf('enfants.tranche_age', fields)).toBe(of('birth-year'))
  expect([madeOf('zone', fields), madeOf('#taille', fields)]).toEqual([of('commune'), of('commune')])
  expect([madeOf('manque', fields), madeOf('tranche_age', fields)]).toEqual(['manque', 'tranche_age'])
})
