import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sourceOf } from '../../../analysis/findings/assessment.ts'
import { reportOf } from '../../../analysis/report/build.ts'
import { html } from '../../../analysis/report/html/html.ts'
import { fill } from '../../../api/commands/synthetic-respondents.ts'
import { type AppContext, openContext } from '../../../api/context.ts'
import { reviewCollection } from '../../../api/fieldwork/reviews.ts'
import { readResponses } from '../../../api/responses/responses.ts'
import { assessAll, type Order } from '../../../api/results/pool.ts'
import { publishNow } from '../../../api/results/publish.ts'
import { assessedOf, reportsIn, type Statement } from '../../../api/results/statements.ts'
import { provisionalZones } from '../../../surveys/authority/territory.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { aPlace } from '../fixture.ts'

const slug = 'jeunes-11-15'
const place = aPlace()
let context: AppContext
beforeAll(async () => {
  context = await openContext(place, () => new Date('2026-03-02T10:00:00Z'))
  await context.questionnaires.loadFounding(founding)
  await come(100, 1)
})
afterAll(async () => {
  await context?.close()
  rmSync(place.folder, { recursive: true, force: true })
})

const come = (people: number, seed: number, about = slug) => fill(context, [{ slug: about, people }], seed, () => {})
const report = async (day: string, order: Partial<Order> = {}) => {
  const [assessed] = await assessAll(place, [{ slug, at: `2026-${day}T10:00:00.000Z`, ...order }], () => {})
  return assessed!
}
/** Of two published statements: no figure shown in the second is nearer to the first than five, unless it is the same. */
function isFarFrom(before: Statement, after: Statement): void {
  const [then, now] = [before, after].map(({ document }) => document.published.knowledge.counts)
  const shown = new Set(
    after.document.published.tables.flatMap(({ figures }) =>
      figures.filter(({ secret }) => !secret).map(({ key }) => key),
    ),
  )
  expect(shown.size).toBeGreaterThan(10)
  for (const key of shown) {
    const [a, b] = [then![key], now![key]]
    if (typeof a === 'number' && typeof b === 'number' && a !== b)
      expect(Math.abs(b - a), key).toBeGreaterThanOrEqual(5)
  }
}

test('a report is saved, and the same answers give the same report again', async () => {
  const first = await report('04-01')
  expect(first.isNew).toBe(true)
  expect(await reportsIn(context.store).save(slug, first.statement)).toBe(true)
  const again = await report('04-02')
  expect([again.isNew, again.late]).toEqual([false, null])
  expect(again.statement.document.digest).toBe(first.statement.document.digest)
}, 60_000)

test('too soon after it neither a report nor a publication says anything new', async () => {
  await come(4, 2)
  const soon = await report('04-03')
  expect(soon.isNew).toBe(false)
  expect(soon.late).toContain('Moins de 11')
  expect(soon.statement.surveyed.responses).toBe(100)
  expect(await publishNow(context, slug, 'a', '2026-04-03T11:00:00.000Z')).toMatchObject({
    refused: expect.stringContaining('rapport du 2026-04-01'),
  })
}, 60_000)

test('a publication after a report hides what their difference would reveal, and the next report after it too', async () => {
  await come(12, 3)
  expect(await publishNow(context, slug, 'a', '2026-05-01T11:00:00.000Z')).toEqual({ number: 1 })
  const [before] = await reportsIn(context.store).all(slug)
  const next = await report('05-02')
  // the same answers as the publication: its own words
  expect(next.isNew).toBe(false)
  isFarFrom(before!, next.statement)
}, 120_000)

test('with what a person set aside it is another statement: it says so, and is checked against what was published without', async () => {
  const other = 'jeunes-16-25'
  await come(70, 4, other)
  const ids: string[] = []
  for await (const block of readResponses(context.store, context.keyring, other)) ids.push(...block.map(({ id }) => id))
  const setAside = async (count: number) => {
    const collection = reviewCollection(context.store)
    for (const [at, id] of ids.entries()) {
      const state = at < count ? 'aside' : 'kept'
      const review = { state, why: 'burst', group: 'g', reason: 'Programme', by: 'a', at: '2026-04-01' } as const
      await collection.put(`${other}/${id}`, review, (await collection.get(`${other}/${id}`))?.revision ?? null)
    }
  }
  await setAside(15)
  const without = await report('04-01', { slug: other })
  await reportsIn(context.store).save(other, without.statement)
  const all = await report('04-02', { slug: other, withAside: true })
  expect(all.isNew).toBe(true)
  await reportsIn(context.store).save(other, all.statement)
  expect([without, all].map(({ statement }) => statement.surveyed)).toMatchObject([
    { responses: 55 },
    { responses: 70, withAside: true },
  ])
  expect(all.statement.document.snapshot).not.toBe(without.statement.document.snapshot)
  isFarFrom(without.statement, all.statement)
  const [said, unsaid] = [all, without].map(({ questionnaire, statement }) => {
    const scope = { questionnaire: null, objective: null }
    const about = { place: 'Ici', date: '2026-04-02', demo: false, digest: 'x', scope, zones: provisionalZones }
    return html(reportOf(sourceOf([assessedOf(questionnaire, statement)], about)))
  })
  expect(said).toContain('compte aussi les fiches qu’une personne a mises de côté')
  expect(unsaid).not.toContain('mises de côté')

  const again = await report('04-03', { slug: other })
  expect([again.isNew, again.statement.document.digest]).toEqual([false, without.statement.document.digest])
  // five people apart from what was published: neither with nor without
  await setAside(5)
  const near = await report('04-04', { slug: other })
  expect([near.isNew, near.late]).toEqual([false, expect.stringContaining('Moins de 11')])
}, 120_000)
