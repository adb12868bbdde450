import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditBounds } from '../../../analysis/disclosure/audit.ts'
import type { Knowledge } from '../../../analysis/disclosure/knowledge.ts'
import { addition, type Equation } from '../../../analysis/disclosure/system.ts'
import { fill } from '../../../api/commands/synthetic-respondents.ts'
import { type AppContext, openContext } from '../../../api/context.ts'
import { type Head, type PublishedQuestion, publicationsIn } from '../../../api/results/publications.ts'
import { publishNow } from '../../../api/results/publish.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { aPlace } from '../fixture.ts'

const slug = 'jeunes-11-15'
const place = aPlace()
let context: AppContext
const published: { head: Head; questions: PublishedQuestion[] }[] = []

beforeAll(async () => {
  context = await openContext(place, () => new Date('2026-03-02T10:00:00Z'))
  await context.questionnaires.loadFounding(founding)
  for (const [people, seed] of [
    [240, 7],
    [60, 8],
  ] as const) {
    await fill(context, [{ slug, people }], seed, () => {})
    const made = await publishNow(context, slug, 'analyste', `2026-0${seed}-01T10:00:00.000Z`)
    if ('refused' in made) throw new Error(made.refused)
    const publications = publicationsIn(context.store)
    const head = (await publications.all(slug)).at(-1)!
    const questions = await Promise.all(
      head.questions.map(async ({ path }) => (await publications.question(slug, head.number, path))!),
    )
    published.push({ head, questions })
  }
}, 120_000)
afterAll(async () => {
  await context?.close()
  rmSync(place.folder, { recursive: true, force: true })
})

/** Everything the pages of the dashboard and the documents published: who was counted, and when. */
type Published = { snapshot: string; knowledge: Knowledge }

const everything = (upTo: number): Published[] =>
  published.slice(0, upTo).flatMap(({ head, questions }) => [
    { snapshot: head.document.snapshot, knowledge: head.document.published.knowledge },
    ...questions
      .flatMap(({ crossings }) => crossings.flatMap(({ publication, weighted }) => [publication ?? [], weighted ?? []]))
      .flat()
      .map(({ snapshot, published }) => ({ snapshot, knowledge: published.knowledge })),
  ])

/** Questions put to those only who did not answer « aucun » to an earlier one. */
const askedAfter = {
  lieux: ['lieu_principal', 'lieu_moments', 'lieu_avec', 'lieu_usages'],
  loisirs_envie: ['freins'],
}
/** Equations that these gave to the attack. */
let paths = 0

/** A key with one more trait, in the order keys have. */
const keyWith = (key: string, trait: string): string => {
  const [universe, ...traits] = key.split('|')
  return [universe, ...[...traits, trait].sort()].join('|')
}

/**
 * The patient analyst with a solver: every count published anywhere, every addition, every group that only grew, every path.
 *
 * @returns groups that may be of 1 to 4 people, known within less than five
 */
function leaksOf(pages: Published[]): string[] {
  const place = new Map<string, number>()
  const counts: (number | null)[] = []
  const equations: Equation[] = []
  const snapshots = [...new Set(pages.map(({ snapshot }) => snapshot))]
  const at = (key: string) => {
    if (!place.has(key)) place.set(key, counts.push(null) - 1)
    return place.get(key)!
  }
  for (const { snapshot, knowledge } of pages) {
    const cell = (key: string) => at(`${snapshots.indexOf(snapshot)} ${key}`)
    for (const [key, count] of Object.entries(knowledge.counts)) {
      const known = cell(key)
      if (count === null) continue
      if (counts[known] !== null && counts[known] !== count)
        throw new Error(`${key} was published twice, with two values`)
      counts[known] = count
    }
    for (const { total, parts } of knowledge.sums) equations.push(addition(cell(total), parts.map(cell)))
    for (const { key, most } of knowledge.bounds ?? []) equations.push({ terms: [[cell(key), 1]], low: 0, high: most })
  }
  const newcomers: string[] = []
  for (const key of [...place.keys()])
    for (let now = 1; now < snapshots.length; now++) {
      const before = place.get(`${now - 1} ${key.slice(2)}`)
      if (!key.startsWith(`${now} `) || before === undefined) continue
      const change = Math.abs((counts[place.get(key)!] ?? Number.NaN) - (counts[before] ?? Number.NaN))
      // how many responses came is no secret
      if (change > 0 && change < 5 && !/silence=|feuilles$/.test(key)) newcomers.push(`${key} +${change}`)
      equations.push({
        terms: [
          [place.get(key)!, 1],
          [before, -1],
        ],
        low: 0,
        high: Number.POSITIVE_INFINITY,
      })
    }
  // who was asked these went somewhere, or wished for something: they are not among those who said « aucun »
  for (const key of [...place.keys()])
    for (const [earlier, later] of Object.entries(askedAfter))
      for (const question of later) {
        const [, state = '', group = ''] =
          new RegExp(`^(\\d+ )${slug}\\.${question}((?:\\|[^|=]+=[^|]+)*)$`).exec(key) ?? []
        const base = `${state}${slug}.${earlier}${group}`
        const none = place.get(`${state}${keyWith(`${slug}.${earlier}${group}`, 'reponse=aucun')}`)
        if (state === '' || /reponse=|silence=/.test(group) || !place.has(base) || none === undefined) continue
        const terms = [[place.get(key)!, 1] as const, [none, 1] as const, [place.get(base)!, -1] as const]
        equations.push({ terms, low: Number.NEGATIVE_INFINITY, high: 0 })
        paths++
      }
  const keys = [...place.keys()]
  const isHidden = counts.map((count) => count === null)
  const system = { keys, counts: counts.map((count) => count ?? -1), equations }
  const bounded = auditBounds(system, isHidden).flatMap(({ cell, lo, hi }) =>
    lo < 5 && hi > 0 && hi - lo < 5 ? [`${keys[cell]} ${lo}–${hi}`] : [],
  )
  return [...newcomers, ...bounded]
}

/** How many did not answer a question is known; how they did is protected as long as they are enough. */
const isSilence = (leak: string) => leak.includes('silence=')

test('all questions by all lists, with the findings and the report: nobody is recovered', () => {
  const pages = everything(1)
  expect(pages.length).toBeGreaterThan(100)
  expect(leaksOf(pages).filter((leak) => !isSilence(leak))).toEqual([])
  expect(paths).toBeGreaterThan(5)
}, 60_000)

test('over two publications neither', () => {
  expect(everything(2).length).toBeGreaterThan(200)
  expect(leaksOf(everything(2)).filter((leak) => !isSilence(leak))).toEqual([])
}, 60_000)
