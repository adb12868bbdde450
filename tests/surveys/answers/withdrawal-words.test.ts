import { expect, test } from 'vitest'
import unkindWords from '../../../surveys/answers/unkind-words.json' with { type: 'json' }
import {
  codeLength,
  codeWords,
  newCode,
  plainCode,
  wordOf,
  wordsIn,
} from '../../../surveys/answers/withdrawal-words.ts'

test('the twelve words are all different: a draw that holds one twice is made again', () => {
  let draws = 0
  const code = newCode((numbers) => {
    draws++
    return numbers.fill(7).map((same, place) => (draws === 1 ? same : place * 3 + 2))
  })
  expect(draws).toBe(2)
  expect(new Set(code).size).toBe(codeLength)
})

test('no new code holds an unkind word; those given before, which may, are read as any other', () => {
  expect(codeWords).toHaveLength(2_048)
  for (const word of ['jouissif', 'intime', 'ineptie', 'cyanure', 'arsenic', 'carnage', 'insulter'])
    expect(unkindWords).toContain(word)
  expect(unkindWords.filter((word) => !codeWords.includes(word))).toEqual([])
  for (let draw = 0; draw < 2_000; draw++)
    expect(newCode((numbers) => crypto.getRandomValues(numbers)).filter((word) => unkindWords.includes(word))).toEqual(
      [],
    )
  for (const word of unkindWords) expect(wordOf(word.slice(0, 4))).toBe(word)
  const former = unkindWords.slice(0, codeLength)
  expect(plainCode(wordsIn(former.join(' ').toUpperCase()).map((word) => wordOf(word)!))).toBe(plainCode(former))
})

test('what is left to chance in a code is 130 bits', () => {
  const kind = codeWords.length - new Set(unkindWords).size
  const bits = Array.from({ length: codeLength }, (_, place) => Math.log2(kind - place)).reduce((sum, one) => sum + one)
  expect(Math.round(bits)).toBe(130)
})
