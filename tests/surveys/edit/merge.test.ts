import fc from 'fast-check'
import { expect, test } from 'vitest'
import { insertElements, moveElement, removeElement, setProperty } from '../../../surveys/edit/elements.ts'
import { merged } from '../../../surveys/edit/merge.ts'
import { elementsIn, pathOf } from '../../../surveys/questionnaire/elements.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { draft } from './draft.ts'

const paths = (questionnaire: Questionnaire | null) => elementsIn(questionnaire!.definition).map(pathOf)
const onPage = (path: string) => ({ kind: 'page', path }) as const
const page = onPage('accueil')
const said = (title: string) => ({ type: 'comment', name: title.toLowerCase(), title })

test('what each changed elsewhere is there, whoever is asked', () => {
  const mine = { ...setProperty(draft, 'garde', 'title', 'Avez-vous une garde ?'), summary: 'Les modes de garde' }
  const theirs = setProperty(draft, 'garde', 'isRequired', true)
  const both = merged(draft, mine, theirs)
  expect(both).toEqual({ ...setProperty(mine, 'garde', 'isRequired', true) })
  expect(merged(draft, theirs, mine)).toEqual(both)
})

test('one text changed in two ways is a crossing; changed alike it is none', () => {
  const mine = setProperty(draft, 'garde', 'title', 'Une garde, chez vous ?')
  expect(merged(draft, mine, setProperty(draft, 'garde', 'title', 'Qui garde ?'))).toBeNull()
  expect(merged(draft, mine, structuredClone(mine))).toEqual(mine)
})

test('a question removed here stays removed, unless it was changed there', () => {
  const gone = removeElement(draft, 'prefere')
  expect(paths(merged(draft, gone, setProperty(draft, 'garde', 'title', 'Qui ?')))).not.toContain('prefere')
  expect(merged(draft, gone, setProperty(draft, 'prefere', 'title', 'Lequel ?'))).toBeNull()
  expect(merged(draft, setProperty(draft, 'prefere', 'title', 'Lequel ?'), gone)).toBeNull()
  expect(merged(draft, gone, structuredClone(gone))).toEqual(gone)
})

test('questions added by both stand each after the one they followed', () => {
  const mine = insertElements(draft, page, 1, [said('Mien')])
  const theirs = insertElements(draft, page, 3, [said('Leur')])
  const expected = paths(insertElements(mine, page, 4, [said('Leur')]))
  expect(paths(merged(draft, mine, theirs))).toEqual(expected)
  expect(paths(merged(draft, theirs, mine))).toEqual(expected)
  expect(paths(merged(draft, insertElements(draft, page, 0, [said('Tête')]), theirs))[0]).toBe('tête')
})

test('one code for two new questions is a crossing', () => {
  const mine = insertElements(draft, page, 0, [{ ...said('Mien'), name: 'question_1' }])
  const theirs = insertElements(draft, page, 0, [{ ...said('Leur'), name: 'question_1' }])
  expect(merged(draft, mine, theirs)).toBeNull()
})

test('a question moved here and changed there is moved, with its change', () => {
  const moved = moveElement(draft, 'prefere', page, 0)
  const both = merged(draft, setProperty(draft, 'prefere', 'isRequired', true), moved)
  expect(both).toEqual(setProperty(moved, 'prefere', 'isRequired', true))
  // two orders
  expect(merged(draft, moveElement(draft, 'modes', page, 0), moved)).toBeNull()
})

test('answers and translations of one question, added by both, are all there', () => {
  const choices = (draft.definition.pages[0]!.elements[1] as unknown as { choices: { value: string; text: unknown }[] })
    .choices
  const mine = setProperty(draft, 'modes', 'choices', [...choices, { value: 'mam', text: 'Maison d’assistantes' }])
  const theirs = setProperty(draft, 'modes', 'choices', [
    { value: 'creche', text: { default: 'Crèche', en: 'Nursery', ar: 'حضانة' } },
    ...choices.slice(1),
  ])
  expect(merged(draft, mine, theirs)).toEqual(
    setProperty(theirs, 'modes', 'choices', [
      { value: 'creche', text: { default: 'Crèche', en: 'Nursery', ar: 'حضانة' } },
      ...choices.slice(1),
      { value: 'mam', text: 'Maison d’assistantes' },
    ]),
  )
})

test('the same question moved to two pages is a crossing', () => {
  const pages = ['un', 'deux', 'trois'].map((name) => ({ name, elements: [said(`Texte-${name}`)] }))
  const base: Questionnaire = { ...draft, definition: { pages } }
  const path = paths(base)[0]!
  expect(
    merged(base, moveElement(base, path, onPage('deux'), 0), moveElement(base, path, onPage('trois'), 0)),
  ).toBeNull()
})

test('lines that bear one code are not matched by it', () => {
  const twice = insertElements(draft, page, 0, [said('Double'), said('Double')])
  const mine = setProperty(twice, 'garde', 'isRequired', true)
  expect(merged(twice, mine, insertElements(twice, page, 0, [said('Leur')]))).toBeNull()
})

test('whatever one of them does, alone, is what stands', () => {
  const edit = fc.constantFrom<(questionnaire: Questionnaire) => Questionnaire>(
    (questionnaire) => removeElement(questionnaire, 'prefere'),
    (questionnaire) => moveElement(questionnaire, 'garde', page, 2),
    (questionnaire) => setProperty(questionnaire, 'garde', 'description', 'Aide'),
    (questionnaire) => insertElements(questionnaire, page, 0, [said('Neuf')]),
    (questionnaire) => ({ ...questionnaire, indicators: questionnaire.indicators.slice(1) }),
  )
  fc.assert(
    fc.property(edit, (one) => {
      expect(merged(draft, one(draft), draft)).toEqual(one(draft))
      expect(merged(draft, draft, one(draft))).toEqual(one(draft))
      expect(merged(draft, one(draft), one(draft))).toEqual(one(draft))
    }),
  )
})
