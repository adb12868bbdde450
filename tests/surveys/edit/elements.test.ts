import { expect, test } from 'vitest'
import {
  duplicateElement,
  insertCopies,
  mayStandIn,
  moveElement,
  newElement,
  numbersOf,
  stepOf,
  withType,
} from '../../../surveys/edit/elements.ts'
import { addPage, duplicatePage, movePage } from '../../../surveys/edit/pages.ts'
import { allElements, findElement, pagesOf, setElement } from '../../../surveys/edit/places.ts'
import { brokenBy, readersOf } from '../../../surveys/edit/readers.ts'
import type { DefinitionElement } from '../../../surveys/questionnaire/questionnaire.ts'
import { languageProblems } from '../../../surveys/review/language.ts'
import { type QuestionType, typeNames } from '../../../surveys/types/catalogue.ts'
import { draft } from './draft.ts'

const names = (questionnaire: typeof draft, page: string) =>
  pagesOf(questionnaire)
    .find(({ name }) => name === page)!
    .elements.map(({ name }) => name)

test('a change makes a new draft and leaves the old one as it was', () => {
  const before = JSON.stringify(draft)
  const after = setElement(draft, 'enfants.age', (element) => ({ ...element, title: 'Quel âge ?' }))
  expect(findElement(after, 'enfants.age')!.element.title).toBe('Quel âge ?')
  expect(JSON.stringify(draft)).toBe(before)
  expect(after.definition.pages[0]).toBe(draft.definition.pages[0])
})

test('a question steps within its page, then on to the next one, and stops at the very end', () => {
  expect(stepOf(draft, 'garde', 1)).toEqual({ holder: { kind: 'page', path: 'accueil' }, at: 1 })
  expect(stepOf(draft, 'prefere', 1)).toEqual({ holder: { kind: 'page', path: 'enfants_page' }, at: 0 })
  expect(stepOf(draft, 'garde', -1)).toBeNull()
  const to = stepOf(draft, 'prefere', 1)!
  const moved = moveElement(draft, 'prefere', to.holder, to.at)
  expect(names(moved, 'accueil')).toEqual(['garde', 'modes'])
  expect(names(moved, 'enfants_page')).toEqual(['prefere', 'enfants'])
})

test('a question of a repeated panel stays in it: its answers belong to the rows', () => {
  expect(mayStandIn(draft, 'enfants.age', { kind: 'page', path: 'accueil' })).toBe(false)
  expect(mayStandIn(draft, 'garde', { kind: 'group', path: 'enfants' })).toBe(false)
  expect(stepOf(draft, 'enfants.age', -1)).toBeNull()
  expect(moveElement(draft, 'garde', { kind: 'group', path: 'enfants' }, 0)).toBe(draft)
})

test('a question moved before the one it depends on is reported, and one moved harmlessly is not', () => {
  const page = { kind: 'page', path: 'accueil' } as const
  const before = moveElement(draft, 'modes', page, 0)
  expect(brokenBy(draft, before)).toEqual([
    expect.stringContaining('«\u202fQuels modes ?\u202f» dépend de la réponse à «\u202fUne garde ?\u202f»'),
  ])
  expect(brokenBy(before, draft)).toEqual([])
  const later = moveElement(draft, 'modes', page, 2)
  expect(brokenBy(draft, later).join()).toContain('reprend les réponses de «\u202fQuels modes ?\u202f»')
})

// « Une garde ? » was said to depend on itself, and so was each question of the page
test('a page that depends on a question moved into it says so itself, once', () => {
  const into = moveElement(draft, 'garde', { kind: 'page', path: 'enfants_page' }, 0)
  const own = brokenBy(draft, into).filter((sentence) => sentence.includes('page'))
  expect(own).toEqual([
    expect.stringMatching(
      /^La page .* dépend de la réponse à «\u202fUne garde \?\u202f», qui ne serait plus posée avant elle\.$/,
    ),
  ])
  expect(brokenBy(draft, into).join()).not.toContain('«\u202fUne garde ?\u202f» dépend')
})

test('who reads a question is known: conditions, answers taken up, indicators', () => {
  expect(readersOf(draft, 'garde').map(({ path, how }) => `${path} ${how}`)).toEqual([
    'enfants_page visibleIf',
    'modes visibleIf',
    'prefere visibleIf',
    'garde indicator',
    'ecole indicator',
  ])
  expect(readersOf(draft, 'enfants.age').map(({ path }) => path)).toEqual(['enfants.ecole'])
  expect(readersOf(draft, 'prefere')).toEqual([])
})

test('a copy has codes of its own, and its conditions read the copies', () => {
  const { questionnaire, path } = duplicateElement(draft, 'enfants')
  expect(path).toBe('enfants_2')
  const inside = allElements(questionnaire).filter(({ parent }) => parent === 'enfants_2')
  expect(inside.map(({ element }) => element.name)).toEqual(['age_2', 'ecole_2'])
  expect(inside[1]!.element.visibleIf).toBe('{panel.age_2} >= 3')
  const page = duplicatePage(draft, 'accueil')
  expect(findElement(page, 'prefere_2')!.element).toMatchObject({ choicesFromQuestion: 'modes_2' })
  expect(findElement(page, 'modes_2')!.element.visibleIf).toBe("{garde_2} = 'oui'")
})

test('every type the review allows can be added, and says nothing outside the language', () => {
  for (const type of typeNames) {
    const fresh = newElement(draft, type)
    const filled =
      fresh.type === 'panel' || fresh.type === 'paneldynamic'
        ? { ...fresh, [fresh.type === 'panel' ? 'elements' : 'templateElements']: [newElement(draft, 'text')] }
        : fresh
    const { questionnaire } = insertCopies(draft, { kind: 'page', path: 'accueil' }, 99, [filled])
    expect([type, languageProblems(questionnaire)]).toEqual([type, []])
  }
})

test('pages are added where one stands, and moved', () => {
  const added = addPage(draft, 'fin', 'accueil')
  expect(pagesOf(added).map(({ name }) => name)).toEqual(['accueil', 'fin', 'enfants_page'])
  expect(pagesOf(movePage(added, 'fin', 2)).map(({ name }) => name)).toEqual(['accueil', 'enfants_page', 'fin'])
  expect(movePage(added, 'accueil', 0)).toBe(added)
})

test('questions are numbered as people meet them; groups and repeated panels have no number', () => {
  expect([...numbersOf(draft)]).toEqual([
    ['garde', 1],
    ['modes', 2],
    ['prefere', 3],
    ['enfants.age', 4],
    ['enfants.ecole', 5],
  ])
})

test('a draft with nothing in it, or something broken, is walked without falling', () => {
  const broken = { ...draft, definition: { pages: [null, { name: 'vide' }, { name: 'a', elements: [null, 3] }] } }
  expect(allElements(broken as unknown as typeof draft)).toEqual([])
  expect(allElements({ ...draft, definition: { pages: [] } })).toEqual([])
})

test('another type keeps the lines and answers it has room for, and names the lists that it has not', () => {
  const [lines, columns] = [
    [{ value: 'lundi', text: 'Lundi' }],
    [
      { value: 'oui', text: 'Oui' },
      { value: 'non', text: 'Non' },
    ],
  ]
  const of = (type: QuestionType, own: object): DefinitionElement => ({
    ...newElement(draft, type),
    ...own,
  })
  const to = (element: DefinitionElement, type: QuestionType) => withType(element, newElement(draft, type))
  const grid = of('matrix', { rows: lines, columns, title: 'Quels jours ?' })
  expect(to(grid, 'matrixcheckbox')).toEqual([
    { ...of('matrixcheckbox', grid), type: 'matrix', cellType: 'checkbox' },
    [],
  ])
  expect(to(grid, 'numbers')).toMatchObject([{ rows: lines, title: 'Quels jours ?' }, ['choices']])
  expect(to(grid, 'radiogroup')).toMatchObject([{ choices: columns }, ['lines']])
  expect(to(grid, 'comment')[1]).toEqual(['lines', 'choices'])
  expect(Array.isArray(to(grid, 'comment')[0].rows)).toBe(false)
  const choice = of('radiogroup', { choices: columns.map((one) => ({ ...one, picture: 'none' })) })
  expect(to(choice, 'matrix')).toMatchObject([{ columns }, []])
  expect(to(of('numbers', { min: 2, max: 9 }), 'number')[0]).toMatchObject({ min: 2, max: 9 })
  // lines that nobody wrote are not missed
  expect(to(newElement(draft, 'matrix'), 'comment')[1]).toEqual([])
})
