import { expect, test } from 'vitest'
import {
  isMissing,
  isReasonUntranslated,
  isToDo,
  missingIn,
  nextToDo,
  setTexts,
  textsOf,
} from '../../../surveys/edit/texts.ts'
import { languages } from '../../../surveys/languages.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { lint } from '../../../surveys/review/lint.ts'
import { smallQuestionnaire } from '../../api/fixture.ts'

const families = founding().find(({ slug }) => slug === 'familles')!
const of = (questionnaire: Questionnaire, key: string) => textsOf(questionnaire).find((row) => row.key === key)!

test('texts are listed in the order people meet them: title, notice, then each page with its questions and answers', () => {
  const rows = textsOf(smallQuestionnaire)
  expect(rows.slice(0, 3).map(({ label }) => label)).toEqual(['Titre', 'Résumé', 'Pour qui'])
  expect(rows.filter(({ path }) => path === 'notice')).toHaveLength(14)
  expect(rows.slice(17).map(({ key, part, label }) => [key, part, label])).toEqual([
    ['garde:title', 'Page 1', 'Question'],
    ['garde:choices.oui.text', 'Page 1', 'Réponse 1'],
    ['garde:choices.non.text', 'Page 1', 'Réponse 2'],
    ['pourquoi:title', 'Page 1', 'Question'],
  ])
})

test('questions of a repeated panel are named with it', () => {
  expect(textsOf(families).some(({ path }) => path.startsWith('enfants.'))).toBe(true)
})

test('a text written for the first time becomes a text in languages, and is French alone again when it is emptied', () => {
  const { at } = of(smallQuestionnaire, 'garde:title')
  const written = setTexts(smallQuestionnaire, [{ at, language: 'en', words: 'Is a child looked after?' }])
  expect(of(written, 'garde:title').texts).toMatchObject({
    fr: 'Faites-vous garder un enfant ?',
    en: 'Is a child looked after?',
    ar: '',
  })
  expect(setTexts(written, [{ at, language: 'en', words: '' }])).toEqual(smallQuestionnaire)
})

test('writing a text changes nothing of the questionnaire it starts from', () => {
  const before = structuredClone(families)
  const rows = textsOf(families)
  const written = setTexts(
    families,
    rows.map(({ at }) => ({ at, language: 'ar', words: 'نص' })),
  )
  expect(families).toEqual(before)
  expect(textsOf(written).every(({ texts }) => texts.ar === 'نص')).toBe(true)
})

test('what is missing is counted as the review counts it', () => {
  for (const questionnaire of founding()) {
    const rows = textsOf(questionnaire)
    const [, ...others] = rows
    const bare = setTexts(
      questionnaire,
      others.map(({ at }) => ({ at, language: 'en', words: '' })),
    )
    const said = lint(bare, { asked: ['en'] }).find(({ code }) => code === 'language-en')?.message
    expect(said).toContain(
      `Il manque ${missingIn(textsOf(bare), 'en').length} textes sur ${rows.filter(({ isOptional }) => !isOptional).length} en anglais`,
    )
  }
})

test('a reason not translated is not missing, yet is to be done; one not written in French is missing nowhere', () => {
  const row = textsOf(families).find(({ isOptional }) => isOptional)!
  const untold = { ...row, texts: { ...row.texts, ar: '' } }
  expect([isMissing(untold, 'ar'), isReasonUntranslated(untold, 'ar'), isToDo(untold, 'ar')]).toEqual([
    false,
    true,
    true,
  ])
  const unwritten = { ...row, texts: { ...row.texts, fr: '', ar: '' } }
  expect([isMissing(unwritten, 'fr'), isReasonUntranslated(unwritten, 'ar')]).toEqual([false, false])
  const lacking = setTexts(families, [{ at: row.at, language: 'ar', words: '' }])
  expect(nextToDo(textsOf(lacking), ['ar'], null)).toEqual({ key: row.key, language: 'ar' })
})

test('the next text to be written is found row by row, and round to the start', () => {
  const rows = textsOf(
    setTexts(smallQuestionnaire, [
      { at: ['title'], language: 'en', words: 'Childcare' },
      { at: ['summary'], language: 'ar', words: 'سؤالان' },
    ]),
  )
  expect(nextToDo(rows, ['en', 'ar'], null)).toEqual({ key: ':title', language: 'ar' })
  expect(nextToDo(rows, ['en', 'ar'], { key: ':title', language: 'ar' })).toEqual({
    key: ':summary',
    language: 'en',
  })
  const last = { key: rows.at(-1)!.key, language: 'ar' } as const
  expect(nextToDo(rows, ['en', 'ar'], last)).toEqual({ key: ':title', language: 'ar' })
  expect(nextToDo(rows, ['fr'], null)).toBe(null)
})

test('a draft broken anywhere still gives its texts', () => {
  const broken = { ...smallQuestionnaire, notice: null, definition: { pages: [null, { elements: 3 }, { name: 'b' }] } }
  expect(textsOf(broken as unknown as Questionnaire)).toHaveLength(3)
  expect(textsOf({} as Questionnaire)).toHaveLength(3)
})

// an aid written, then emptied, was to be written in every language, and « Contrôle » counted otherwise
test('what may be left empty and has been emptied is to be done in no language; a title is, in French', () => {
  const toDo = (key: string, words: string) => {
    const changes = languages.map((language) => ({ at: of(families, key).at, language, words }))
    const row = of(setTexts(families, changes), key)
    return languages.filter((language) => isToDo(row, language))
  }
  const aid = textsOf(families).find(({ key }) => key.endsWith(':description'))!.key
  expect(toDo(aid, '')).toEqual([])
  expect(toDo(aid.replace(':description', ':title'), ' ')).toEqual(['fr'])
})
