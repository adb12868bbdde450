import { expect, test } from 'vitest'
import { countedSaid, roughly } from '../../../../client/fieldwork/words.ts'
import { answersText } from '../../../../client/parts/staff/answers.ts'

test('three answers, five to the nearest five, are said alike everywhere, and never to be five', () => {
  expect(roughly(5)).toBe('Entre 3 et 7 réponses')
  expect(answersText(5, 'open')).toBe('entre 3 et 7')
  expect(roughly(0)).toBe('Moins de 5 réponses')
  expect(answersText(0, 'open')).toBe('moins de 5')
  expect(roughly(25)).toBe('Environ 25 réponses')
  expect(answersText(25, 'open')).toBe('environ 25')
  // a trial counts one by one
  expect(answersText(5, 'trial')).toBe('5')
})

test('how many are hoped for is said from the first answer on, and before it', () => {
  const said = (total: number, hoped: number | null, aside = 0) =>
    countedSaid({ total, aside, targets: { total: hoped } as Parameters<typeof countedSaid>[0]['targets'] })
  expect(said(120, 400)).toBe('Environ 120 réponses, sur 400 espérées.')
  expect(said(0, 400)).toBe('Moins de 5 réponses pour l’instant. Vous en espérez 400.')
  expect(said(0, null)).toBe('Moins de 5 réponses pour l’instant.')
  expect(said(0, 400, 10)).toMatch(/mises de côté\. Vous en espérez 400\.$/)
})
