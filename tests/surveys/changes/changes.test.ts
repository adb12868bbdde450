import { expect, test } from 'vitest'
import { changesBetween } from '../../../surveys/changes/changes.ts'
import { setTexts, textsOf } from '../../../surveys/edit/texts.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import type { DefinitionElement, Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { smallQuestionnaire } from '../../api/fixture.ts'

/** A copy of the small questionnaire, changed. */
function changed(edit: (copy: Questionnaire, elements: DefinitionElement[]) => void) {
  const copy = structuredClone(smallQuestionnaire)
  edit(copy, copy.definition.pages[0]!.elements)
  return copy
}
const changesOf = (before: Questionnaire, after: Questionnaire) =>
  changesBetween(before, after).map(({ where, sentence, before: one, after: two }) => [where, sentence, one, two])

test('an unchanged questionnaire lists no change, and so does a first version', () => {
  for (const questionnaire of founding())
    expect(changesBetween(questionnaire, structuredClone(questionnaire))).toEqual([])
  expect(changesBetween(null, smallQuestionnaire)).toEqual([])
  expect(changesBetween({} as Questionnaire, {} as Questionnaire)).toEqual([])
})

test('a text is set beside what it was, in its language', () => {
  const { at } = textsOf(smallQuestionnaire).find(({ key }) => key === 'garde:title')!
  const next = setTexts(smallQuestionnaire, [
    { at, language: 'fr', words: 'Qui garde ?' },
    { at, language: 'ar', words: 'من؟' },
  ])
  expect(changesOf(smallQuestionnaire, next)).toEqual([
    [
      'Question «\u202fQui garde ?\u202f»',
      'Texte changé\u202f: Question.',
      'Faites-vous garder un enfant ?',
      'Qui garde ?',
    ],
    ['Question «\u202fQui garde ?\u202f»', 'Texte écrit\u202f: Question, en arabe.', null, 'من؟'],
  ])
})

test('a language that is no longer offered, or comes, is said', () => {
  const next = changed((copy) => {
    copy.languages = ['fr', 'es']
  })
  expect(changesOf(smallQuestionnaire, next)).toEqual([
    ['Le questionnaire', 'Langues proposées.', 'français, français simplifié, anglais, arabe', 'français, espagnol'],
  ])
})

test('a question or a page that comes or leaves is listed once, not text by text', () => {
  const next = changed((copy) => {
    copy.definition.pages.push({
      name: 'suite',
      title: 'Suite',
      elements: [{ type: 'comment', name: 'avis', title: 'Un avis ?' }],
    })
  })
  const arrival = [
    ['Page 2 «\u202fSuite\u202f»', 'Page ajoutée.', null, 'Suite'],
    ['Question «\u202fUn avis ?\u202f»', 'Question ajoutée.', null, 'Un avis ?'],
  ]
  expect(changesOf(smallQuestionnaire, next)).toEqual(arrival)
  expect(changesOf(next, smallQuestionnaire).map(([where, sentence]) => [where, sentence])).toEqual([
    ['Page 2 «\u202fSuite\u202f»', 'Page retirée.'],
    ['Question «\u202fUn avis ?\u202f»', 'Question retirée.'],
  ])
})

test('answers offered are listed one by one, and their order only when it changed', () => {
  const next = changed((_, [garde]) => {
    garde!.choices = [
      { value: 'non', text: 'Non' },
      { value: 'oui', text: 'Oui' },
      { value: 'parfois', text: 'Parfois' },
    ]
  })
  expect(changesOf(smallQuestionnaire, next).map(([, ...rest]) => rest)).toEqual([
    ['Réponse ajoutée.', null, 'Parfois'],
    ['Réponses dans un autre ordre.', 'Oui · Non', 'Non · Oui · Parfois'],
  ])
  expect(changesOf(next, smallQuestionnaire).map(([, ...rest]) => rest)[0]).toEqual([
    'Réponse retirée.',
    'Parfois',
    null,
  ])
})

test('conditions and settings are listed with what they were', () => {
  const next = changed((_, [garde, pourquoi]) => {
    garde!.isRequired = false
    garde!.objectives = [1, 26]
    delete pourquoi!.visibleIf
    pourquoi!.sensitivity = 'sensitive'
  })
  expect(changesOf(smallQuestionnaire, next).map(([, sentence]) => sentence)).toEqual([
    'Obligatoire.',
    'Objectifs du plan.',
    'Condition retirée\u202f: affichée si.',
    'Sensible.',
  ])
})

test('a condition is shown in words, and a reworded question changes no condition that reads it', () => {
  const reworded = changed((_, [garde]) => {
    garde!.title = 'Qui garde ?'
  })
  expect(changesBetween(smallQuestionnaire, reworded).map(({ kind }) => kind)).toEqual(['text'])
  const next = changed((_, [, pourquoi]) => {
    pourquoi!.visibleIf = "{garde} = 'oui'"
  })
  const [change] = changesBetween(smallQuestionnaire, next)
  expect(change?.before).toContain('Non')
  expect(change?.after).toMatch(/«.Faites-vous garder un enfant \?.» est «.Oui.»/)
})

test('the question that moved is listed, not those it passed', () => {
  const more = (names: string[]) =>
    changed((_, elements) => elements.splice(0, 2, ...names.map((name) => ({ type: 'boolean', name, title: name }))))
  const sentences = (before: string[], after: string[]) =>
    changesBetween(more(before), more(after)).map(({ path, what }) => `${path} ${what}`)
  expect(sentences(['a', 'b', 'c', 'd'], ['d', 'a', 'b', 'c'])).toEqual(['d moved'])
  expect(sentences(['a', 'b', 'c'], ['a', 'c', 'x'])).toEqual(['x added', 'b removed'])
})

test('a question that goes to another page is moved, not removed and added', () => {
  const next = changed((copy, elements) => {
    const [question] = elements.splice(1, 1)
    copy.definition.pages.push({ name: 'suite', elements: [question!] })
  })
  expect(changesBetween(smallQuestionnaire, next).map(({ path, what, sentence }) => [path, what, sentence])).toEqual([
    ['suite', 'added', 'Page ajoutée.'],
    ['pourquoi', 'moved', 'Question déplacée vers la page 2.'],
  ])
})

test('the notice, the public and the indicators are compared too', () => {
  const indicator = {
    id: 'part',
    objective: 26,
    field: 'garde',
    measure: 'share',
    wanted: ['oui'],
    breakdowns: [],
    unit: 'households' as const,
    title: 'Garde',
    sentence: '{value} gardent.',
  }
  const next = changed((copy) => {
    copy.audience = 'everyone'
    copy.notice.lines[0]!.text = 'La mairie'
    copy.indicators = [indicator]
  })
  expect(changesOf(smallQuestionnaire, next)).toEqual([
    ['Le questionnaire', 'Public.', 'les familles', 'tout le monde'],
    ['La notice', 'Texte changé\u202f: Texte.', 'who', 'La mairie'],
    ['Indicateur «\u202fGarde\u202f»', 'Indicateur ajouté.', null, '{value} gardent.'],
  ])
  const other = { ...next, indicators: [{ ...indicator, wanted: ['non'] }] }
  expect(changesOf(next, other)).toEqual([['Indicateur «\u202fGarde\u202f»', 'Réponses comptées.', 'oui', 'non']])
})

// « Vous vivez : » stood beside « Vous vivez : », with a line break nobody sees
test('spaces and line breaks alone are no change', () => {
  const { at, texts } = textsOf(smallQuestionnaire).find(({ key }) => key === 'garde:title')!
  const spaced = setTexts(smallQuestionnaire, [{ at, language: 'fr', words: `${texts.fr.replace(' ', '  ')}\n` }])
  expect(changesBetween(smallQuestionnaire, spaced)).toEqual([])
})
