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
const exampleFor = (given: object, measure?: { isNumber?: true }) => {
  const questionnaire: Questionnaire = {
    ...smallQuestionnaire,
    definition: { pages: [{ name: 'page', elements: [{ type: 'slider', ...asked, ...given }] }] },
  }
  return exampleOf(indicator, questionnaire, measure).replace(/\s/g, ' ')
}

// « La moyenne est de 42 % », of a cursor from 0 to 10
test('the example of a mean is a number between the bounds of its question', () => {
  const mean = { isNumber: true } as const
  expect(exampleFor({ min: 0, max: 10, step: 2 }, mean)).toBe('La moyenne est de 4,2 (de 3,6 à 4,8 ; 212 réponses).')
  expect(exampleFor({ type: 'rating', rateMin: 1, rateMax: 5 }, mean)).toContain('est de 2,7 (de 2,4 à 2,9 ;')
  expect(exampleFor({ type: 'text', inputType: 'number', min: 2005, max: 2027 }, mean)).toContain('est de 2014,2')
  expect(exampleFor({ type: 'text', inputType: 'number' }, mean)).toContain('est de 42,0')
})

test('the example of a share is one', () => {
  expect(exampleFor({ min: 0, max: 10, step: 2 }, {})).toBe('La moyenne est de 42 % (de 36 à 48 % ; 212 réponses).')
  expect(exampleFor({})).toContain('42 %')
})
