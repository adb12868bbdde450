import { expect, test } from 'vitest'
import { inReadingOrder } from '../../../analysis/findings/finding.ts'

// an objective began with a result that concludes nothing, with others below it that do
test('an objective begins with what concludes, from the questionnaire that asks most about it', () => {
  const of = (objective: number, indicator: string, strength: 'fragile' | 'non concluant', questionnaire = 'b') => ({
    objective,
    indicator,
    strength,
    questionnaire,
  })
  const findings = [
    of(2, 'alone', 'non concluant'),
    of(1, 'beside', 'fragile', 'a'),
    of(1, 'open', 'non concluant'),
    of(1, 'first', 'fragile'),
    of(1, 'second', 'fragile'),
    of(1, 'open beside', 'non concluant', 'a'),
  ]
  const said = inReadingOrder(findings).map(({ indicator }) => indicator)
  expect(said).toEqual(['first', 'second', 'beside', 'open', 'open beside', 'alone'])
})
