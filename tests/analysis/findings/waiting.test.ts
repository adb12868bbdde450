/** A figure that waits for newcomers is not said to be of too few, wherever a table is read. */
import { expect, test } from 'vitest'
import type { Figures } from '../../../analysis/disclosure/published-figure.ts'
import { barsOf, gridOf, weekChartOf } from '../../../analysis/findings/presentation.ts'
import type { Layout } from '../../../analysis/measures/measure.ts'
import type { Comparison } from '../../../analysis/report/short/groups.ts'
import { zoneMapOf } from '../../../analysis/report/short/zone-map.ts'
import { silentHalf, silentHalves } from '../../../surveys/charts/no-figure.ts'

const share = { value: 0.4, low: 0.3, high: 0.5, base: 100, effectiveBase: 90, unit: 'share', method: '' }
const figures = ((_: string, key: string) =>
  key.startsWith('Nord')
    ? { state: 'published', estimate: share, isMoved: false }
    : { state: 'too-small', ...(key.startsWith('Lavaur') ? { isWaiting: true } : {}) }) as unknown as Figures
const who: [string, string] = ['famille', 'familles']
const tests = { letters: null, notes: [] }
const zones = ['Nord', 'Lavaur', 'Sud']
const downwards = (shown = zones): Layout => ({
  table: 't',
  title: 'Selon : zone',
  rowTitle: 'Zone',
  columns: [
    { title: 'Part', kind: 'estimate' },
    { title: 'Base', kind: 'base' },
  ],
  rows: shown.map((label) => ({ label, keys: [label, label] })),
  drawn: true,
  notes: [],
})
const across: Layout = {
  ...downwards(),
  columns: zones.map((title) => ({ title, kind: 'estimate' as const })),
  rows: ['Oui', 'Non'].map((label) => ({ label, keys: zones.map((zone) => `${zone} ${label}`) })),
  drawn: false,
}

// « en attente » stood under « Part », « trop petit » under « Base »
test('share and base of a zone wait together', () => {
  const [, waits, small] = gridOf(downwards(), figures, who, tests).rows
  expect(waits!.cells).toEqual([
    { kind: 'none', why: 'waiting' },
    { kind: 'none', why: 'waiting' },
  ])
  expect(small!.cells).toEqual([
    { kind: 'none', why: 'too-few' },
    { kind: 'none', why: 'too-few' },
  ])
  expect(barsOf(downwards(['Lavaur']), figures, who)!.base).toBe('En attente de réponses nouvelles')
  expect(barsOf(downwards(['Sud']), figures, who)!.base).toBe('Base trop petite pour être montrée')
})

test('groups without a column are named with the reason that is theirs', () => {
  const { columns, notes, waiting } = gridOf(across, figures, who, tests)
  expect(columns).toEqual(['Zone', 'Nord'])
  expect(waiting).toEqual(['Lavaur'])
  expect(notes.map((note) => note.replace(/\u00a0/g, ' '))).toEqual([
    'Groupes que l’on ne montre pas : Sud.',
    'Groupes en attente de réponses nouvelles : Lavaur.',
  ])
})

test('the map of a document says which zone waits, whichever way its table is read', () => {
  const known = ['Est', 'Val'].map((label) => ({ label, estimate: share }))
  const outlines = { source: '', zones: [...zones, 'Est', 'Val'].map((name) => ({ name, rings: [] })) }
  const whyOf = (layout: Layout, answer: string) => {
    const table = gridOf(layout, figures, who, tests)
    const comparison = {
      finding: { title: 'Titre', breakdowns: [{ table }] },
      series: { title: layout.title, answer, members: [{ label: 'Nord', estimate: share }, ...known] },
    } as unknown as Comparison
    const map = zoneMapOf(comparison, { outlines } as unknown as Parameters<typeof zoneMapOf>[1])
    return map!.zones.slice(0, 3).map(({ estimate }) => (estimate.value === null ? estimate.why : estimate.value))
  }
  expect(whyOf(downwards(), '')).toEqual([0.4, 'waiting', 'too-few'])
  expect(whyOf(across, 'Oui')).toEqual([0.4, 'waiting', 'too-few'])
})

// every half-hour without a figure was « trop petit », those that waited too
test('a half-hour without a figure says why, in the words of every table', () => {
  const days = Array.from({ length: 7 }, (_, day) =>
    Array.from({ length: 48 }, (_, half) => `${zones[half % 3]} ${day}`),
  )
  const view = { table: 't', layers: [{ layer: 'needed' as const, title: 'Besoin', keys: days }] }
  const [layer] = weekChartOf(view, figures, 'La semaine', '').layers
  expect([0, 1, 2].map((half) => layer!.values[0]![half])).toEqual([0.4, null, null])
  expect([1, 2].map((half) => silentHalf(layer!, 0, half))).toEqual(['en attente', 'trop petit'])
  expect(silentHalves(layer!)).toBe('en attente ou trop petit')
  expect(silentHalves({ values: [[0.4]], spans: [['entre 30 % et 50 %']] })).toBe('')
  // a week frozen before the words
  expect(silentHalves({ values: [[null]], spans: [['']] })).toBe('trop petit')
})
