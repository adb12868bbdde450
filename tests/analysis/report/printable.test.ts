import { expect, test } from 'vitest'
import { printable, printableIn } from '../../../analysis/report/pdf/printable.ts'

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

test('every text of plain data is looked at, and nothing else changes', () => {
  expect(printableIn({ a: ['x 🙂', 3, null], b: { c: true } })).toEqual({ a: ['x ', 3, null], b: { c: true } })
})
