// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { waitingText } from '../../../client/staff/reach/Reach.tsx'

// « Environ 0 personnes attendent. », of one or two
test('who waits for the results is told to the nearest five, and never as nobody', () => {
  expect([0, 5, 40].map((people) => waitingText(people, false))).toEqual([
    'Moins de 5 personnes attendent.',
    'Entre 3 et 7 personnes attendent.',
    'Environ 40 personnes attendent.',
  ])
  expect([1, 2].map((people) => waitingText(people, true))).toEqual(['Une personne attend.', '2 personnes attendent.'])
})
