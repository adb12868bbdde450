import { expect, test } from 'vitest'
import { typeset } from '../../../analysis/text/format.ts'

// « (entre 47 % et 58 % ; 305 » stood alone at the end of a line of the public page.
test('what is counted is not parted from its number', () => {
  expect(typeset('305 réponses, 1 réponse, 605 enfants décrits, 12 personnes')).toBe(
    '305\u00a0réponses, 1\u00a0réponse, 605\u00a0enfants décrits, 12 personnes',
  )
})
