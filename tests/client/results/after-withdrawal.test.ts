import { expect, test } from 'vitest'
import { afterWithdrawal } from '../../../client/results/publications/after-withdrawal.ts'

// of the first of three « la précédente redevient celle en cours » was false: the third stays
test('what is in force after a withdrawal is said of that very publication', () => {
  expect(afterWithdrawal(1, [3, 2, 1])).toBe('La n° 3 reste celle en cours.')
  expect(afterWithdrawal(3, [3, 1])).toBe('La n° 1 redevient celle en cours.')
  expect(afterWithdrawal(1, [1])).toBe('Aucune autre n’est en cours ensuite.')
})
