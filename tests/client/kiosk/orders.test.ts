import { beforeEach, expect, test, vi } from 'vitest'
import type { PublishedQuestionnaire } from '../../../api/wire/public.ts'
import { withQuestionnaires } from '../../../client/kiosk/orders.ts'
import type { Tablet } from '../../../client/kiosk/queue/database.ts'
import { Refusal } from '../../../client/parts/api.ts'

const site = vi.hoisted(() => ({ published: [] as string[], asked: [] as string[] }))
const disk = vi.hoisted(() => ({ library: [] as PublishedQuestionnaire[], tablet: {} as Tablet }))

// another file of the same worker may have loaded them as they are
vi.hoisted(() => vi.resetModules())
vi.mock('../../../client/parts/api.ts', async (original) => ({
  ...(await original<typeof import('../../../client/parts/api.ts')>()),
  questionnaire: async (slug: string) => {
    site.asked.push(slug)
    if (!site.published.includes(slug)) throw new Refusal(404, { code: 'questionnaire-unknown' })
    return { slug, definition: { pages: [] } }
  },
}))
vi.mock('../../../client/kiosk/queue/database.ts', () => ({
  library: {
    all: async () => disk.library,
    replace: async (all: PublishedQuestionnaire[]) => {
      disk.library = all
    },
  },
  tablet: {
    change: async (by: (before: Tablet) => Tablet) => {
      disk.tablet = by(disk.tablet)
      return disk.tablet
    },
  },
}))

const asked = async () => {
  site.asked = []
  disk.tablet = await withQuestionnaires(disk.tablet)
  return site.asked
}
const held = () => disk.library.map(({ slug }) => slug)

beforeEach(() => {
  disk.library = []
  disk.tablet = { orders: { questionnaires: ['garde', 'loisirs'] }, fetchedAt: 0 } as unknown as Tablet
})

test('what was not published yet is asked for again at once, and it alone', async () => {
  site.published = ['garde']
  expect(await asked()).toEqual(['garde', 'loisirs'])
  expect(held()).toEqual(['garde'])
  expect(await asked()).toEqual(['loisirs'])
  expect(held()).toEqual(['garde'])
  site.published = ['garde', 'loisirs']
  expect(await asked()).toEqual(['loisirs'])
  expect(held()).toEqual(['garde', 'loisirs'])
  expect(await asked()).toEqual([])
})

test('what is no longer published is offered no more, ten minutes later', async () => {
  site.published = ['garde', 'loisirs']
  await asked()
  site.published = ['garde']
  expect(await asked()).toEqual([])
  disk.tablet = { ...disk.tablet, fetchedAt: disk.tablet.fetchedAt - 10 * 60_000 }
  expect(await asked()).toEqual(['garde', 'loisirs'])
  expect(held()).toEqual(['garde'])
})
