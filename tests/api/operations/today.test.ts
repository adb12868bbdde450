import { expect, onTestFinished, test, vi } from 'vitest'
import { fill } from '../../../api/commands/synthetic-respondents.ts'
import { decisionsIn } from '../../../api/results/decisions.ts'
import { publicationsIn } from '../../../api/results/publications.ts'
import { anOffice } from '../accounts/office.ts'

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
  const head = (await publicationsIn(office.context.store).current(slug))!
  const withFigure = head.findings.filter(({ estimate }) => estimate.value !== null)
  const indicators = [...new Set(withFigure.map(({ indicator }) => indicator))]
  // without a figure there is nothing to decide on yet
  expect(withFigure.length).toBeLessThan(head.findings.length)
  expect(await said()).toContain(`${indicators.length} résultats publiés d’un questionnaire attendent une décision.`)

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
  await decide(indicators[0]!, day(86_400_000), 'Ouvrir le samedi.')
  expect(await said()).toContain(`${indicators.length - 1} résultats publiés`)
  expect(await said()).not.toContain('échéance')
  await decide(indicators[1]!, day(-86_400_000), 'Éclairer le stade.')
  const [first] = await lines()
  expect(first).toMatchObject({
    urgent: true,
    text: expect.stringMatching(/échéance d’une décision.*Éclairer le stade/),
    link: '/analyse/suivi#decision-2026-01-05T10:00:00.000Z',
  })
  // another questionnaire is none of this person's business
  expect((await lines(elsewhere)).map(({ text }) => text).join()).not.toMatch(/décision/)
}, 90_000)

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
