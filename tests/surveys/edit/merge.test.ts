import fc from 'fast-check'
import { expect, test } from 'vitest'
import { insertElements, moveElement, removeElement, setProperty } from '../../../surveys/edit/elements.ts'
import { merged as mergedWith, type Side } from '../../../surveys/edit/merge.ts'
import { pagesOf } from '../../../surveys/edit/places.ts'
import { elementsIn, frenchOf, pathOf } from '../../../surveys/questionnaire/elements.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { draft } from './draft.ts'

/** What is joined without a choice; null when something crosses. */
function merged(base: Questionnaire, mine: Questionnaire, theirs: Questionnaire): Questionnaire | null {
  const { questionnaire, crossings } = mergedWith(base, mine, theirs)
  return crossings.length === 0 ? questionnaire : null
}
const paths = (questionnaire: Questionnaire | null) => elementsIn(questionnaire!.definition).map(pathOf)
const elementOf = (questionnaire: Questionnaire, path: string) =>
  elementsIn(questionnaire.definition).find((place) => pathOf(place) === path)!.element
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

/** Every crossing settled for one of the two. */
function settled(base: Questionnaire, mine: Questionnaire, theirs: Questionnaire, side: Side): Questionnaire {
  const { crossings } = mergedWith(base, mine, theirs)
  const { questionnaire, crossings: left } = mergedWith(
    base,
    mine,
    theirs,
    new Map(crossings.map(({ place }) => [place, side])),
  )
  expect(left).toEqual([])
  return questionnaire
}

// one text written by both left all of one's own work for the other's
test('only what crosses is to be chosen, place by place; the rest is joined', () => {
  const mine = { ...setProperty(draft, 'garde', 'title', 'Une garde, chez vous ?'), summary: 'Les modes de garde' }
  const theirs = setProperty(setProperty(draft, 'garde', 'title', 'Qui garde ?'), 'prefere', 'isRequired', true)
  const { crossings } = mergedWith(draft, mine, theirs)
  expect(crossings).toEqual([
    expect.objectContaining({ mine: 'Une garde, chez vous ?', theirs: 'Qui garde ?', place: 'part\ngarde\ntitle' }),
  ])
  expect(settled(draft, mine, theirs, 'mine')).toEqual(setProperty(mine, 'prefere', 'isRequired', true))
  expect(settled(draft, mine, theirs, 'theirs')).toEqual({ ...theirs, summary: 'Les modes de garde' })
})

test('French rewritten here and translated there is both', () => {
  const theirs = setProperty(draft, 'garde', 'title', {
    default: frenchOf(elementOf(draft, 'garde').title),
    en: 'Who?',
  })
  const both = merged(draft, setProperty(draft, 'garde', 'title', 'Qui garde ?'), theirs)
  expect(elementOf(both!, 'garde').title).toEqual({ default: 'Qui garde ?', en: 'Who?' })
})

test('a question removed by one and changed by the other goes or stays, as is chosen', () => {
  const gone = removeElement(draft, 'prefere')
  const changed = setProperty(draft, 'prefere', 'title', 'Lequel ?')
  expect(paths(settled(draft, gone, changed, 'mine'))).not.toContain('prefere')
  expect(settled(draft, gone, changed, 'theirs')).toEqual(changed)
})

test('a question moved to another page keeps what was changed on the one it left', () => {
  const pages = ['un', 'deux', 'trois'].map((name) => ({ name, elements: [said(`Texte-${name}`)] }))
  const base: Questionnaire = { ...draft, definition: { pages } }
  const path = paths(base)[0]!
  const changed = setProperty(base, path, 'title', 'Autrement')
  const mine = moveElement(base, path, onPage('deux'), 0)
  expect(merged(base, mine, changed)).toEqual(setProperty(mine, path, 'title', 'Autrement'))
  expect(merged(base, changed, mine)).toEqual(setProperty(mine, path, 'title', 'Autrement'))
  const theirs = moveElement(changed, path, onPage('trois'), 1)
  expect(settled(base, mine, theirs, 'mine')).toEqual(setProperty(mine, path, 'title', 'Autrement'))
  expect(settled(base, mine, theirs, 'theirs')).toEqual(theirs)
})

test('a page removed here stays for the question that was added to it there', () => {
  const pages = ['un', 'deux'].map((name) => ({ name, elements: [said(`Texte-${name}`)] }))
  const base: Questionnaire = { ...draft, definition: { pages } }
  const gone: Questionnaire = { ...base, definition: { pages: [pages[0]!] } }
  const both = merged(base, gone, insertElements(base, onPage('deux'), 1, [said('Neuf')]))!
  expect([pagesOf(both).map(({ name }) => name), paths(both)]).toEqual([
    ['un', 'deux'],
    ['texte-un', 'neuf'],
  ])
})

test('when nothing tells two questions apart, one draft or the other has the questions', () => {
  const twice = insertElements(draft, page, 0, [said('Double'), said('Double')])
  const mine = { ...setProperty(twice, 'garde', 'isRequired', true), summary: 'À moi' }
  const theirs = insertElements(twice, page, 0, [said('Leur')])
  expect(settled(twice, mine, theirs, 'theirs')).toEqual({ ...theirs, summary: 'À moi' })
})
