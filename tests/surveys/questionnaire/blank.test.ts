import { expect, test } from 'vitest'
import { blankQuestionnaire } from '../../../surveys/questionnaire/blank.ts'
import { reviewQuestionnaire } from '../../../surveys/review/review.ts'

const toFix = (why: string, rest = {}) => {
  const blank = blankQuestionnaire('garde', 'La garde', { why, ...rest })
  return reviewQuestionnaire(blank, { measures: new Set() }).toFix
}

test('a blank page is in French alone: no other language is asked for until somebody adds one', () => {
  expect(toFix('').filter(({ code }) => code.startsWith('language-'))).toEqual([])
})

test('once it says why, its notice is complete', () => {
  expect(
    toFix('')
      .map(({ message }) => message)
      .join(),
  ).toContain('rien n’est écrit sous «\u202fPourquoi')
  expect(toFix('Pour savoir quelles places ouvrir.').filter(({ path }) => path === 'notice')).toEqual([])
})

test('begun with its three sentences, it lacks its questions alone', () => {
  const head = { summary: 'Quelles places ouvrir.', audienceText: 'Les parents de jeunes enfants.' }
  expect(toFix('Pour savoir quelles places ouvrir.', head).map(({ code, path }) => `${path}:${code}`)).toEqual([
    'page_1:elements',
  ])
})
