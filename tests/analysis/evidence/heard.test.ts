import { expect, test } from 'vitest'
import { countedAs, peopleOf } from '../../../analysis/evidence/heard/counts.ts'
import { busiestOf, presenceOf, type Round } from '../../../analysis/evidence/heard/presence.ts'

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

test('what was heard is counted as what it is, never as a share', () => {
  const encounters = [
    { kind: 'interview', people: 1 },
    { kind: 'interview', people: 3 },
    { kind: 'focus-group', people: 6 },
    { kind: 'walk', people: 5 },
  ] as const
  expect(plain(countedAs(encounters))).toBe('2 entretiens, 1 groupe d’échange et 1 marche avec des jeunes')
  expect(countedAs([])).toBe('')
  expect(peopleOf(encounters)).toBe(15)
})

const round = (place: string, moment: Round['moment'], counts: Round['counts']): Round => ({
  place,
  moment,
  day: '2026-05-04',
  counts,
})

test('« personne » weighs in the mean of a place and moment; where nobody of the team went is not 0', () => {
  const rounds = [
    round('Parc', 'evening', { '15-17': 6 }),
    round('Parc', 'evening', {}),
    round('Parc', 'evening', { '11-14': 1, '18-25': 2 }),
    round('Arrêt', 'midday', {}),
  ]
  const [stop, park] = presenceOf(rounds)
  expect([stop!.place, park!.place]).toEqual(['Arrêt', 'Parc'])
  const cell = (row: typeof park, moment: string) => row!.cells.find((one) => one.moment === moment)
  expect(cell(park, 'evening')).toEqual({ moment: 'evening', rounds: 3, mean: 3 })
  expect(cell(park, 'midday')).toEqual({ moment: 'midday', rounds: 0, mean: null })
  expect(cell(stop, 'midday')).toEqual({ moment: 'midday', rounds: 1, mean: 0 })
})

test('the busiest place is named only once three rounds say so, and never when nobody is there', () => {
  const busy = [1, 2].map(() => round('Stade', 'afternoon', { '15-17': 40 }))
  expect(busiestOf(presenceOf(busy))).toBeNull()
  const thrice = [...busy, round('Stade', 'afternoon', { '15-17': 10 })]
  expect(busiestOf(presenceOf(thrice))).toMatchObject({ place: 'Stade', moment: 'afternoon', rounds: 3, mean: 30 })
  expect(busiestOf(presenceOf([1, 2, 3].map(() => round('Stade', 'night', {}))))).toBeNull()
})
