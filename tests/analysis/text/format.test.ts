import { expect, test } from 'vitest'
import { publishedEstimate } from '../../../analysis/disclosure/interval.ts'
import { amount, cell, figure, interval, printed, span, typeset } from '../../../analysis/text/format.ts'
import { countedMethod } from '../../../surveys/charts/known.ts'

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

test('a number of people of which an end is known is said as the share is', () => {
  const of = { low: 0, base: 90, effectiveBase: 90, method: '' }
  const children = { ...of, value: 0, high: 1230, unit: 'children' as const }
  expect(plainly([cell(children), figure(children)])).toEqual(['≤ 1 230', 'au plus 1 230'])
  expect(plainly([cell({ ...children, high: 0.03, unit: 'share' })])).toEqual(['≤ 3 %'])
})

// « 50 – 51 % » of a census to which every commune had answered
test('the ends of bodies counted one by one are widened by nothing', () => {
  const census = { low: 0.5, high: 0.5, unit: 'share' as const, method: countedMethod }
  expect(span(census).replace(/[\u00a0\u202f]/g, ' ')).toBe('50 %')
  expect(printed({ ...census, value: 2 / 3, low: 0.664, high: 0.893 })).toEqual({ value: 0.67, low: 0.66, high: 0.9 })
})

// « entre 2 et 2 », of a median
test('two ends that are written the same are one number', () => {
  const two = { low: 2, high: 2, unit: 'number' as const }
  expect(plainly([interval(two), span(two)])).toEqual(['intervalle : 2', '2'])
  expect(plainly([interval({ ...two, high: 3 }), span({ ...two, high: 3 })])).toEqual(['entre 2 et 3', '2 – 3'])
  expect(plainly([interval({ low: 0.5, high: 0.5, unit: 'score' })])).toEqual(['intervalle : 0,5'])
})

const plainly = (texts: string[]) => texts.map((text) => text.replace(/[\u00a0\u202f]/g, ' '))
