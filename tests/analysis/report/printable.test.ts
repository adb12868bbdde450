import { expect, test } from 'vitest'
import { block } from '../../../analysis/report/html/html-blocks.ts'
import { printable, printableIn } from '../../../analysis/report/pdf/printable.ts'
import { type Grid, isNumber, numberColumns } from '../../../analysis/report/tree.ts'

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

// « Instagram : 55 % » stood at the right, over « 4 % »: of two lines, the words were no majority
test('a column whose cells name their number stands at the left', () => {
  const text = (words: string) => ({ kind: 'text' as const, text: words })
  const line = (...words: string[]) => ({ label: '', cells: words.map(text) })
  const own = {
    rows: [line('Instagram : 55\u202f% (49 – 61\u202f%)', '36\u202f%'), line('4\u202f% (2 – 8\u202f%)', '12\u202f%')],
  }
  expect(numberColumns(own)).toEqual([false, true])
})

// « 60 (0 – 250) » stood at the left, « de 0 à 650 » at the right, in one table and under heads at the left
test('a column of numbers has its head and all its cells on one side, words or not', () => {
  const text = (words: string) => ({ kind: 'text' as const, text: words })
  const estimate = {
    kind: 'estimate' as const,
    estimate: { value: 60, low: 0, high: 250, base: 90, effectiveBase: 90, unit: 'persons' as const, method: '' },
  }
  const line = (label: string, ...cells: Grid['rows'][number]['cells']) => ({ label, cells })
  const grid: Grid = {
    ...{ title: 'Besoin', base: '', notes: [] },
    columns: ['Plage', 'Enfants', 'Places', 'Écart', 'Lieu'],
    rows: [
      line('7 h', estimate, text('de 480 à 722 selon l’heure'), text('de 0 à 650'), text('à l’école')),
      line('8 h', { kind: 'none', why: 'too-few' }, text('non saisies'), text('–'), text('à la crèche')),
      line('9 h', estimate, text('480'), text('de 220 à 1 330'), text('120 rue du Pré')),
    ],
  }
  expect(numberColumns(grid)).toEqual([true, true, true, false])
  const page = block({ kind: 'grid', grid })
  const sides = [...page.matchAll(/<t[hd]((?: [^>]*)?)>/g)].map(([, more]) =>
    /scope="row"/.test(more!) ? 'row' : /num/.test(more!),
  )
  const each = [true, true, true, false]
  expect(sides).toEqual([false, ...each, 'row', ...each, 'row', ...each, 'row', ...each])
})
