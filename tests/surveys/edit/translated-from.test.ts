import { expect, test } from 'vitest'
import { renameElement, renameValue } from '../../../surveys/edit/rename.ts'
import { isToCheck, setTexts, textsOf } from '../../../surveys/edit/texts.ts'
import { setTranslatedFrom, withTranslatedFrom } from '../../../surveys/edit/translated-from.ts'
import type { Language } from '../../../surveys/languages.ts'
import { materialise } from '../../../surveys/questionnaire/parameters.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { reviewQuestionnaire } from '../../../surveys/review/review.ts'
import { smallQuestionnaire } from '../../api/fixture.ts'

const title = 'garde:title'
const rowOf = (questionnaire: Questionnaire, key: string) => textsOf(questionnaire).find((row) => row.key === key)!
const written = (before: Questionnaire, key: string, language: Language, words: string) =>
  withTranslatedFrom(before, setTexts(before, [{ at: rowOf(before, key).at, language, words }]))
const toCheck = (questionnaire: Questionnaire, language: Language = 'en') =>
  textsOf(questionnaire)
    .filter((row) => isToCheck(row, language))
    .map(({ key }) => key)

const inEnglish = written(smallQuestionnaire, title, 'en', 'Is a child looked after?')
const changed = written(inEnglish, title, 'fr', 'Une autre personne garde-t-elle un enfant ?')

test('a French text changed after its translation leaves it to be read again, with the French it says', () => {
  expect(toCheck(inEnglish)).toEqual([])
  expect(toCheck(changed)).toEqual([title])
  expect(rowOf(changed, title).madeFrom).toEqual({ en: 'Faites-vous garder un enfant ?' })
  const again = written(changed, title, 'fr', 'Quelqu’un garde-t-il un enfant ?')
  expect(rowOf(again, title).madeFrom).toEqual({ en: 'Faites-vous garder un enfant ?' })
})

test('a translation written again or confirmed, and a French written back, are read no more', () => {
  expect(written(changed, title, 'en', 'Does somebody else look after a child?').translatedFrom).toBeUndefined()
  expect(written(changed, title, 'fr', 'Faites-vous garder un enfant ?').translatedFrom).toBeUndefined()
  const [note] = changed.translatedFrom!
  const confirmed = setTranslatedFrom(changed, [{ ...note!, from: rowOf(changed, title).texts.fr }])
  expect(toCheck(withTranslatedFrom(changed, confirmed))).toEqual([])
})

test('spaces alone are no change, nor is a text without translation', () => {
  expect(toCheck(written(inEnglish, title, 'fr', 'Faites-vous garder un enfant\u202f?'))).toEqual([])
  expect(written(smallQuestionnaire, title, 'fr', 'Autre chose ?').translatedFrom).toBeUndefined()
})

test('a draft written before notes were taken is complete', () => {
  const older = setTexts(inEnglish, [{ at: rowOf(inEnglish, title).at, language: 'fr', words: 'Autre chose ?' }])
  expect(toCheck(older)).toEqual([])
})

test('what is to be read again stays so under another code', () => {
  const { questionnaire } = renameElement(changed, 'garde', 'accueil')
  expect(toCheck(withTranslatedFrom(changed, questionnaire))).toEqual(['accueil:title'])
  const yes = 'garde:choices.oui.text'
  const choice = written(written(smallQuestionnaire, yes, 'en', 'Yes'), yes, 'fr', 'Oui, souvent')
  const other = withTranslatedFrom(choice, renameValue(choice, 'garde', 'choices', 'oui', 'souvent'))
  expect(toCheck(other)).toEqual(['garde:choices.souvent.text'])
})

test('the review says how many texts of a language are to be read again; what is published keeps no note', () => {
  const { toCheck: said } = reviewQuestionnaire({ ...changed, languages: ['fr', 'en'] }, { measures: new Set() })
  expect(said.find(({ code }) => code === 'language-check-en')?.message).toBe(
    'Un texte en anglais traduit un français qui a changé depuis\u202f: le relire dans «\u202fLangues\u202f».',
  )
  const { toCheck: unsaid } = reviewQuestionnaire({ ...changed, languages: ['fr'] }, { measures: new Set() })
  expect(unsaid.find(({ code }) => code === 'language-check-en')).toBeUndefined()
  expect(materialise(changed, {})).not.toHaveProperty('translatedFrom')
})
