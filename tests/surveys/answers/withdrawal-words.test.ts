import { expect, test } from 'vitest'
import { codeLength, newCode } from '../../../surveys/answers/withdrawal-words.ts'

test('the twelve words are all different: a draw that holds one twice is made again', () => {
  let draws = 0
  const code = newCode((numbers) => {
    draws++
    return numbers.fill(7).map((same, place) => (draws === 1 ? same : place))
  })
  expect(draws).toBe(2)
  expect(new Set(code).size).toBe(codeLength)
})
