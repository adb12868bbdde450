import { expect, test } from 'vitest'
import { roughly } from '../../../client/fieldwork/words.ts'

test('three answers, five to the nearest five, are not said to be five', () => {
  expect(roughly(5)).toBe('Entre 3 et 7 réponses')
  expect(roughly(25)).toBe('Environ 25 réponses')
})
