import { afterAll, beforeAll, expect, test } from 'vitest'
import { nextOf, stagesOf } from '../../../api/questionnaires/stages.ts'
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
  const shared = async () => (await line()).stages.find(({ name }) => name === 'share')!.text
  expect(await shared()).toMatch(/affiches, textes et codes sont prêts\.$/)
  await standing({ invitation: 'required' })
  expect(await shared()).toMatch(/^Ouvert jusqu’au 30 juin 2026.*il faut un code pour répondre\.$/)

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

// « rien n’attend » stood here while the follow-up said « À faire : Lavaur répond moins »
test('while it is open, whoever is missing comes next, before what can wait', () => {
  const known = {
    slug: 'petit',
    status: 'open',
    draft: null,
    standing: { version: 1, closesAt: null } as Parameters<typeof nextOf>[0]['standing'],
    waiting: 0,
    isAsked: false,
    published: { number: 1, day: '2 mars 2026' },
    decisions: 0,
    undecided: 1,
    publicNumber: null,
    isPublicGone: false,
  } satisfies Omit<Parameters<typeof nextOf>[0], 'missing'>
  expect(nextOf({ ...known, missing: ['Nord', 'Sud'] })).toMatchObject({
    link: '/terrain/petit/suivi',
    text: 'Nord et Sud répondent moins que leur part.',
  })
  expect(nextOf({ ...known, missing: [] })).toMatchObject({ linkText: 'Décider' })
})

// « la page publique est ouverte » was said of n° 3 while everybody still read n° 2
test('that results are public is said with the number everybody reads, and a newer one is offered', () => {
  const known = (publicNumber: number | null, isPublicGone = false): Parameters<typeof nextOf>[0] => ({
    slug: 'petit',
    status: 'closed',
    draft: null,
    standing: { version: 1, closesAt: null } as Parameters<typeof nextOf>[0]['standing'],
    waiting: 0,
    missing: [],
    isAsked: false,
    published: { number: 3, day: '2 mars 2026' },
    decisions: 2,
    undecided: 0,
    publicNumber,
    isPublicGone,
  })
  const decided = (publicNumber: number | null, isPublicGone = false) =>
    stagesOf(known(publicNumber, isPublicGone))
      .find(({ name }) => name === 'decide')!
      .text.replace(/[\u00a0\u202f]/g, ' ')
  expect(decided(2)).toBe('2 décisions notées ; la page publique montre la publication n° 2.')
  expect(nextOf(known(2))).toMatchObject({ text: expect.stringContaining('n° 2 : ouvrez la n° 3') })
  expect(nextOf(known(3))).toBeNull()
  expect(decided(null)).toBe('2 décisions notées.')
  // n° 4 was withdrawn: everybody reads that it is, and none of its figures
  expect(decided(4, true)).toBe('2 décisions notées ; la publication n° 4, que montrait la page publique, est retirée.')
  // n° 1 too, though others came after it
  expect(decided(1, true)).toContain('la publication n° 1, que montrait la page publique, est retirée')
  expect(nextOf(known(4, true))).toMatchObject({
    text: expect.stringMatching(/^La publication n° 4, que montrait la page publique, est retirée\s: ouvrez la n° 3/),
  })
})
