import type { QuestionPanelDynamicModel } from 'survey-core'
import { expect, test } from 'vitest'
import { capacity } from '../../../client/answer/screens/capacity.ts'
import { progressOf, questionsOf, screensOf } from '../../../client/answer/screens/screens.ts'
import { modelOf } from '../../../surveys/answers/engine.ts'
import { answersOf } from '../../../surveys/answers/from-survey.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { publishedAs } from '../../surveys/questionnaires.ts'

const yesNo = [
  { value: 'oui', text: 'Oui' },
  { value: 'non', text: 'Non' },
]
const small = {
  slug: 'essai',
  assigned: [],
  definition: {
    pages: [
      {
        name: 'vous',
        elements: [
          { type: 'text', name: 'annee', inputType: 'number' },
          { type: 'dropdown', name: 'commune', choices: yesNo },
          { type: 'radiogroup', name: 'enfants', choices: yesNo },
        ],
      },
      {
        name: 'page_enfants',
        visibleIf: "{enfants} = 'oui'",
        elements: [
          {
            type: 'paneldynamic',
            name: 'petits',
            minPanelCount: 1,
            maxPanelCount: 3,
            templateElements: [
              { type: 'text', name: 'naissance', inputType: 'number' },
              { type: 'weekhours', name: 'semaine' },
            ],
          },
        ],
      },
      {
        name: 'encore',
        optionalPart: true,
        elements: [{ type: 'comment', name: 'mot' }],
      },
    ],
  },
} as unknown as Questionnaire

const keys = (model: ReturnType<typeof modelOf>, room: number) => screensOf(model, room).map(({ key }) => key)

test('a phone shows two short questions together and a longer one alone; a wide screen shows the page', () => {
  const model = modelOf(small, 'fr')
  const names = screensOf(model, capacity.phone).map(({ pieces }) => questionsOf(pieces).map(({ name }) => name))
  expect(names).toEqual([['annee', 'commune'], ['enfants'], ['mot']])
  expect(keys(model, capacity.wide)).toEqual(['annee', 'mot'])
})

test('a question with one answer possible is not asked, and is as soon as there is a choice', () => {
  const model = modelOf(publishedAs('jeunes-16-25'), 'fr')
  const asked = () =>
    screensOf(model, capacity.phone).flatMap(({ pieces }) => questionsOf(pieces).map(({ name }) => name))
  model.getQuestionByName('lieux').value = ['parc']
  expect(asked()).toContain('lieux')
  expect(asked()).not.toContain('lieu_principal')
  expect(answersOf(model)).toMatchObject({ lieux: ['parc'], lieu_principal: 'parc' })
  model.getQuestionByName('lieux').value = ['parc', 'gare']
  expect(asked()).toContain('lieu_principal')
  expect(answersOf(model)).toMatchObject({ lieu_principal: null })
})

test('each child has its own screens, then their cards; a screen has the same key after a child is added', () => {
  const model = modelOf(small, 'fr')
  model.setValue('enfants', 'oui')
  const one = ['petits/0/naissance', 'petits/0/semaine', 'petits/cards']
  expect(keys(model, capacity.phone).slice(2, 5)).toEqual(one)
  ;(model.getQuestionByName('petits') as QuestionPanelDynamicModel).addPanel()
  expect(keys(model, capacity.phone).slice(2, 6)).toEqual([
    ...one.slice(0, 2),
    'petits/1/naissance',
    'petits/1/semaine',
  ])
})

test('steps are the pages to be seen as the answers stand, and the time left goes down to one minute', () => {
  const model = modelOf(small, 'fr')
  const before = screensOf(model, capacity.phone)
  expect(progressOf(before, 0, 8)).toMatchObject({ step: 1, steps: 2, share: 0 })
  model.setValue('enfants', 'oui')
  const after = screensOf(model, capacity.phone)
  expect(progressOf(after, 2, 8)).toMatchObject({ step: 2, steps: 3 })
  const left = after.map((_, index) => progressOf(after, index, 8).minutesLeft)
  expect(left).toEqual([...left].sort((a, b) => b - a))
  expect(progressOf(after, after.length, 8)).toMatchObject({ step: 3, share: 1, minutesLeft: 1 })
})
