import { expect, test } from 'vitest'
import { exampleOf } from '../../../surveys/edit/indicator-fields.ts'
import { Indicator, type Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { smallQuestionnaire } from '../../api/fixture.ts'

const asked = { name: 'envie', title: 'Votre envie', objectives: [1], sensitivity: 'ordinary' }
const sentence = 'La moyenne est de {value} ({interval} ; {base} réponses).'
const indicator = Indicator.parse({
  id: 'envie',
  title: 'Envie',
  objective: 1,
  unit: 'persons',
  field: 'envie',
  measure: 'mean',
  sentence,
})
const half = 'La moitié donne {value} ou moins ({interval} ; {base} réponses).'
const exampleFor = (given: object, number?: 'mean' | 'quantile', own = sentence) => {
  const questionnaire: Questionnaire = {
    ...smallQuestionnaire,
    definition: { pages: [{ name: 'page', elements: [{ type: 'slider', ...asked, ...given }] }] },
  }
  const measure = number ? { number, sentence: own } : { sentence }
  return exampleOf({ ...indicator, sentence: own }, questionnaire, measure).replace(/\s/g, ' ')
}

// « La moyenne est de 42 % », of a cursor from 0 to 10
test('the example of a mean is a number between the bounds of its question', () => {
  expect(exampleFor({ min: 0, max: 10, step: 2 }, 'mean')).toBe(
    'Envie : la moyenne est de 4,2 sur 10 (de 3,6 à 4,8 ; 212 réponses).',
  )
  expect(exampleFor({ type: 'rating', rateMin: 1, rateMax: 5 }, 'mean')).toContain('est de 2,7 sur 5 (de 2,4 à 2,9 ;')
  expect(exampleFor({ type: 'text', inputType: 'number', min: 2005, max: 2027 }, 'mean')).toContain('est de 2014,2')
  expect(exampleFor({ type: 'text', inputType: 'number' }, 'mean')).toContain('est de 42,0')
})

test('the example of a share is one', () => {
  expect(exampleFor({ min: 0, max: 10, step: 2 })).toBe('Envie : la moyenne est de 42 % (de 36 à 48 % ; 212 réponses).')
  expect(exampleFor({})).toContain('42 %')
})

// « 42,0 ou moins (de 36,0 à 48,0) », of a cursor by ten
test('the example of a median is a value that somebody can give', () => {
  expect(exampleFor({ min: 0, max: 100, step: 10 }, 'quantile', half)).toBe(
    'Envie : au moins la moitié donne 40 ou moins sur 100 (de 40 à 50 ; 212 réponses).',
  )
  const children = { type: 'text', inputType: 'number', min: 0, max: 12 }
  expect(exampleFor(children, 'quantile', half)).toContain('donne 5 ou moins (de 4 à 6 ;')
  expect(exampleFor({ ...children, min: 2005, max: 2027 }, 'quantile', half)).toContain('donne 2014 ou moins')
})
