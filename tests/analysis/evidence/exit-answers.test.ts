import { expect, test } from 'vitest'
import { type ExitTally, emptyTally, exitShown, isWorthShowing } from '../../../analysis/evidence/exit-answers.ts'

const tally = (answers: number, very: number, rather: number): ExitTally => ({
  answers,
  satisfaction: { very, rather },
  useful: { yes: answers },
})

test('ten answers say nothing, eleven say words, thirty say rounded shares', () => {
  expect(exitShown(tally(10, 10, 0))).toBeNull()
  const words = exitShown(tally(11, 8, 3))!
  expect(words.lines[0]).toBe('Cela a plu\u00a0: la plupart «\u202fbeaucoup\u202f».')
  expect(JSON.stringify(words)).not.toMatch(/%|\b8\b|\b3\b/)
  const figures = exitShown(tally(33, 22, 11))!
  expect(figures.lines[0]).toContain('65\u202f% «\u202fbeaucoup\u202f», 35\u202f% «\u202fplutôt oui\u202f»')
  expect(figures.base).toContain('35')
})

test('one more person never moves what is shown', () => {
  expect(isWorthShowing(tally(11, 11, 0), emptyTally)).toBe(true)
  expect(isWorthShowing(tally(21, 21, 0), tally(11, 11, 0))).toBe(false)
  expect(isWorthShowing(tally(22, 22, 0), tally(11, 11, 0))).toBe(true)
})

test('a question that few answered is left out, however many answered the others', () => {
  const shown = exitShown({ answers: 40, satisfaction: { very: 5 }, useful: { yes: 40 } })!
  expect(shown.lines).toHaveLength(1)
})
