import { expect, test } from 'vitest'
import { allElements } from '../../../surveys/edit/places.ts'
import { withReason } from '../../../surveys/edit/purpose.ts'
import { blankQuestionnaire } from '../../../surveys/questionnaire/blank.ts'
import type { DefinitionElement, Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { reviewQuestionnaire } from '../../../surveys/review/review.ts'

const reason = 'Pour savoir quelles places ouvrir.'
const asked = (name: string, rest = {}) => ({ type: 'boolean', name, title: `Et ${name} ?`, ...rest })
function written(why: string): Questionnaire {
  const blank = blankQuestionnaire('garde', 'La garde', { why })
  const inside = [asked('age')]
  const elements: DefinitionElement[] = [
    asked('soir'),
    asked('matin', { objectives: [1] }),
    asked('nuit', { why: 'Pour la nuit.' }),
    { type: 'paneldynamic', name: 'enfants', title: 'Vos enfants', templateElements: inside, why: reason },
    { type: 'information', name: 'merci', title: 'Merci', description: 'C’est fini.' },
  ]
  return { ...blank, definition: { pages: [{ name: 'page_1', elements }] } }
}
const reasons = (questionnaire: Questionnaire) =>
  Object.fromEntries(allElements(questionnaire).map(({ path, element }) => [path, element.why]))
const stops = (questionnaire: Questionnaire) =>
  reviewQuestionnaire(questionnaire, { measures: new Set() }).toFix.filter(({ code }) => code === 'purpose')

test('the reason of the notice goes to the questions that have neither objective nor reason, and to no other', () => {
  const before = written(reason)
  expect(stops(before)).toHaveLength(2)
  const after = withReason(before)
  expect(reasons(after)).toEqual({
    soir: reason,
    matin: undefined,
    nuit: 'Pour la nuit.',
    enfants: reason,
    'enfants.age': reason,
    merci: undefined,
  })
  expect(stops(after)).toEqual([])
})

test('a notice that gives no reason gives none', () => {
  const before = written('')
  expect(withReason(before)).toBe(before)
})
