import { expect, test } from 'vitest'
import { inLines } from '../../../client/parts/charts/bars.ts'
import { barOf, barsSpec } from '../../../client/parts/charts/specs.ts'
import { endOfShares, onOneScale } from '../../../client/results/finding/scale.ts'

// On a phone « Saint-Sulpice-la-Pointe » lost its first letter.
test('a label holds on two lines of its room: cut between words, or after a hyphen', () => {
  expect(inLines('Nord', 19, 2)).toBe('Nord')
  expect(inLines('Saint-Sulpice-la-Pointe', 19, 2)).toEqual(['Saint-Sulpice-la-', 'Pointe'])
  expect(inLines('Avec un planning connu moins de 2 semaines avant', 19, 2)).toEqual([
    'Avec un planning',
    'connu moins de 2 s…',
  ])
  // what a text holds together was left out instead
  expect(inLines('En\u00a0apprentissage', 13, 2)).toEqual(['En', 'apprentissage'])
  expect(inLines('Saint\u2011Sulpice', 9, 2)).toEqual(['Saint\u2011', 'Sulpice'])
  expect(inLines('Anticonstitutionnellement', 19, 2)).toBe('Anticonstitutionne…')
})

// « …ormation ou un mét… » on a phone
test('on a phone a long answer stands whole, on three small lines', () => {
  expect(inLines('Choisir une formation ou un métier', 21, 3)).toEqual(['Choisir une formation', 'ou un métier'])
  expect(inLines('Avec un planning connu moins de 2 semaines avant', 21, 3)).toEqual([
    'Avec un planning',
    'connu moins de 2',
    'semaines avant',
  ])
})

test('a bar of nobody says what is known of it', () => {
  const none = { value: 0, low: 0, high: 0.16, base: 85, effectiveBase: 80, unit: 'share' as const, method: 'Wilson' }
  expect(barOf('2022', none, false).text).toBe('≤\u202f16\u202f%')
})

// « Lavaur trop petit » was said of 320 answers
test('a bar without a figure says why: too small, or waiting', () => {
  expect(barOf('Lavaur', { value: null, why: 'waiting', base: 0 }, false).text).toBe('en attente')
  expect(barOf('Sud', { value: null, why: 'too-few', base: 0 }, false).text).toBe('trop petit')
})

// « Ensemble 45 % » filled the width, and 47 % of a zone under it half
test('the shares of a page are drawn on one scale, other numbers on their own', () => {
  const chart = (end: number, unit: 'share' | 'hours' = 'share') => ({
    kind: 'bars' as const,
    title: '',
    base: '',
    alt: '',
    unit,
    end,
    bars: [],
  })
  const page = { finding: { chart: chart(0.5) }, tables: [{ chart: chart(1) }, { chart: chart(20, 'hours') }] }
  const end = endOfShares(page as unknown as Parameters<typeof endOfShares>[0])
  expect(onOneScale(chart(0.5), end).end).toBe(1)
  expect(onOneScale(chart(20, 'hours'), end)).toEqual(barsSpec(chart(20, 'hours')))
})
