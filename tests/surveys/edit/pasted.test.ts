import { expect, test } from 'vitest'
import { cellsIn, pastedTexts } from '../../../surveys/edit/pasted.ts'
import { setTexts, textsOf } from '../../../surveys/edit/texts.ts'
import { smallQuestionnaire } from '../../api/fixture.ts'

const rows = textsOf(smallQuestionnaire).slice(-4)
const changed = (text: string) => {
  const pasted = pastedTexts(rows, 'en', text)
  if ('problem' in pasted) return pasted.problem
  return textsOf(setTexts(smallQuestionnaire, pasted.changes))
    .slice(-4)
    .map(({ texts }) => texts.en)
}

test('cells keep their tabs, lines and quotes when the spreadsheet quotes them', () => {
  expect(cellsIn('a\tb\r\nc\t"d ""e""\nf"\n')).toEqual([
    ['a', 'b'],
    ['c', 'd "e"\nf'],
  ])
  expect(cellsIn('')).toEqual([])
  expect(cellsIn('a\n\nb')).toEqual([['a'], [''], ['b']])
})

test('a column goes beside the texts in order; its heading and its empty cells change nothing', () => {
  expect(changed('One\nYes\nNo\nWhy?')).toEqual(['One', 'Yes', 'No', 'Why?'])
  expect(changed('English\nOne\n\nNo\nWhy?\n')).toEqual(['One', '', 'No', 'Why?'])
})

test('a column that is too short or too long changes nothing, and the two numbers are given', () => {
  expect(changed('One\nYes')).toContain('2 lignes collées pour 4 textes')
  expect(changed('1\n2\n3\n4\n5')).toContain('5 lignes collées pour 4 textes')
  expect(changed(' \n')).toContain('rien à coller')
})

test('with the keys beside them, texts find their place in any order', () => {
  expect(changed('pourquoi:title\tWhy?\ngarde:title\tOne')).toEqual(['One', '', '', 'Why?'])
  expect(changed('Repère\tEnglish\ngarde:choices.oui.text\tYes')).toEqual(['', 'Yes', '', ''])
})

test('what « Copier pour un tableur » copies is taken back whole, each language in its column', () => {
  const copied = (heading: string, english: string) =>
    `${heading}\ngarde:title\tPage 1\tQuestion\t${english}\tسؤال\nhors:title\tPage 9\tQuestion\tOut\tx`
  const heading = 'Repère\tOù\tQuoi\tAnglais\tArabe'
  expect(pastedTexts(rows, 'en', copied(heading, 'One').replace(/\nhors.*/, ''))).toMatchObject({
    changes: [
      { language: 'en', words: 'One' },
      { language: 'ar', words: 'سؤال' },
    ],
  })
  expect(changed(copied(heading, 'One'))).toContain('hors:title')
  expect(changed(copied('Repère\tOù\tQuoi\tAnglais\tAllemand', 'One'))).toContain('«\u202fAllemand\u202f»')
  expect(changed(copied('Repère\tOù\tQuoi\tAnglais\tAnglais', 'One'))).toContain('deux fois')
})

test('a key that is not in the questionnaire, or too many columns, changes nothing and is reported', () => {
  expect(changed('garde:titre\tOne')).toContain('garde:titre')
  expect(changed('a\tb\tc')).toContain('3 colonnes')
  expect(changed([...'abcdef'].map((key) => `${key}\tOne`).join('\n'))).toContain('«\u202fe\u202f»… Rien n’a été')
})
