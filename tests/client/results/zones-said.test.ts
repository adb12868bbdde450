import { expect, test } from 'vitest'
import { mapPlate, type ZoneFigure } from '../../../client/results/finding/ZoneMap.tsx'
import { apart, byValue, figureWhole, pairsSaid, sidesOf, zonesSaid } from '../../../client/results/map/zones-said.ts'

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

test('a map is told in words: who is above everybody, who is under, whose gap is not established, who is too few', () => {
  const zones = [whole, figure('Nord', 0.55), figure('Sud', 0.25), figure('Lavaur', 0.44), figure('Ouest', null)]
  expect(apart(zones).map(({ name }) => name)).toEqual(['Nord', 'Sud'])
  expect(zonesSaid(zones)).toBe(
    'Nord (55 %) est au-dessus des autres zones, Sud (25 %) est au-dessous. Ensemble\u202f: 42 %. Pour l’autre zone, l’écart n’est pas établi. Ouest\u202f: trop peu de réponses.',
  )
  expect(sidesOf(zones)).toBe('Nord (55 %) au-dessus des autres zones\u202f; Sud (25 %) au-dessous des autres zones')
  expect(
    zonesSaid([whole, figure('Nord', 0.55), figure('Est', 0.57), figure('Lavaur', 0.42), figure('Sud', 0.42)]),
  ).toBe(
    'Nord (55 %) et Est (57 %) sont au-dessus des autres zones, Lavaur (42 %) et Sud (42 %) sont au-dessous. Ensemble\u202f: 42 %.',
  )
})

// « l’écart est établi » of an arrow stood over « Aucun écart entre ces groupes n’est établi » of the table by zone
test('a map with an arrow says why the table of the same zones establishes no gap', () => {
  const zones = [figure('Nord', 0.55), figure('Sud', 0.25), figure('Lavaur', 0.44)]
  const table = (title: string, notes: string[], rows: string[], columns = ['Zone', 'Part']) => ({
    grid: { title, base: '', columns, notes, rows: rows.map((label) => ({ label, cells: [] })) },
  })
  const names = zones.map(({ name }) => name)
  const none = 'Aucun écart entre ces groupes n’est établi.'
  const said =
    ' Le tableau «\u202fSelon\u202f: zone\u202f» compare les zones deux à deux, avec moins de réponses de chaque côté\u202f: aucun écart n’y est établi.'
  expect(pairsSaid(zones, [table('Selon\u202f: zone', [none], names)])).toBe(said)
  // answers in lines, zones in columns
  expect(pairsSaid(zones, [table('Selon\u202f: zone', [none], ['Oui'], ['Réponse', ...names])])).toBe(said)
  expect(pairsSaid(zones, [table('Selon\u202f: zone', ['Écarts établis.'], names)])).toBe('')
  expect(pairsSaid(zones, [table('Selon\u202f: âge', [none], ['11 ans', '12 ans'])])).toBe('')
})

// « trop peu de réponses » was false: the zone had 85, and a figure in the publication before
test('a zone that waits for newcomers is not said to be too few', () => {
  const waits = { ...figure('Lavaur', null), estimate: { value: null, why: 'waiting' as const, base: 0 } }
  expect(zonesSaid([whole, figure('Nord', 0.44), figure('Est', 0.41), figure('Ouest', null), waits])).toBe(
    'Aucun écart entre une zone et les autres n’est établi\u202f; le chiffre le plus haut est celui de la zone Nord (44 %). Ouest\u202f: trop peu de réponses. Lavaur\u202f: en attente, trop peu de réponses nouvelles depuis une publication précédente (il en faut 11 entre deux publications).',
  )
})

// « le chiffre le plus haut est celui de la zone Sud (48 %) », of the only figure
test('one zone that has a figure is the highest of none', () => {
  expect(zonesSaid([whole, figure('Sud', 0.48), figure('Nord', null)])).toBe(
    'Une seule zone a un chiffre\u202f: Sud (48 %). Ensemble\u202f: 42 %. Nord\u202f: trop peu de réponses.',
  )
  expect(zonesSaid([whole, figure('Nord', null)])).toBe('Ensemble\u202f: 42 %. Nord\u202f: trop peu de réponses.')
})

test('intervals that meet tell nobody apart', () => {
  expect(zonesSaid([whole, figure('Nord', 0.45), figure('Sud', 0.4)])).toBe(
    'Aucun écart entre une zone et les autres n’est établi\u202f; le chiffre le plus haut est celui de la zone Nord (45 %).',
  )
  // without a figure of everybody nothing is compared
  expect(zonesSaid([figure('Ensemble', null), figure('Nord', 0.48)])).toBe('')
  expect(apart([])).toEqual([])
})

// 97 % of all, and « le chiffre le plus haut est celui de Lavaur (96 %) »
test('a whole above every zone says why', () => {
  expect(zonesSaid([figure('Ensemble', 0.97), figure('Nord', 0.96), figure('Sud', 0.92)])).toMatch(
    /\(96 %\)\. Chaque chiffre est protégé de son côté/,
  )
})

// 72 % (54 to 85) against 49 % (43 to 56) was said to be « semblable à l’ensemble »
test('an interval without the figure of everybody still meets theirs: the gap is not established, and not said to be none', () => {
  const [all, sud] = [figure('Ensemble', 0.49, 0.065), figure('Sud', 0.72, 0.17)]
  expect(apart([all, sud])).toEqual([])
  expect(zonesSaid([all, sud, figure('Nord', 0.47, 0.2)])).toMatch(/^Aucun écart .* n’est établi.*Sud \(72 %\)\.$/)
})

test('the zones beside a map stand with the highest first, those without a figure last', () => {
  const zones = [figure('Lavaur', null), figure('Nord', 0.25), figure('Sud', 0.55)]
  expect(byValue(zones).map(({ name }) => name)).toEqual(['Sud', 'Nord', 'Lavaur'])
  // of everybody, « ≥ 74 % » is what is known
  const known = [figure('Tous', 1, 0.26), figure('Est', 0.9)]
  expect(byValue(known).map(({ name }) => name)).toEqual(['Est', 'Tous'])
})

// « Sud 52 % » left for a slide without « 32 – 72 %, base 35 »
test('the sentence of a map that leaves it has the interval and the base of each figure', () => {
  const zones = [whole, figure('Nord', 0.55), figure('Sud', 0.4)].map((zone, at) => ({
    ...zone,
    interval: ['40 – 44 %', '50 – 60 %', '39 – 49 %'][at]!,
  }))
  expect(zonesSaid(zones, figureWhole)).toBe(
    'Nord (55 %, 50 – 60 %, base 100) est au-dessus des autres zones, Sud (40 %, 39 – 49 %, base 100) est au-dessous. Ensemble\u202f: 42 %, 40 – 44 %, base 100.',
  )
})

const listed = (zones: readonly ZoneFigure[]) => {
  const drawing = mapPlate({ slug: 'familles', number: 1 }, zones, true)
  return drawing.kind === 'map'
    ? drawing.bars.rows.map(({ label: name, note, bars }) => ({ name, figure: bars[0]!.text, note }))
    : []
}

// a name that had no room on the map was not in its picture
test('the picture of a map that leaves it lists every zone, with interval, base and established gap', () => {
  const zones = [
    { ...figure('Sud', 0.62), interval: '57 – 67 %' },
    { ...figure('Nord', 0.4), interval: '35 – 45 %' },
    figure('Est', null),
  ]
  expect(listed(zones)).toEqual([
    { name: 'Sud', figure: '62 %', note: '57 – 67 %, base 100, ▲ au-dessus des autres zones' },
    { name: 'Nord', figure: '40 %', note: '35 – 45 %, base 100, ▼ au-dessous des autres zones' },
    { name: 'Est', figure: 'trop petit', note: 'pas de chiffre' },
  ])
})

// « Ouest (0 %) », of an interval from 0 to 17 %
test('a protected 0 % is never alone: the top of its interval is what is known', () => {
  const estimate = { value: 0, low: 0, high: 0.17, base: 100, effectiveBase: 90, unit: 'share' as const, method: '' }
  const nobody = { name: 'Ouest', text: '0 %', interval: '0 – 17 %', estimate }
  const zones = [whole, figure('Nord', 0.52), nobody, figure('Sud', 0.55)]
  expect(zonesSaid(zones)).toContain('Ouest (au plus 17\u202f%)')
  expect(zonesSaid(zones, figureWhole)).toContain('Ouest (au plus 17\u202f%, 0 – 17 %, base 100)')
  expect(sidesOf(zones)).toContain('Ouest (au plus 17\u202f%) au-dessous')
  expect(listed([nobody])[0]).toMatchObject({ figure: 'au plus 17\u202f%', note: '0 – 17 %, base 100' })
  // « 100 %, 76 – 100 %, base 80 »
  const all = { ...nobody, estimate: { ...estimate, value: 1, low: 0.76, high: 1 } }
  expect(listed([all])[0]).toMatchObject({ figure: 'au moins 76\u202f%' })
})
