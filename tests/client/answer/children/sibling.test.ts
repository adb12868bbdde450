import type { QuestionPanelDynamicModel } from 'survey-core'
import { expect, test } from 'vitest'
import { isUntouched, shared, takeOver } from '../../../../client/answer/children/sibling.ts'
import { modelOf } from '../../../../surveys/answers/engine.ts'
import { publishedAs } from '../../../surveys/questionnaires.ts'

function twoChildren() {
  const model = modelOf(publishedAs('familles'), 'fr')
  model.setValue('enfants_a_charge', 'oui')
  const group = model.getQuestionByName('enfants') as QuestionPanelDynamicModel
  const give = (answers: Record<string, unknown>) => {
    for (const [name, value] of Object.entries(answers)) group.panels[0]!.getQuestionByName(name).value = value
  }
  return { model, group, give }
}

test('all but the year of birth is taken over, with what an answer opens', () => {
  const { group, give } = twoChildren()
  give({
    annee_naissance: 2021,
    besoin_garde: 'urgence',
    qui_garde: ['grands_parents', 'assmat'],
    garde_principale: 'assmat',
    garde_tenable: 'difficile',
  })
  group.addPanel()
  const second = { group, index: 1 }
  expect(isUntouched(second)).toBe(true)
  expect(shared(second).map(({ name }) => name)).toEqual([
    'besoin_garde',
    'qui_garde',
    'garde_principale',
    'garde_tenable',
  ])
  takeOver(second)
  const { annee_naissance, ...answers } = group.value[0]
  expect(annee_naissance).toBe(2021)
  expect(group.value[1]).toEqual(answers)
  expect(isUntouched(second)).toBe(false)
  // one child changed leaves the other as it was
  group.panels[1]!.getQuestionByName('qui_garde').value = ['grands_parents']
  expect(group.value[0].qui_garde).toEqual(['grands_parents', 'assmat'])
})

test('the first child has nobody to be like', () => {
  const { group } = twoChildren()
  expect(shared({ group, index: 0 })).toEqual([])
})
