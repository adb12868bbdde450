import { expect, test } from 'vitest'
import { printable, printableIn } from '../../../analysis/report/pdf/printable.ts'
import { isNumber } from '../../../analysis/report/tree.ts'

test('what the typeface has stays: French, quotes, narrow spaces, units', () => {
  const text = '« Où va l’élève ? » : 42,3\u202f% – 8\u00a0h\u00a030, œuvre, Ÿ, €, ≥, → non'
  expect(printable(text)).toBe(text)
  expect(printable('donc ⇒ non')).toBe('donc => non')
})

test('what it has not never stops a document: emojis go, rare accents too, another script is a question mark', () => {
  expect(printable('Super 👍🏽 !')).toBe('Super  !')
  expect(printable('Ṭaha et cafe\u0301')).toBe('Taha et café')
  expect(printable('مرحبا')).toBe('?????')
})

// The printed page in Arabic was question marks from end to end.
test('a document with the Arabic typeface keeps its letters, vowel signs and marks', () => {
  const text = 'ما قلتموه لنا: «نعم، غالبًا» أو ربما؟'
  expect(printable(text, true)).toBe(text)
  expect(printableIn({ a: [text] }, true)).toEqual({ a: [text] })
  expect(printable('漢 🙂', true)).toBe('? ')
})

test('every text of plain data is looked at, and nothing else changes', () => {
  expect(printableIn({ a: ['x 🙂', 3, null], b: { c: true } })).toEqual({ a: ['x ', 3, null], b: { c: true } })
})

// « 940 50 à 5 090 » was read as one figure: the last column stood at the left, under a title at the right
test('a cell of numbers alone is one of a column of numbers', () => {
  const numbers = ['50 à 5 090', 'de 220 à 1\u202f330', '12 (8 à 20)', '–', '0', 'de 0 à 650']
  expect(numbers.filter((text) => !isNumber({ kind: 'text', text }))).toEqual([])
  for (const text of ['de 0 à 650 selon l’heure', 'non saisies', '2 adultes'])
    expect(isNumber({ kind: 'text', text })).toBe(false)
})
