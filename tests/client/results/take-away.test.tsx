// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { analyse } from '../../../api/wire/public.ts'
import { TakeAway } from '../../../client/results/TakeAway.tsx'

const { site, drawn } = vi.hoisted(() => ({ site: { demo: true }, drawn: [] as { foot: string }[] }))
vi.mock('../../../client/parts/site.ts', () => ({ useSite: () => site }))
vi.mock('../../../client/parts/charts/picture.ts', () => ({
  pictureOf: async (plate: { foot: string }) => {
    drawn.push(plate)
    return new Blob()
  },
}))

const copied: string[] = []
beforeEach(() => {
  copied.length = drawn.length = 0
  vi.stubGlobal('navigator', { clipboard: { writeText: async (text: string) => void copied.push(text) } })
})
afterEach(cleanup)

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
