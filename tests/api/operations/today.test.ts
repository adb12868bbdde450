import { expect, onTestFinished, test, vi } from 'vitest'
import { fill } from '../../../api/commands/synthetic-respondents.ts'
import { decisionsIn } from '../../../api/results/decisions.ts'
import { anOffice, type Browser } from '../accounts/office.ts'
import { stand } from '../fieldwork/office.ts'

const slug = 'jeunes-11-15'

test('a decision past its day and the results that wait for one are what an analyst finds first', async () => {
  const office = await anOffice({ isReal: true })
  onTestFinished(() => office.discard())
  const analyst = await office.placed(['analyst'])
  const elsewhere = await office.placed(['analyst'], { questionnaires: ['familles'] })
  const lines = async ({ browser } = analyst) =>
    ((await browser.get('/api/today')).body as { lines: { text: string; urgent: boolean }[] }).lines
  const said = async () => (await lines()).map(({ text }) => text).join('\n')
  expect(await said()).not.toMatch(/décision/)

  await fill(office.context, [{ slug, people: 60 }], 7, () => {})
  const path = `/api/analyse/${slug}/publications`
  await analyst.browser.post(path)
  await vi.waitFor(async () => expect((await analyst.browser.get(path)).body).toMatchObject({ publications: [{}] }), {
    timeout: 50_000,
    interval: 200,
  })
  // the few that the plan puts first, by their names: a count of all of them is no task
  const main = (
    (await analyst.browser.get('/api/analyse')).body as {
      main: { objective: number; indicator: string; title: string }[]
    }
  ).main
  expect(main.length).toBeGreaterThan(1)
  const asked = /À décider d’abord/
  expect(await said()).toMatch(asked)
  expect(await said()).toContain(main[0]!.title)
  expect(await said()).not.toMatch(/résultats publiés/)
  // the button leads to pages that hold each of them
  const { pages } = (await analyst.browser.get('/api/analyse/committee')).body as {
    pages: { lead: { title: string } }[]
  }
  const [, titles = ''] = /À décider d’abord.*: (.*)\./.exec(await said())!
  const named = [...titles.matchAll(/«\u202f(.+?)\u202f»/g)].map(([, title]) => title)
  expect(named).toEqual(pages.slice(0, 3).map(({ lead }) => lead.title))

  const decide = (indicator: string, due: string, text: string) =>
    decisionsIn(office.context.store).add(slug, indicator, {
      text,
      date: '2026-01-05',
      by: 'Camille Roux',
      at: '2026-01-05T10:00:00.000Z',
      publication: 1,
      action: null,
      pilot: '',
      due,
      indicator: '',
    })
  const day = (ms: number) => new Date(office.clock.now.getTime() + ms).toISOString().slice(0, 10)
  await decide(main[0]!.indicator, day(86_400_000), 'Ouvrir le samedi.')
  // how many of it stand first hangs on the noise of each figure, which no two sites share
  const same = main.filter(({ objective }) => objective === main[0]!.objective)
  // its objective is decided: nothing else of it is named first
  for (const { title } of same) expect(await said()).not.toContain(`«\u202f${title}\u202f»`)
  expect(await said()).toMatch(asked)
  expect(await said()).not.toContain('échéance')
  // given up, the result waits again
  const at = '2026-01-05T10:00:00.000Z'
  const dropped = { at, action: null, on: { questionnaire: slug, indicator: main[0]!.indicator }, state: 'dropped' }
  const gone = { ...dropped, text: 'Le budget est refusé.', date: '2026-01-06' }
  expect((await analyst.browser.post('/api/plan/outcomes', gone)).status).toBe(201)
  expect(await said()).toContain(main[0]!.title)
  await decide(main[1]!.indicator, day(-86_400_000), 'Éclairer le stade.')
  const [first] = await lines()
  expect(first).toMatchObject({
    urgent: true,
    text: expect.stringMatching(/échéance d’une décision.*Éclairer le stade/),
    link: '/analyse/suivi#decision-2026-01-05T10:00:00.000Z',
  })
  // another questionnaire is none of this person's business
  expect((await lines(elsewhere)).map(({ text }) => text).join()).not.toMatch(/décision/)
}, 90_000)

// « Aujourd’hui » spoke of nine trials, and not of the questionnaire that had just closed
test('a closed questionnaire waits to be published where it has enough answers, then to be decided on', async () => {
  const office = await anOffice({ isReal: true })
  onTestFinished(() => office.discard())
  const analyst = await office.placed(['analyst'])
  const said = async () =>
    ((await analyst.browser.get('/api/today')).body as { lines: { text: string; link: string }[] }).lines.filter(
      ({ text }) => text.includes('est clos'),
    )
  const open = { status: 'open', liveFrom: 1, closesAt: null } as const
  await stand(office, open, slug)
  await fill(office.context, [{ slug, people: 3 }], 7, () => {})
  await stand(office, { status: 'closed' }, slug)
  expect(await said()).toEqual([])
  await stand(office, open, slug)
  await fill(office.context, [{ slug, people: 12 }], 8, () => {})
  expect(await said()).toEqual([])
  await stand(office, { status: 'closed' }, slug)
  expect(await said()).toMatchObject([{ link: `/analyse/${slug}/publier` }])
  await analyst.browser.post(`/api/analyse/${slug}/publications`)
  await vi.waitFor(
    async () => expect((await said()).map(({ link }) => link)).not.toContain(`/analyse/${slug}/publier`),
    { timeout: 50_000, interval: 500 },
  )
}, 90_000)

// where a questionnaire is live, a new administrator met the same page as somebody who knows the site
test('somebody new on a site that works is told so for two weeks; on an empty one the first steps say it', async () => {
  const office = await anOffice({ isReal: true })
  onTestFinished(() => office.discard())
  type Shown = { first: unknown; underWay: string | null }
  const today = async ({ browser }: { browser: Browser }) => (await browser.get('/api/today')).body as unknown as Shown
  const first = await office.first()
  expect(await today(first)).toMatchObject({ first: expect.anything(), underWay: null })
  const elsewhere = await office.placed(['analyst'], { createdAt: office.clock.now.toISOString() })
  expect(await today(elsewhere)).toMatchObject({ first: null, underWay: null })
  await stand(office, { status: 'open', liveFrom: 1 }, slug)
  await fill(office.context, [{ slug, people: 5 }], 7, () => {})
  const recent = await office.placed(['admin'], { createdAt: office.clock.now.toISOString() })
  expect(await today(recent)).toMatchObject({
    first: null,
    underWay: expect.stringContaining('un questionnaire est ouvert'),
  })
  expect((await today(await office.placed(['admin'], { createdAt: '2026-01-05T10:00:00.000Z' }))).underWay).toBeNull()
  const visit = await office.placed(['analyst'], { createdAt: office.clock.now.toISOString(), factor: null })
  expect((await today(visit)).underWay).toBeNull()
})

// « Suivi » took seconds to open: its thread began to start when the page was asked for
test('whoever reads the page of the day finds the thread that counts started; who counts nothing starts none', async () => {
  const office = await anOffice()
  onTestFinished(() => office.discard())
  let started = 0
  const count = () => {
    started += 1
  }
  process.on('worker', count)
  onTestFinished(() => void process.off('worker', count))
  await (await office.placed(['pilot'])).browser.get('/api/today')
  expect(started).toBe(0)
  await (await office.placed(['designer'])).browser.get('/api/today')
  await vi.waitFor(() => expect(started).toBe(1))
}, 60_000)
