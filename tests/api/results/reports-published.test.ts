import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sourceOf } from '../../../analysis/findings/assessment.ts'
import { inReadingOrder } from '../../../analysis/findings/finding.ts'
import { reportOf } from '../../../analysis/report/build.ts'
import { html } from '../../../analysis/report/html/html.ts'
import { fill } from '../../../api/commands/synthetic-respondents.ts'
import { type AppContext, openContext } from '../../../api/context.ts'
import { reviewCollection } from '../../../api/fieldwork/reviews.ts'
import { readResponses } from '../../../api/responses/responses.ts'
import { alone, sourceOf as documentSource } from '../../../api/results/documents.ts'
import { currentFor } from '../../../api/results/plan.ts'
import { publicationsIn } from '../../../api/results/publications.ts'
import { publishNow } from '../../../api/results/publish.ts'
import { snapshotsIn } from '../../../api/results/snapshots.ts'
import { assessedOf, reportsIn, type Statement } from '../../../api/results/statements.ts'
import { assessAll, type Order } from '../../../api/results/threads/pool.ts'
import { provisionalZones } from '../../../surveys/authority/territory.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { aPlace } from '../fixture.ts'

const slug = 'jeunes-11-15'
const place = aPlace()
let context: AppContext
beforeAll(async () => {
  context = await openContext(place, () => new Date('2026-03-02T10:00:00Z'))
  await context.questionnaires.loadFounding(founding())
  await come(100, 1)
})
afterAll(async () => {
  await context?.close()
  rmSync(place.folder, { recursive: true, force: true })
})

const come = (people: number, seed: number, about = slug) => fill(context, [{ slug: about, people }], seed, () => {})
const report = async (day: string, order: Partial<Order> = {}) => {
  const [told] = await assessAll(place, [{ slug, at: `2026-${day}T10:00:00.000Z`, ...order }], () => {})
  return told!
}
const publish = (day: string) => publishNow(context, slug, 'a', `2026-${day}T11:00:00.000Z`)
/** Published figures, by table and key. */
const figuresIn = ({ document }: Statement) =>
  new Map(
    document.published.tables.flatMap(({ id, figures }) => figures.map((one) => [`${id} ${one.key}`, one] as const)),
  )

test('a report is stored, and the same answers give the same report again', async () => {
  const first = await report('04-01')
  expect(first.isNew).toBe(true)
  expect(await reportsIn(context.store).save(slug, first.statement)).toBe(true)
  const again = await report('04-02')
  expect([again.isNew, again.late]).toEqual([false, null])
  expect(again.statement.document.digest).toBe(first.statement.document.digest)
}, 60_000)

test('a few newcomers wait: the report says the same again, and a publication tells its very figures', async () => {
  await come(4, 2)
  const soon = await report('04-03')
  expect([soon.isNew, soon.late]).toEqual([false, null])
  expect(soon.statement.surveyed.responses).toBe(100)
  expect(await publish('04-03')).toEqual({ number: 1 })
  const [head] = await publicationsIn(context.store).all(slug)
  expect(figuresIn(head!)).toEqual(figuresIn(soon.statement))
  expect(await publish('04-04')).toEqual({ refused: expect.stringContaining('les chiffres seraient les mêmes') })
}, 120_000)

test('twenty people who answer within an hour are no crowd: the publication waits for others', async () => {
  // nearly all by the web: those of a kiosk are counted, whatever the hour
  await come(20, 22)
  const history = await snapshotsIn(context.store).all(slug, true)
  expect(history).toHaveLength(1)
  expect(await publish('04-05')).toEqual({
    refused: expect.stringContaining('d’une même heure, cinq en ligne comptent'),
  })
}, 60_000)

test('enough newcomers are counted, and a group that only a few of them joined stays as it was', async () => {
  await come(120, 3)
  expect(await publish('05-01')).toEqual({ number: 2 })
  const [before, after] = await publicationsIn(context.store).all(slug)
  expect(after!.surveyed.responses).toBe(245)
  const history = await snapshotsIn(context.store).all(slug, true)
  expect(history.map(({ number, responses, epoch }) => [number, responses, epoch])).toEqual([
    [1, 100, 0],
    [2, 244, 0],
  ])
  // the same people in a group: the same figure
  const isByGroup = (key: string) => /\|(zone|age|genre)=/.test(key)
  const [then, now] = [before, after].map((head) => figuresIn(head!))
  const shared = [...then!].filter(([name]) => isByGroup(name) && now!.has(name))
  expect(shared.length).toBeGreaterThan(20)
  const next = await report('05-02')
  // the same answers as the publication: its own words
  expect([next.isNew, next.statement.document.digest]).toEqual([false, after!.document.digest])
}, 120_000)

test('what is current is read under each objective from what concludes to what does not', async () => {
  const few = 'jeunes-16-25'
  await come(60, 6, few)
  expect(await publishNow(context, few, 'a', '2026-05-01T12:00:00.000Z')).toEqual({ number: 1 })
  const publications = publicationsIn(context.store)
  const { findings } = await currentFor(context, publications, (one) => one === few)
  const head = (await publications.current(few))!
  expect(findings).toEqual(inReadingOrder(head.findings))
  // its own report, and that of an earlier publication
  expect((await documentSource(context, alone(head), false)).findings).toEqual(findings)
  expect(findings).not.toEqual(head.findings.toSorted((a, b) => a.objective - b.objective))
}, 60_000)

test('once somebody withdrew, nothing is published until enough people came', async () => {
  const ids: string[] = []
  for await (const block of readResponses(context.store, context.keyring, slug)) ids.push(...block.map(({ id }) => id))
  const review = { state: 'aside', why: 'burst', group: 'g', reason: 'Programme', by: 'a', at: '2026-05-03' } as const
  await reviewCollection(context.store).put(`${slug}/${ids[0]}`, review, null)
  expect(await publish('05-03')).toEqual({ refused: expect.stringContaining('retirées ou mises de côté') })
  const again = await report('05-04')
  expect([again.isNew, again.late]).toEqual([false, expect.stringContaining('retirées ou mises de côté')])
}, 60_000)

test('with what a person set aside it is another statement: it says so', async () => {
  const other = 'loisirs-sud'
  await come(170, 4, other)
  const ids: string[] = []
  for await (const block of readResponses(context.store, context.keyring, other)) ids.push(...block.map(({ id }) => id))
  for (const id of ids.slice(0, 115)) {
    const review = { state: 'aside', why: 'burst', group: 'g', reason: 'Programme', by: 'a', at: '2026-04-01' } as const
    await reviewCollection(context.store).put(`${other}/${id}`, review, null)
  }
  const without = await report('04-01', { slug: other })
  await reportsIn(context.store).save(other, without.statement)
  const all = await report('04-02', { slug: other, withAside: true })
  expect(all.isNew).toBe(true)
  expect([without, all].map(({ statement }) => statement.surveyed)).toMatchObject([
    { responses: 55 },
    { responses: 170, withAside: true },
  ])
  expect(all.statement.document.snapshot).not.toBe(without.statement.document.snapshot)
  const [said, unsaid] = [all, without].map(({ questionnaire, statement }) => {
    const scope = { questionnaire: null, objective: null }
    const about = { place: 'Ici', date: '2026-04-02', demo: false, digest: 'x', scope, zones: provisionalZones() }
    return html(reportOf(sourceOf([assessedOf(questionnaire, statement)], about)))
  })
  expect(said).toContain('compte aussi les fiches qu’une personne a mises de côté')
  expect(unsaid).not.toContain('mises de côté')
}, 120_000)
