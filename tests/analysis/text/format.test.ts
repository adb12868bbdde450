import { expect, test } from 'vitest'
import { publishedEstimate } from '../../../analysis/disclosure/interval.ts'
import { amount, cell, figure, typeset } from '../../../analysis/text/format.ts'

// « (entre 47 % et 58 % ; 305 » stood alone at the end of a line of the public page.
test('what is counted is not parted from its number', () => {
  expect(typeset('305 réponses, 1 réponse, 605 enfants décrits, 12 personnes')).toBe(
    '305\u00a0réponses, 1\u00a0réponse, 605\u00a0enfants décrits, 12 personnes',
  )
})

// « 0 % » of answers that one to four people had given
test('a share of none or of all is written as what is known of it', () => {
  const share = (value: number) => publishedEstimate(value, 85, { worth: 1, peoplePerAnswer: 1, noise: 5 })
  expect([0, 0.1, 1].map((value) => cell(share(value)))).toEqual(['≤\u202f15\u202f%', '10\u202f%', '≥\u202f77\u202f%'])
  expect([0, 0.1, 1].map((value) => figure(share(value)))).toEqual([
    'au plus 15\u202f%',
    '10\u202f%',
    'au moins 77\u202f%',
  ])
})

// « La moitié donne 2 014 ou moins », of a year
test('a number that people gave is written as they wrote it', () => {
  expect([2014, 12000].map((value) => amount(value, 'number'))).toEqual(['2014', '12\u202f000'])
})
