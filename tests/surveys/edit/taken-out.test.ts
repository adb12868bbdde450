import { expect, test } from 'vitest'
import { measureRules } from '../../../analysis/measures/catalogue.ts'
import { insertCopies } from '../../../surveys/edit/elements.ts'
import { withParameters } from '../../../surveys/edit/parameters.ts'
import { findElement, setElement } from '../../../surveys/edit/places.ts'
import { proposedIndicators } from '../../../surveys/edit/proposals.ts'
import { outermost, takenOut } from '../../../surveys/edit/taken-out.ts'
import { reviewQuestionnaire } from '../../../surveys/review/review.ts'
import { draft } from './draft.ts'

const elementAt = (questionnaire: typeof draft, path: string) => findElement(questionnaire, path)!.element

test('a repeated panel takes its questions along, once', () => {
  const paths = ['enfants', 'enfants.age', 'enfants.ecole', 'garde']
  expect(outermost(draft, paths).map(({ path }) => path)).toEqual(['garde', 'enfants'])
  expect(outermost(draft, ['enfants.age']).map(({ path }) => path)).toEqual(['enfants.age'])
  expect(outermost(draft, [])).toEqual([])
})

test('questions taken out read nothing that is left behind', () => {
  const both = takenOut(draft, ['prefere', 'modes'])
  expect(both.elements.map(({ name, visibleIf }) => [name, visibleIf])).toEqual([
    ['modes', undefined],
    ['prefere', "{modes} anyof ['creche', 'assmat'] or {modes} empty"],
  ])
  expect(both.loosened).toEqual(['modes', 'prefere'])
  const [alone] = takenOut(draft, ['prefere']).elements
  expect(alone).toMatchObject({ name: 'prefere', choices: elementAt(draft, 'modes').choices })
  expect([alone!.visibleIf, alone!.choicesFromQuestion]).toEqual([undefined, undefined])
  // a question of a row has no row to read elsewhere
  expect(takenOut(draft, ['enfants.ecole']).elements[0]).not.toHaveProperty('visibleIf')
  expect(takenOut(draft, ['enfants']).elements[0]).toEqual(elementAt(draft, 'enfants'))
})

test('what is taken out brings the parameters it asks for, and what was drawn by lot is not read any more', () => {
  const asking = {
    ...setElement(draft, 'garde', (element) => ({
      ...element,
      title: 'Une garde à %{ville} ?',
      visibleIf: "{tirage} = 'a'",
    })),
    assigned: [{ name: 'tirage', values: ['a', 'b'] }],
    parameters: ['ville', 'prix'].map((name) => ({
      name,
      title: name,
      help: '',
      kind: 'text' as const,
      provisional: '…',
    })),
  }
  const { elements, parameters } = takenOut(asking, ['garde'])
  expect(parameters.map(({ name }) => name)).toEqual(['ville'])
  expect(elements[0]!.visibleIf).toBeUndefined()
  const page = { kind: 'page', path: 'accueil' } as const
  const there = withParameters(insertCopies(draft, page, 0, elements).questionnaire, parameters)
  expect(there.parameters.map(({ name }) => name)).toContain('ville')
})

test('each question without an indicator gets one that its review accepts', () => {
  const proposals = proposedIndicators(draft, measureRules)
  expect(
    proposals.map(({ indicator: { field, measure, unit, objective } }) => [field, measure, unit, objective]),
  ).toEqual([
    ['modes', 'shares', 'households', 1],
    ['prefere', 'shares', 'households', 1],
    ['enfants.age', 'numeric', 'children', 1],
  ])
  expect(proposals[0]!.indicator.title).toBe('Quels modes')
  const written = { ...draft, indicators: [...draft.indicators, ...proposals.map(({ indicator }) => indicator)] }
  const faults = (questionnaire: typeof draft) =>
    reviewQuestionnaire(questionnaire, { measures: measureRules }).toFix.filter(({ path }) => path === 'indicators')
  expect(faults(written)).toEqual(faults(draft))
  expect(proposedIndicators(written, measureRules)).toEqual([])
})
