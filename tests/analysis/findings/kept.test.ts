/** What of a table is of an earlier day is said of that alone. */
import { expect, test } from 'vitest'
import type { Figures } from '../../../analysis/disclosure/published-figure.ts'
import { gridOf } from '../../../analysis/findings/presentation.ts'
import type { Layout } from '../../../analysis/measures/measure.ts'
import { daysOf } from '../../../analysis/report/tree.ts'

const columns = ['certainement', 'moins de 6 ans']
const layout: Layout = {
  table: 'pointe',
  title: 'Le jour le plus demandé de chaque période',
  rowTitle: 'Période',
  columns: columns.map((title) => ({ title, kind: 'estimate' })),
  rows: ['mercredis', 'été', 'Noël'].map((label) => ({ label, keys: columns.map((_, at) => `${label}${at}`) })),
  drawn: false,
  notes: [],
}
const kept = (...keys: string[]) => {
  const figures = ((_: string, key: string) => ({
    state: 'published',
    ...(keys.includes(key) ? { day: '2026-11-26' } : {}),
    estimate: { value: 0.4, low: 0.3, high: 0.5, base: 100, effectiveBase: 100, unit: 'share', method: '' },
  })) as unknown as Figures
  const grid = gridOf(layout, figures, ['enfant', 'enfants'], { letters: null, notes: [] })
  return { grid, notes: grid.notes.map((note) => note.replace(/[\u00a0\u202f]/g, ' ').replace(/ Ils .*/, '')) }
}

// « Chiffres arrêtés au 26 novembre » stood under eight lines of which one cell was
test('of a table no list divides, the lines or the columns of an earlier day are named, and no others', () => {
  const every = ['mercredis', 'été', 'Noël']
  expect(kept().notes).toEqual([])
  const all = kept(...every.flatMap((row) => [`${row}0`, `${row}1`]))
  expect(all.notes).toEqual(['Chiffres arrêtés au 26 novembre 2026.'])
  expect(all.grid.day).toBe('2026-11-26')
  const column = kept(...every.map((row) => `${row}1`))
  expect(column.notes).toEqual(['moins de 6 ans : chiffres arrêtés au 26 novembre 2026.'])
  expect(column.grid.day).toBeUndefined()
  expect(daysOf(column.grid)[0]).toEqual([undefined, '2026-11-26'])
  expect(kept('été0', 'été1', 'Noël1').notes).toEqual([
    'été, Noël (moins de 6 ans) : chiffres arrêtés au 26 novembre 2026.',
  ])
})
