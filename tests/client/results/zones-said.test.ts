import { expect, test } from 'vitest'
import { apart, zonesSaid } from '../../../client/results/map/zones-said.ts'

const figure = (name: string, value: number | null, half = 0.05) => ({
  name,
  text: value === null ? 'trop petit' : `${Math.round(value * 100)} %`,
  interval: '',
  estimate:
    value === null
      ? { value, why: 'too-few' as const, base: 0 }
      : {
          value,
          low: value - half,
          high: value + half,
          base: 100,
          effectiveBase: 90,
          unit: 'share' as const,
          method: 'Wilson',
        },
})
const whole = figure('Ensemble', 0.42, 0.02)

test('a map is told in words: who is above everybody, who is under, who is like them, who is too few', () => {
  const zones = [whole, figure('Nord', 0.55), figure('Sud', 0.25), figure('Lavaur', 0.44), figure('Ouest', null)]
  expect(apart(zones).map(({ name }) => name)).toEqual(['Nord', 'Sud'])
  expect(zonesSaid(zones)).toBe(
    'Nord (55 %) est au-dessus de l’ensemble (42 %), Sud (25 %) est au-dessous. L’autre zone ressemble à l’ensemble. Ouest\u202f: trop peu de réponses.',
  )
  expect(zonesSaid([whole, figure('Nord', 0.55), figure('Est', 0.6), figure('Lavaur', 0.44), figure('Sud', 0.4)])).toBe(
    'Nord (55 %) et Est (60 %) sont au-dessus de l’ensemble (42 %). Les autres zones ressemblent à l’ensemble.',
  )
})

// « trop peu de réponses » was false: the zone had 85, and a figure in the publication before
test('a zone that waits for newcomers is not said to be too few', () => {
  const waits = { ...figure('Lavaur', null), estimate: { value: null, why: 'waiting' as const, base: 0 } }
  expect(zonesSaid([whole, figure('Nord', 0.44), figure('Ouest', null), waits])).toBe(
    'Aucune zone ne se distingue de l’ensemble (42 %). Ouest\u202f: trop peu de réponses. Lavaur\u202f: en attente, trop peu de réponses nouvelles depuis une publication précédente (il en faut 11 à la fois).',
  )
})

test('intervals that meet tell nobody apart', () => {
  expect(zonesSaid([whole, figure('Nord', 0.48), figure('Sud', 0.36)])).toBe(
    'Aucune zone ne se distingue de l’ensemble (42 %).',
  )
  // without a figure of everybody nothing is compared
  expect(zonesSaid([figure('Ensemble', null), figure('Nord', 0.48)])).toBe('')
  expect(apart([])).toEqual([])
})
