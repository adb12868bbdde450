import { afterAll, beforeAll, expect, test } from 'vitest'
import { collections } from '../../../api/store/collections.ts'
import { anOffice, type Office, type Person } from '../accounts/office.ts'

let office: Office
let designer: Person
beforeAll(async () => {
  office = await anOffice()
  designer = await office.placed(['designer', 'admin'])
})
afterAll(() => office.discard())

type Line = {
  slug: string
  status: string
  stages: { name: string; state: string; text: string }[]
  next: { link: string; linkText: string } | null
}
const line = async (person = designer): Promise<Line> => {
  const { body } = await person.browser.get('/api/stages')
  return (body as unknown as { questionnaires: Line[] }).questionnaires.find(({ slug }) => slug === 'garde')!
}
const states = ({ stages }: Line) => stages.map(({ state }) => state)
const standing = (change: Record<string, unknown>) =>
  office.context.store.collection(collections.questionnaires).update('garde', (before) => ({ ...before!, ...change }))

test('on trial, the opening comes next; open, its address is made known; its last day over, it is closed everywhere', async () => {
  const trial = await line()
  expect(trial).toMatchObject({ status: 'trial', next: { link: '/gerer/questionnaires/garde#ouverture' } })
  expect(states(trial)).toEqual(['done', 'now', 'later', 'later', 'later', 'later'])

  await standing({ status: 'open', closesAt: '2026-06-30T21:59:59.999Z' })
  const open = await line()
  expect(open).toMatchObject({ status: 'open', next: { linkText: 'Diffuser' } })
  expect(states(open)).toEqual(['done', 'done', 'now', 'now', 'later', 'later'])

  office.clock.now = new Date('2026-07-01T09:00:00Z')
  const late = await office.placed(['designer', 'admin'])
  const closed = await line(late)
  expect(closed).toMatchObject({ status: 'closed', next: { linkText: 'Préparer une publication' } })
  expect(states(closed)).toEqual(['done', 'done', 'done', 'done', 'now', 'later'])
  // one status source: the other lists say the same
  for (const [path, list] of [
    ['/api/design', 'questionnaires'],
    ['/api/live', 'questionnaires'],
    ['/api/fieldwork', 'questionnaires'],
  ] as const) {
    const { body } = await late.browser.get(path)
    const own = (body[list] as Line[]).find(({ slug }) => slug === 'garde')
    expect([path, own?.status]).toEqual([path, 'closed'])
  }
})

test('whoever works on other questionnaires does not see this one', async () => {
  const other = await office.placed(['analyst'], { questionnaires: ['ailleurs'] })
  expect(await line(other)).toBe(undefined)
})
