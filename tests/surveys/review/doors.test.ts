import { expect, test } from 'vitest'
import type { DefinitionElement, Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { reviewQuestionnaire } from '../../../surveys/review/review.ts'
import { drafts } from '../questionnaires.ts'

const families = drafts.find(({ slug }) => slug === 'familles')!
const codes = (issues: readonly { code: string; path: string }[]) =>
  issues.filter(({ code }) => code.startsWith('essential')).map(({ code, path }) => [code, path])
const reviewOf = (questionnaire: Questionnaire) => {
  const { toFix, toCheck, budget } = reviewQuestionnaire(questionnaire, { measures: new Set() })
  return { toFix, toCheck, budget, fix: codes(toFix), check: codes(toCheck) }
}
/** The families' questionnaire with other marks. */
function marked(mark: (element: DefinitionElement) => boolean): Questionnaire {
  const questionnaire = structuredClone(families)
  const visit = (elements: unknown) => {
    for (const element of (elements ?? []) as DefinitionElement[]) {
      delete element.essential
      if (mark(element)) element.essential = true
      visit(element.elements)
      visit(element.templateElements)
    }
  }
  for (const page of questionnaire.definition.pages) visit(page.elements)
  return questionnaire
}

test('the families’ doors need no correction, and the budget says the time of both', () => {
  const { fix, check, budget } = reviewOf(families)
  expect([fix, check]).toEqual([[], []])
  expect(budget.short).toBeGreaterThan(1)
  expect(budget.short).toBeLessThan(2.5)
  expect(budget.minutes.median).toBeGreaterThan(2 * budget.short!)
})

test('an essential question that depends on one that is not must be corrected: its condition, its page’s, its answers', () => {
  const names = (...essential: string[]) => new Set([...essential, 'commune', 'foyer'])
  const condition = names('lieu_souhaite', 'enfants_a_charge')
  const { fix, toFix } = reviewOf(marked(({ name }) => condition.has(name)))
  expect(fix).toEqual([['essential', 'lieu_souhaite']])
  expect(toFix.find(({ code }) => code === 'essential')!.message).toContain('«\u202fVous manque-t-il une garde')
  const page = names('lieu_souhaite', 'manque')
  expect(reviewOf(marked(({ name }) => page.has(name))).fix).toContainEqual(['essential', 'manque'])
  const carried = names('enfants_a_charge', 'besoin_garde', 'garde_principale')
  expect(reviewOf(marked(({ name }) => carried.has(name))).fix).toEqual([['essential', 'enfants.garde_principale']])
})

test('no door without an essential question, nor when all are; a commune left out and a long short way are said', () => {
  const none = reviewOf(marked(() => false))
  expect([none.check, none.budget.short]).toEqual([[], null])
  const all = reviewOf(marked(() => true))
  expect([all.check, all.budget.short]).toEqual([[['essential-all', '']], null])
  expect(reviewOf(marked(({ name }) => name === 'enfants_a_charge')).check).toEqual([
    ['essential-place', 'commune'],
    ['essential-place', 'foyer'],
  ])
  expect(reviewOf(marked(({ name }) => name !== 'mot_libre')).check).toEqual([['essential-long', '']])
})
