import type { QuestionPanelDynamicModel } from 'survey-core'
import { expect, test } from 'vitest'
import { begin, beginning } from '../../../client/answer/session/begin.ts'
import { answersOf } from '../../../surveys/answers/from-survey.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'

const families = founding().find(({ slug }) => slug === 'familles')!

const week = [{ week: null, day: 1, from: 16, to: 36 }]
const given = {
  enfants_a_charge: 'oui',
  commune: '81271',
  foyer: 'couple',
  arrivee: 'non',
  horaires: ['nuit', 'samedi'],
  horaires_qui: 'moi',
  enfants: [
    {
      annee_naissance: 2022,
      besoin_garde: 'chaque_semaine',
      semaine: week,
      qui_garde: ['assmat', 'grands_parents'],
      garde_principale: 'assmat',
      garde_souhaitee: 'creche',
      garde_obstacles: ['other'],
      'garde_obstacles-Comment': 'trop loin',
    },
    { annee_naissance: 2019, besoin_garde: 'vacances', vacances_garde: 'parents' },
  ],
  manque: 'souvent',
  accord_quotidien: ['accord'],
  difficultes: ['logement'],
}

const opened = (data: object = given) =>
  begin(families, { ...beginning(families, 'web', false), data: structuredClone(data) as never }, 'fr', true).model
const childrenOf = (model: ReturnType<typeof opened>) =>
  model.getQuestionByName('enfants') as unknown as QuestionPanelDynamicModel

test('an answer changed by mistake and changed back takes nothing with it but the consents, which are asked for again', () => {
  const model = opened()
  const before = answersOf(model)
  model.setValue('enfants_a_charge', 'non')
  expect(answersOf(model)).not.toHaveProperty('enfants')
  expect(model.data).not.toHaveProperty('enfants')
  model.setValue('enfants_a_charge', 'oui')
  const { difficultes: _, entourage: __, ...others } = before
  expect(answersOf(model)).toEqual({ ...others, accord_quotidien: null })
  model.setValue('accord_quotidien', ['accord'])
  expect(answersOf(model)).toEqual(before)
})

test('the answers of one child come back to that child', () => {
  const model = opened()
  const before = answersOf(model)
  expect(JSON.stringify(before)).toMatch(/"garde_principale":"assmat".*trop loin/)
  const [first] = childrenOf(model).panels
  first!.getQuestionByName('besoin_garde')!.value = 'non'
  expect(first!.getQuestionByName('semaine')!.isEmpty()).toBe(true)
  first!.getQuestionByName('besoin_garde')!.value = 'une_sur_deux'
  first!.getQuestionByName('besoin_garde')!.value = 'chaque_semaine'
  expect(answersOf(model)).toEqual(before)
})

test('what the person emptied, or removed, does not come back', () => {
  const model = opened()
  model.getQuestionByName('horaires')!.clearValue()
  childrenOf(model).removePanel(1)
  model.setValue('enfants_a_charge', 'non')
  model.setValue('enfants_a_charge', 'oui')
  expect(model.getQuestionByName('horaires')!.isEmpty()).toBe(true)
  expect(childrenOf(model).panels).toHaveLength(1)
})

// « Oui » again had one child of three
test('children described one after the other all come back', () => {
  const model = opened({ enfants_a_charge: 'oui', commune: '81271' })
  const group = childrenOf(model)
  for (const [at, year] of [2021, 2018, 2015].entries()) {
    if (at > 0) group.addPanel()
    group.panels[at]!.getQuestionByName('annee_naissance')!.value = year
    group.panels[at]!.getQuestionByName('besoin_garde')!.value = 'vacances'
  }
  const before = answersOf(model)
  model.setValue('enfants_a_charge', 'non')
  model.setValue('enfants_a_charge', 'oui')
  expect(answersOf(model)).toEqual(before)
})
