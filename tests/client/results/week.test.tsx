// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import type { analyse } from '../../../api/wire/public.ts'
import { Drawing } from '../../../client/results/finding/FindingPage.tsx'
import { Picture } from '../../../client/results/finding/Picture.tsx'
import { WeekMap } from '../../../client/results/finding/WeekMap.tsx'

afterEach(cleanup)
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    disconnect() {}
  },
)

/** Most of it at one half-hour. */
const layer = (name: 'needed' | 'lacking', title: string, day: number, half: number) => ({
  layer: name,
  title,
  values: Array.from({ length: 7 }, (_, at) =>
    Array.from({ length: 48 }, (_, own) => (at === day && own === half ? 0.4 : 0.1)),
  ),
  uncertain: Array.from({ length: 7 }, () => Array(48).fill(false)),
})
const chart = {
  kind: 'week',
  title: 'Besoin de garde, heure par heure',
  base: 'Base : 900 enfants',
  alt: 'Le besoin est le plus fréquent le mercredi à 12 h 30.',
  layers: [layer('needed', 'Besoin', 2, 25), layer('lacking', 'Sans solution', 0, 12)],
} as unknown as analyse.WeekChart

// « Sans solution qui tienne. Le besoin est le plus fréquent le mercredi à 12 h 30 : 69 % »
test('each layer of the week is said by its own peak', () => {
  render(<WeekMap chart={chart} />)
  const said = screen.getAllByRole('img').map((one) => one.getAttribute('aria-label')!.replace(/[\u00a0\u202f]/g, ' '))
  const [need, lack] = ['Besoin : le plus, mercredi à 12 h 30, 40 %.', 'Sans solution : le plus, lundi à 6 h, 40 %.']
  // on the screen the first one, on paper all
  expect(said).toEqual([lack, lack, need])
})

// 1 100 and 2 920 stood under « Mercredi, de 17 h à 17 h 30 », as if they were of that half-hour
test('a table that is not of the drawing shows what it is, and of how many children', () => {
  const grid = { title: 'Besoin et places ouvertes', base: 'Effectif : 5 549 enfants', columns: ['Plage', 'Enfants'] }
  const rows = [{ label: 'Le matin', cells: [{ text: '1 100' }] }]
  const tables = [{ grid: { ...grid, rows, notes: [] }, chart: null }]
  const page = { finding: { chart }, tables, zones: null, publication: {} } as unknown as analyse.FindingPage
  render(<Drawing page={page} />)
  expect(document.querySelector('caption')!.className).toBe('')
})

// « hachuré : incertain », « intervalle de part et d’autre de 10 % », « chiffre peu précis »: three meanings of one drawing
test('the legend of a week tells hatching where there is some, in the words of bars and maps', () => {
  const { rerender } = render(<WeekMap chart={chart} />)
  expect(screen.queryByText('chiffre peu précis')).toBeNull()
  const hatched = { ...layer('lacking', 'Sans solution', 0, 12), uncertain: Array(7).fill(Array(48).fill(true)) }
  rerender(<WeekMap chart={{ ...chart, layers: [hatched] }} />)
  expect(screen.getAllByText('chiffre peu précis').length).toBeGreaterThan(0)
})

// « ≥ 50 % » was a full bar
test('of a figure known by its low end alone, the small bar stands to that end', () => {
  const known = { value: 1, low: 0.5, high: 1, base: 20, effectiveBase: 20, unit: 'share', method: 'wilson' } as const
  const bar = {
    label: 'Sud',
    estimate: known,
    text: '≥\u202f50\u202f%',
    interval: '',
    isLead: false,
    isUncertain: false,
  }
  const { container } = render(<Picture picture={{ kind: 'bars', by: 'answers', end: 1, left: [], bars: [bar] }} />)
  const { style } = container.querySelector<HTMLElement>('.small-bars-track')!
  expect(['--value', '--low', '--high'].map((name) => style.getPropertyValue(name))).toEqual(['50%', '50%', '100%'])
})
