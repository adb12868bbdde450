import { describe, expect, test } from 'vitest'
import type { DefinitionElement, Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { objections } from '../../../surveys/review/successor.ts'
import { publishedAs } from '../questionnaires.ts'

const first = publishedAs('tous-les-types')

function next(
  change: (element: (name: string) => DefinitionElement, questionnaire: Questionnaire) => void,
): Questionnaire {
  const questionnaire = { ...structuredClone(first), version: 2 }
  const elements = questionnaire.definition.pages.flatMap((page) => page.elements)
  const rows = elements.flatMap((element) => (element.templateElements as DefinitionElement[] | undefined) ?? [])
  change((name) => [...elements, ...rows].find((element) => element.name === name)!, questionnaire)
  return questionnaire
}
const codesOf = (questionnaire: Questionnaire) =>
  objections(first, questionnaire).map(({ path, code }) => `${path} ${code}`)

test('words, order, new choices and new questions may come', () => {
  const second = next((element, { definition }) => {
    element('garde').title = 'Autrement dit'
    ;(element('garde').choices as unknown[]).unshift({ value: 'souvent', text: 'Souvent' })
    definition.pages.reverse()
    definition.pages[0]!.elements.push({ ...element('garde'), name: 'nouvelle' })
  })
  expect(codesOf(second)).toEqual([])
})

describe('refused', () => {
  test.each<[string, Parameters<typeof next>[0], string[]]>([
    ['a question of another kind', (element) => Object.assign(element('garde'), { type: 'checkbox' }), ['garde kind']],
    ['a choice that disappears', (element) => (element('garde').choices as unknown[]).pop(), ['garde choice-gone']],
    [
      'a special answer that disappears',
      (element) => Object.assign(element('commune'), { showRefuseItem: false }),
      ['commune choice-gone'],
    ],
    [
      'a change in a row',
      (element) => Object.assign(element('annee_naissance'), { inputType: 'text', min: undefined, max: undefined }),
      ['enfants.annee_naissance kind'],
    ],
    [
      'a column of a matrix that disappears',
      (element) => (element('services').columns as unknown[]).shift(),
      ['services.creche choice-gone', 'services.centre choice-gone'],
    ],
    ['another scale', (element) => Object.assign(element('note'), { rateMax: 5 }), ['note scale']],
    [
      'a semantic that moves',
      (element) => Object.assign(element('commune'), { role: 'household-weight' }),
      ['commune role'],
    ],
    ['another unit', (_, questionnaire) => Object.assign(questionnaire, { unit: 'persons' }), [' unit']],
    ['a version out of turn', (_, questionnaire) => Object.assign(questionnaire, { version: 4 }), [' version']],
    ['a drawn value that disappears', (_, { assigned }) => assigned[0]!.values.pop(), ['niveau_prix choice-gone']],
  ])('%s', (_, change, expected) => {
    expect(codesOf(next(change))).toEqual(expected)
  })
})

test('each objection says in French what to do', () => {
  const [objection] = objections(
    first,
    next((element) => Object.assign(element('garde'), { type: 'checkbox' })),
  )
  expect(objection?.message).toBe(
    'Cette question était «\u202fchoix unique\u202f» et devient «\u202fcases à cocher\u202f»\u202f: lui donner un nouveau code.',
  )
})
