import { expect, test } from 'vitest'
import { answerTo, fieldsOf } from '../../../surveys/questionnaire/fields.ts'
import { published, publishedAs } from '../questionnaires.ts'

const every = publishedAs('tous-les-types')
const fields = fieldsOf(every.definition, every.assigned)
const field = (path: string) => fields.find((candidate) => candidate.path === path)!

test('fields come in the order people meet them, drawn values first', () => {
  expect(fields.slice(0, 4).map(({ path }) => path)).toEqual(['niveau_prix', 'ordre_lieux', 'garde', 'commune'])
  expect(field('enfants.annee_naissance').parent).toBe('enfants')
  expect(fields.indexOf(field('enfants'))).toBeLessThan(fields.indexOf(field('enfants.annee_naissance')))
})

test('paths are unique in every questionnaire', () => {
  for (const { definition, assigned } of published) {
    const paths = fieldsOf(definition, assigned).map(({ path }) => path)
    expect(new Set(paths).size).toBe(paths.length)
  }
})

test('a matrix gives one field a row', () => {
  expect(field('services.creche')).toMatchObject({
    kind: 'choice',
    question: 'services',
    row: 'creche',
    name: 'creche',
  })
  expect(field('services.creche').choices.map(({ value, special }) => [value, special])).toEqual([
    ['connu', undefined],
    ['utilise', undefined],
    ['nsp', true],
  ])
  expect(fields.some(({ path }) => path === 'services')).toBe(false)
})

test('special answers are among the choices, marked as special', () => {
  const special = field('moyens').choices.filter((choice) => choice.special)
  expect(special.map(({ value }) => value)).toEqual(['other', 'aucun', 'refus', 'nsp'])
  expect(field('moyens').comment).toBe(true)
})

test('each kind knows its bounds', () => {
  expect(field('nb_trajets')).toMatchObject({ kind: 'number', min: 0, max: 30 })
  expect(field('note')).toMatchObject({
    kind: 'rating',
    min: 0,
    max: 10,
    stops: Array.from({ length: 11 }, (_, at) => at),
  })
  expect(field('note_mots')).toMatchObject({ kind: 'rating', min: 1, max: 7 })
  expect(field('remarque')).toMatchObject({ kind: 'text', maxLength: 300 })
  expect(field('obligatoire').maxLength).toBe(200)
  expect(field('enfants')).toMatchObject({ kind: 'panel', min: 0, max: 4 })
  expect(field('lieux').optionalPart).toBe(true)
})

test('an answer is undefined when not asked, null when left blank', () => {
  expect(answerTo(field('services.creche'), {})).toBeUndefined()
  expect(answerTo(field('services.creche'), { services: null })).toBeNull()
  expect(answerTo(field('services.creche'), { services: { centre: 'connu' } })).toBeNull()
  expect(answerTo(field('services.creche'), { services: { creche: 'connu' } })).toBe('connu')
  expect(answerTo(field('garde'), { garde: 'oui' })).toBe('oui')
})

test('a question that takes up earlier answers offers them', () => {
  const chain = publishedAs('conditions')
  const carried = fieldsOf(chain.definition).find(({ path }) => path === 'repris_nu')
  expect(carried?.choices.map(({ value }) => value)).toEqual(['un', 'deux', 'trois'])
})
