import { expect, test } from 'vitest'
import { saidOf } from '../../../../client/answer/question/said.ts'
import { modelOf } from '../../../../surveys/answers/engine.ts'
import type { Questionnaire } from '../../../../surveys/questionnaire/questionnaire.ts'

test('of several answers each is a text of its own, though one holds commas, and « Autre » is said in its words', () => {
  const choices = [
    { value: 'main', text: 'Un coup de main' },
    { value: 'fete', text: 'Une fête, un marché, un repas' },
  ]
  const elements = [{ type: 'checkbox', name: 'envies', choices, showOtherItem: true }]
  const questionnaire = { slug: 'essai', assigned: [], definition: { pages: [{ name: 'page', elements }] } }
  const model = modelOf(questionnaire as unknown as Questionnaire, 'fr')
  const question = model.getQuestionByName('envies')
  question.value = ['main', 'fete', 'other']
  question.comment = 'Un bal'
  expect(saidOf(question, () => '', 'fr')).toEqual(['Un coup de main', 'Une fête, un marché, un repas', 'Un bal'])
})
