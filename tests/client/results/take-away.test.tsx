// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { analyse } from '../../../api/wire/public.ts'
import { crossedPlate } from '../../../client/results/explorer/Crossed.tsx'
import { type Plate, TakeAway } from '../../../client/results/TakeAway.tsx'

const { site, drawn } = vi.hoisted(() => {
  // another file of the same worker may have loaded them as they are
  vi.resetModules()
  return { site: { demo: true }, drawn: [] as (Plate & { foot: string })[] }
})
vi.mock('../../../client/parts/site.ts', () => ({ useSite: () => site }))
vi.mock('../../../client/parts/staff/files.ts', () => ({
  bytesOf: async (_name: string, { body }: { body: Plate & { foot: string } }) => {
    drawn.push(body)
    return new Uint8Array()
  },
}))

const copied: string[] = []
beforeEach(() => {
  copied.length = drawn.length = 0
  vi.stubGlobal('navigator', { clipboard: { writeText: async (text: string) => void copied.push(text) } })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const bars = { kind: 'bars' as const, end: 1, columns: [{ label: '', base: '' }], rows: [] }
const publication = { title: 'Familles', number: 2, madeAt: '2026-03-05T10:00:00Z' } as analyse.PublicationLine
const own = {
  ...{ sentence: '42 % des familles.', mention: 'Mention', name: 'a', publication },
  ...{ table: async () => new TextEncoder().encode('Nord\t42'), plate: { title: '', under: '', drawing: bars } },
}
const press = (name: string) => act(async () => screen.getByRole('button', { name }).click())

// « données fictives » stood on the page alone: a figure of the demonstration went into a note as a true one
test('a sentence and a picture say of which publication they are, and that a demonstration is made up', async () => {
  for (const demo of [true, false]) {
    site.demo = demo
    copied.length = drawn.length = 0
    render(<TakeAway {...own} />)
    for (const name of ['La phrase', 'L’image', 'Le tableau']) await press(name)
    cleanup()
    expect(copied[1]).toBe('Nord\t42')
    for (const taken of [copied[0]!, drawn[0]!.foot]) {
      expect(taken.includes('Données fictives')).toBe(demo)
      expect(taken.replace(/[\u00a0\u202f]/g, ' ')).toContain('Familles · publication n° 2 du 5 mars 2026 · Mention')
    }
  }
})

// the address of a finding, sent to a colleague, showed other figures after the next publication
test('the copied address names the publication, where its page can show an earlier one', async () => {
  const { rerender } = render(<TakeAway {...own} numbered="publication" />)
  await press('L’adresse')
  rerender(<TakeAway {...own} />)
  await press('L’adresse')
  expect(copied.map((address) => new URL(address).search)).toEqual(['?publication=2', ''])
})

const figure = (value: number) => ({
  estimate: { value, low: value - 0.05, high: value + 0.05, base: 100, effectiveBase: 90, unit: 'share', method: '' },
  text: `${Math.round(value * 100)} %`,
  interval: '',
})
const explored = {
  kind: 'shares',
  lists: [{ path: 'zone', title: 'Zone', left: [], choices: ['Nord', 'Sud'].map((text) => ({ value: text, text })) }],
  answers: ['Oui', 'Non'].map((label) => ({ value: label, label })),
  cells: ['Nord', 'Sud'].flatMap((zone, at) =>
    ['Oui', 'Non'].map((reponse, own) => ({ dims: { zone, reponse }, ...figure(at === own ? 0.2 : 0.7) })),
  ),
  whole: ['Oui', 'Non'].map((answer) => ({ answer, ...figure(0.5) })),
  sentences: [{ answer: 'Oui', brief: '', sentence: '', gaps: 1, between: ['Nord', 'Sud'] }],
} as unknown as analyse.Explored

// sixteen bars of one colour left, without « Ensemble », « selon Zone » nor the pair that is told apart
test('the picture of a crossing is the one that is shown, everybody first, the pair that is told apart named', () => {
  const { columns, rows } = crossedPlate(explored)
  expect(columns).toEqual(['Ensemble', 'Nord', 'Sud'].map((label) => ({ label, base: '100' })))
  expect(rows.map(({ label, note, bars }) => [label, note, ...bars.map((bar) => bar.isLead)])).toEqual([
    ['Oui', 'écart établi', false, true, true],
    ['Non', '', false, false, false],
  ])
})

// « 52 % » and « 23 % » of everybody filled the whole width, where no group had a figure
test('where no group has a figure, everybody are drawn on a scale of their own', () => {
  const none = { value: null, why: 'too-few', base: 0 }
  const cells = explored.cells!.map((cell) => ({ ...cell, estimate: none })) as typeof explored.cells
  // up to 55 %
  expect(crossedPlate({ ...explored, cells }).end).toBe(1)
})
