import { expect, test, vi } from 'vitest'
import { numberIn } from '../../../client/answer/types/Number.tsx'
import { touched } from '../../../client/answer/types/Ranking.tsx'
import { chance, newId } from '../../../client/answer/way/chance.ts'
import { inLanguage, readIn } from '../../../client/parts/inLanguage.ts'

test('a whole number is read through the spaces people write; anything else says what is expected', () => {
  expect(numberIn(' 1 200', 0, 5_000)).toEqual({ value: 1_200, why: null })
  expect(numberIn('', 0, 9)).toEqual({ value: undefined, why: null })
  expect(numberIn('2,5', 0, 9)).toEqual({ value: undefined, why: 'errors.number' })
  expect(numberIn('12', 0, 9)).toEqual({ value: undefined, why: 'errors.range', beyond: 'max' })
  // on the way to a year
  expect(numberIn('19', 2008, 2027)).toEqual({ value: undefined, why: 'errors.year' })
  expect(numberIn('1999', 2008, 2027)).toEqual({ value: undefined, why: 'errors.years', beyond: 'min' })
})

test('ranking follows the touches; the last item left places itself; a touch again takes out', () => {
  const all = ['a', 'b', 'c']
  expect(touched([], 'b', all)).toEqual(['b'])
  expect(touched(['b'], 'c', all)).toEqual(['b', 'c', 'a'])
  expect(touched(['b', 'c', 'a'], 'c', all)).toEqual(['b', 'a'])
})

test('an id is a version 4 UUID, also where the browser offers no randomUUID (plain http)', () => {
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
  expect(newId()).toMatch(uuid)
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) })
  expect(newId()).toMatch(uuid)
  expect(chance()).toBeLessThan(1)
  vi.unstubAllGlobals()
})

test('a text not translated stays in French, and is marked as French', () => {
  const text = { default: 'Bonjour', en: 'Hello' }
  expect([inLanguage(text, 'en'), readIn(text, 'en')]).toEqual(['Hello', 'en'])
  expect([inLanguage(text, 'ar'), readIn(text, 'ar')]).toEqual(['Bonjour', 'fr'])
  expect([inLanguage('Salut', 'fr-facile'), readIn('Salut', 'fr-facile')]).toEqual(['Salut', 'fr-facile'])
})
