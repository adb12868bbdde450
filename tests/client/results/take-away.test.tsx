// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { analyse } from '../../../api/wire/public.ts'
import type { CrossedSpec } from '../../../client/parts/charts/specs.ts'
import { Explored } from '../../../client/results/explorer/Explored.tsx'
import { TakeAway } from '../../../client/results/TakeAway.tsx'

type Plate = { base: string; title: string; foot: string; spec: CrossedSpec }
const { site, drawn } = vi.hoisted(() => {
  // another file of the same worker may have loaded them as they are
  vi.resetModules()
  return { site: { demo: true }, drawn: [] as Plate[] }
})
vi.mock('../../../client/parts/site.ts', () => ({ useSite: () => site }))
vi.mock('../../../client/parts/charts/picture.ts', () => ({
  pictureOf: async (plate: Plate) => {
    drawn.push(plate)
    return new Blob()
  },
}))

// the list beside the map, which is drawn from what the server keeps
vi.mock('../../../client/results/finding/ZoneMap.tsx', () => ({
  ZoneMap: ({ zones }: { zones: { name: string }[] }) => <p>{zones.map(({ name }) => name).join(', ')}</p>,
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

async function takeAll() {
  const publication = { title: 'Familles', number: 2, madeAt: '2026-03-05T10:00:00Z' } as analyse.PublicationLine
  const plate = { title: '', base: '', spec: { kind: 'days' as const, days: [] }, height: 1 }
  const own = { mention: 'Mention', name: 'a', rows: () => [['Nord', 42]], publication, plate }
  render(<TakeAway sentence="42 % des familles." {...own} />)
  for (const name of ['La phrase', 'Le tableau', 'L’image'])
    await act(async () => screen.getByRole('button', { name }).click())
  return [...copied, drawn[0]!.foot]
}

// « données fictives » stood on the page alone: a figure of the demonstration went into a note as a true one
test('what leaves a demonstration says that it is made up, in words, table and picture', async () => {
  site.demo = true
  for (const taken of await takeAll()) expect(taken).toContain('Données fictives')
})

test('what leaves the site of an authority says nothing of the kind', async () => {
  site.demo = false
  for (const taken of await takeAll()) expect(taken).not.toContain('fictives')
})

// a sentence copied from the n° 1 could not be told from that of the n° 2
test('each thing that leaves says of which publication it is', async () => {
  const [sentence, , foot] = await takeAll()
  for (const taken of [sentence, foot])
    expect(taken!.replace(/[\u00a0\u202f]/g, ' ')).toContain('Familles · publication n° 2 du 5 mars 2026 · Mention')
})

// the address of a finding, sent to a colleague, showed other figures after the next publication
test('the copied address names the publication, where its page can show an earlier one', async () => {
  const publication = { title: 'Familles', number: 2, madeAt: '2026-03-05T10:00:00Z' } as analyse.PublicationLine
  const own = { sentence: '', mention: '', name: 'a', rows: () => [], plate: null, publication }
  const { rerender } = render(<TakeAway {...own} numbered="publication" />)
  const press = () => act(async () => screen.getByRole('button', { name: 'L’adresse' }).click())
  await press()
  rerender(<TakeAway {...own} />)
  await press()
  expect(copied.map((address) => new URL(address).search)).toEqual(['?publication=2', ''])
})

const figure = (value: number) => ({
  estimate: { value, low: value - 0.05, high: value + 0.05, base: 100, effectiveBase: 90, unit: 'share', method: '' },
  text: `${Math.round(value * 100)} %`,
  interval: '',
})
const explored = {
  slug: 'familles',
  title: 'Accueil utile',
  kind: 'shares',
  who: ['famille', 'familles'],
  weighted: true,
  mention: 'Mention',
  publication: { title: 'Familles', number: 2, madeAt: '2026-03-05T10:00:00Z', responses: 400 },
  wholeDay: null,
  lists: [{ path: 'zone', title: 'Zone', left: [], choices: ['Nord', 'Sud'].map((text) => ({ value: text, text })) }],
  answers: ['Oui', 'Non'].map((label) => ({ value: label, label })),
  cells: ['Nord', 'Sud'].flatMap((zone, at) =>
    ['Oui', 'Non'].map((reponse, own) => ({ dims: { zone, reponse }, ...figure(at === own ? 0.2 : 0.7) })),
  ),
  whole: ['Oui', 'Non'].map((answer) => ({ answer, ...figure(0.5) })),
  sentences: [{ answer: 'Oui', brief: '', sentence: '', gaps: 1, between: ['Nord', 'Sud'] }],
  brief: '',
  sentence: '',
  pooled: '',
} as unknown as analyse.Explored

// sixteen bars of one colour left, without « Ensemble », « selon Zone » nor the pair that is told apart
test('the picture of the explorer that leaves is the one that is shown, and says by what it is divided', async () => {
  render(<Explored explored={explored} answer={null} view="graphique" choose={() => {}} />)
  await act(async () => screen.getByRole('button', { name: 'L’image' }).click())
  const [{ title, spec }] = drawn as [Plate]
  expect([title, spec.kind]).toEqual(['Accueil utile · selon «\u202fZone\u202f»', 'crossed'])
  expect(spec.groups.map(({ label, base }) => [label, base])).toEqual([
    ['Ensemble', 100],
    ['Nord', 100],
    ['Sud', 100],
  ])
  expect(spec.rows.map(({ label, gaps, bars }) => [label, gaps, ...bars.map((bar) => bar.isLead)])).toEqual([
    ['Oui', 1, false, true, true],
    ['Non', 0, false, false, false],
  ])
})

test('a picture that leaves says which of its groups stand at an earlier day', async () => {
  const [list] = explored.lists
  const lists = [
    { ...list!, choices: list!.choices.map((one, at) => (at === 0 ? { ...one, day: '2026-11-26' } : one)) },
  ]
  render(<Explored explored={{ ...explored, lists }} answer={null} view="graphique" choose={() => {}} />)
  await act(async () => screen.getByRole('button', { name: 'L’image' }).click())
  expect((drawn.at(-1) as Plate).base.replace(/[\u00a0\u202f]/g, ' ')).toMatch(
    /\. Nord : chiffres arrêtés au 26 novembre 2026$/,
  )
})

// « ≤ 25 % » left in a picture with nothing that said what the sign means, nor what 0 and 10 are
test('a picture that leaves says what its signs and the ends of its scale mean', async () => {
  const cells = explored.cells!.map((cell, at) =>
    at === 0 ? { ...cell, estimate: { ...cell.estimate, value: 0, low: 0, high: 0.25 } } : cell,
  )
  const said = { ends: '0 = pas du tout, 10 = très', cells: cells as typeof explored.cells }
  render(<Explored explored={{ ...explored, ...said }} answer={null} view="graphique" choose={() => {}} />)
  await act(async () => screen.getByRole('button', { name: 'L’image' }).click())
  expect((drawn.at(-1) as Plate).base).toMatch(
    /\. 0 = pas du tout, 10 = très\. Le signe ≤ veut dire « au plus ».* cette réponse$/,
  )
})

// « 52 % » and « 23 % » of everybody filled the whole width, where no group had a figure
test('where no group has a figure, everybody are drawn on a scale of their own', async () => {
  const none = { value: null, why: 'too-few', base: 0 }
  const cells = explored.cells!.map((cell) => ({ ...cell, estimate: none })) as typeof explored.cells
  render(<Explored explored={{ ...explored, cells }} answer={null} view="graphique" choose={() => {}} />)
  await act(async () => screen.getByRole('button', { name: 'L’image' }).click())
  // up to 55 %
  expect((drawn.at(-1) as Plate).spec.end).toBe(1)
})

test('the zones beside the map of the explorer stand with the highest first, as beside the other maps', () => {
  render(<Explored explored={explored} answer="Non" view="carte" choose={() => {}} />)
  // « Non »: 70 % in the north, 20 % in the south; « Oui » the other way round
  expect(screen.getByText('Nord, Sud')).toBeTruthy()
  cleanup()
  render(<Explored explored={explored} answer="Oui" view="carte" choose={() => {}} />)
  expect(screen.getByText('Sud, Nord')).toBeTruthy()
})
