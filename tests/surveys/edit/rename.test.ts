import { expect, test } from 'vitest'
import { codeFrom, freeCode, freeValue } from '../../../surveys/edit/codes.ts'
import { findElement } from '../../../surveys/edit/places.ts'
import { brokenBy } from '../../../surveys/edit/readers.ts'
import { removePageWithReaders, removeWithReaders, renameElement, renameValue } from '../../../surveys/edit/rename.ts'
import { conditionOf, draft } from './draft.ts'

test('a code changes also in conditions, in answers taken up and in indicators', () => {
  const { questionnaire, path } = renameElement(draft, 'modes', 'modes_garde')
  expect(path).toBe('modes_garde')
  expect(conditionOf(questionnaire, 'prefere')).toBe(
    "{garde} = 'oui' and ({modes_garde} anyof ['creche', 'assmat'] or {modes_garde} empty)",
  )
  expect(findElement(questionnaire, 'prefere')!.element.choicesFromQuestion).toBe('modes_garde')
  const named = renameElement(draft, 'garde', 'accueil_jour').questionnaire
  expect(conditionOf(named, 'enfants_page')).toBe("{accueil_jour} = 'oui'")
  expect(named.indicators.map(({ field, breakdowns }) => [field, breakdowns])).toEqual([
    ['accueil_jour', []],
    ['enfants.ecole', ['accueil_jour']],
  ])
  expect(brokenBy(draft, named)).toEqual([])
})

test('in a repeated panel the rows follow, and what bears the same name outside does not', () => {
  const { questionnaire, path } = renameElement(draft, 'enfants.age', 'annees')
  expect(path).toBe('enfants.annees')
  expect(conditionOf(questionnaire, 'ecole')).toBe('{panel.annees} >= 3')
  const panel = renameElement(draft, 'enfants', 'fratrie').questionnaire
  expect(panel.indicators[1]!.field).toBe('fratrie.ecole')
  expect(conditionOf(panel, 'ecole')).toBe('{panel.age} >= 3')
})

test('the code of an answer changes in the conditions and indicators that name it, and nowhere else', () => {
  const renamed = renameValue(draft, 'garde', 'choices', 'oui', 'ouais')
  expect(conditionOf(renamed, 'modes')).toBe("{garde} = 'ouais'")
  expect(conditionOf(renamed, 'prefere')).toBe(
    "{garde} = 'ouais' and ({modes} anyof ['creche', 'assmat'] or {modes} empty)",
  )
  expect(renamed.indicators[0]!.wanted).toEqual(['ouais'])
  const other = renameValue(draft, 'modes', 'choices', 'creche', 'micro_creche')
  expect(conditionOf(other, 'prefere')).toContain("['micro_creche', 'assmat']")
  expect(conditionOf(other, 'modes')).toBe("{garde} = 'oui'")
})

test('a question leaves with the lines of conditions and the indicators that read it; the rest stays', () => {
  const without = removeWithReaders(draft, 'garde')
  expect(findElement(without, 'garde')).toBeNull()
  expect(conditionOf(without, 'modes')).toBeUndefined()
  expect(conditionOf(without, 'enfants_page')).toBeUndefined()
  expect(conditionOf(without, 'prefere')).toBe("{modes} anyof ['creche', 'assmat'] or {modes} empty")
  expect(without.indicators.map(({ id, breakdowns }) => [id, breakdowns])).toEqual([['ecole', []]])
  expect(brokenBy(draft, without)).toEqual([])
})

test('a question whose answers were taken up leaves a copy of them behind', () => {
  const without = removeWithReaders(draft, 'modes')
  const { element } = findElement(without, 'prefere')!
  expect(element.choicesFromQuestion).toBeUndefined()
  expect(element.choices).toEqual(findElement(draft, 'modes')!.element.choices)
})

test('a page and a repeated panel leave with the readers of all they hold', () => {
  expect(removeWithReaders(draft, 'enfants').indicators.map(({ id }) => id)).toEqual(['garde'])
  const without = removePageWithReaders(draft, 'accueil')
  expect(without.definition.pages.map(({ name, visibleIf }) => [name, visibleIf])).toEqual([
    ['enfants_page', undefined],
  ])
})

test('codes come from the meaningful words, and are free', () => {
  expect(codeFrom('À quel point l’accueil vous convient-il ?')).toBe('point_accueil_convient')
  expect(codeFrom('?!')).toBe('')
  expect(freeCode('garde', new Set(['garde', 'garde_2']))).toBe('garde_3')
  expect(freeCode('3_jours', new Set())).toBe('q_3_jours')
  expect(freeValue('Autre', new Set())).toBe('autre')
  expect(freeValue('', new Set(['reponse_1']))).toBe('reponse_2')
  expect(freeValue('Oui', new Set(['oui']))).toBe('oui_2')
})
