/** The collection as it goes, for those who run it: the counts of the analysis, and who answers against who lives here. */

import { fieldworkCount } from '../../analysis/disclosure/publication.ts'
import { rules } from '../../analysis/disclosure/rules.ts'
import { outsideZone, type ZoneTable, zoneNames } from '../../surveys/authority/territory.ts'
import { dayAfter, dayOf } from '../../surveys/days.ts'
import { marginOf } from '../../surveys/questionnaire/audiences.ts'
import { frenchOf } from '../../surveys/questionnaire/elements.ts'
import { fieldsOf } from '../../surveys/questionnaire/fields.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import { shortFormOf } from '../../surveys/questionnaire/short-form.ts'
import { isFarBelow } from '../../surveys/thresholds.ts'
import { folded } from '../../surveys/wording/folded.ts'
import type { AppContext } from '../context.ts'
import { type Facts, factsIn, fieldworkIn, noChannel, profilesOf, tallyOf, zoneNamer } from '../results/fieldwork.ts'
import { zonesName } from '../results/snapshots.ts'
import { collections } from '../store/collections.ts'
import { referenceTables } from '../tables/reference.ts'
import type * as wire from '../wire/fieldwork.ts'
import type { SampleCount, Steps } from './collections.ts'
import { channels } from './diffusion/channels.ts'
import { countingIn } from './reviews.ts'
import { stepsBy } from './steps.ts'
import { targetsOf } from './targets.ts'
import { zonesByLink } from './zones-by-link.ts'

/** Classes are counted again only when so many answers are new: nobody learns what the last person said of themselves. */
const { leastNew, leastDescribed: leastForMedian } = rules

export function followIn(context: AppContext) {
  const facts = factsIn(context)
  const fieldwork = fieldworkIn(context, facts)

  /** @param today ISO day */
  return async ({ slug, today }: { slug: string; today: string }): Promise<wire.Counted> => {
    const { questionnaire, zoneTable, source, people, lists } = await askedOf(context, slug)
    const { responses } = await facts(slug)
    const samples: wire.Sample[] = []
    let sampledOn = null as string | null
    let isRedrawn = false
    for (const list of lists) {
      const zones = list.name === 'zone' ? { zones: zonesName(zoneTable) } : {}
      const sample = await sampled(context, `${slug}/${list.name}`, responses.length, () => ({
        rows: tallyOf(responses, list.of),
        ...zones,
      }))
      if (!sample) continue
      if (isOfOtherZones(sample, list, zoneTable)) {
        isRedrawn = true
        continue
      }
      sampledOn = sampledOn === null || sample.day > sampledOn ? sample.day : sampledOn
      samples.push(shownSample(list, sample, { source, people }))
    }
    const steps = (await context.store.collection(collections.steps).get(slug))?.value ?? { pages: {}, minutes: {} }
    const byShort = shortFormOf(questionnaire)
    const short = byShort && waysOf(byShort, stepsBy(steps, true))
    const counts = await fieldwork(slug)
    return {
      ...counts,
      channels: counts.channels.map(({ name, count }) => ({ name: channelText(name, zoneTable), count })),
      recent: recentOf(responses, today),
      samples,
      sampledOn,
      isRedrawn,
      ...waysOf(questionnaire, stepsBy(steps, false)),
      short: short && short.steps.length > 0 ? short : null,
    }
  }
}

type List = {
  name: string
  title: string
  margin: Margin | undefined
  /** Its classes, in order. */
  names: string[]
  of: (facts: Facts) => string
}

/** What is counted of who answers: by zone, then by each class that a margin or a target speaks of. */
async function askedOf(context: AppContext, slug: string) {
  const { standing } = await context.questionnaires.found(slug)
  const { questionnaire } = await context.questionnaires.published(slug, standing.version)
  const { zones: zoneTable, margins } = await referenceTables(context.tables)
  const { profile } = await targetsOf(context, slug)
  const known = marginsOf(margins.rows, questionnaire)
  const asked = profilesOf(fieldsOf(questionnaire.definition, questionnaire.assigned)).filter(
    ({ path, title }) => path === profile || known.has(folded(path)) || known.has(folded(title)),
  )
  const lists: List[] = [
    { name: 'zone', title: 'Zone', margin: known.get('zone'), names: zonesInOrder(), of: zoneNamer(zoneTable) },
    ...asked.map(({ path, title, choices }) => ({
      name: path,
      title,
      margin: known.get(folded(path)) ?? known.get(folded(title)),
      names: choices.map(({ text }) => text),
      of: ({ classes }: Facts) => choices.find(({ value }) => value === classes[path])?.text ?? 'Non précisé',
    })),
  ]
  const people = marginOf(questionnaire.unit, questionnaire.audience)
  return { questionnaire, zoneTable, source: margins.source, people, lists }
}

/** Zones drawn afresh are counted with the next eleven answers: before, the two counts together would tell of a commune. */
const isOfOtherZones = (sample: SampleCount, { name }: List, zones: ZoneTable): boolean =>
  name === 'zone' && sample.zones !== undefined && sample.zones !== zonesName(zones)

const shownSample = (
  { name, title, margin, names }: List,
  { rows }: SampleCount,
  { source, people }: { source: string; people: string },
): wire.Sample => ({
  name,
  title,
  rows: withMargin(inOrder(rows, names), margin),
  people,
  source: margin ? source : '',
})

/** What the follow-up counted last, without reading a response; null = nothing, or too many came since. */
export async function lastCounted(
  context: AppContext,
  slug: string,
): Promise<Pick<wire.Counted, 'total' | 'isEnough' | 'samples'> | null> {
  const { zoneTable, source, people, lists } = await askedOf(context, slug)
  const counting = await countingIn(context.store, slug)
  const collection = context.store.collection(collections.samples)
  const samples: wire.Sample[] = []
  for (const list of lists) {
    const last = (await collection.get(`${slug}/${list.name}`))?.value
    if (!last || Math.abs(counting - last.responses) >= leastNew) return null
    if (!isOfOtherZones(last, list, zoneTable)) samples.push(shownSample(list, last, { source, people }))
  }
  return { total: fieldworkCount(counting), isEnough: counting >= leastForMedian, samples }
}

/** Our own channels by their names, with their zone; what somebody else wrote into a link is quoted. */
function channelText(name: string, zones: ZoneTable): string {
  const [code = '', zone] = name.split('--')
  const named = channels.find((one) => one.code === code)?.name
  const zoneName = zonesByLink(zones).find((one) => one.code === zone)?.name ?? zone
  return [named ?? (code === noChannel ? code : `Autre lien : «\u202f${code}\u202f»`), zoneName]
    .filter(Boolean)
    .join(', ')
}

/** Today is not over: it is told apart, and is in none of the others. */
function recentOf(responses: readonly Facts[], today: string): wire.Counted['recent'] {
  const between = (from: number, to: number) => {
    const [first, last] = [dayAfter(today, -from), dayAfter(today, -to)]
    return fieldworkCount(responses.filter(({ day }) => day >= first && day <= last).length)
  }
  const last = responses.reduce<string | null>((latest, { day }) => (latest && latest > day ? latest : day), null)
  return {
    today: last === today ? between(0, 0) : null,
    yesterday: between(1, 1),
    week: between(7, 1),
    weekBefore: between(14, 8),
    last,
  }
}

const waysOf = (questionnaire: Questionnaire, { minutes, pages }: Steps): wire.Ways => ({
  minutes: medianOf(minutes),
  steps: stepsOf(questionnaire, pages),
})

/** The last count, renewed when enough answers are new; null before there are any to count. */
async function sampled(
  context: AppContext,
  id: string,
  responses: number,
  count: () => Pick<SampleCount, 'rows' | 'zones'>,
): Promise<SampleCount | null> {
  const collection = context.store.collection(collections.samples)
  const last = await collection.get(id)
  if (last && Math.abs(responses - last.value.responses) < leastNew) return last.value
  if (responses < leastNew) return null
  const next: SampleCount = { responses, day: dayOf(context.now()), ...count() }
  // another instance has just counted: what it wrote is as good
  if ((await collection.put(id, next, last?.revision ?? null)) === 'changed')
    return (await collection.get(id))?.value ?? next
  return next
}

type Margin = Map<string, number>

function marginsOf(
  rows: { variable: string; value: string; unit: string; count: number }[],
  { unit, audience }: Pick<Questionnaire, 'unit' | 'audience'>,
) {
  const margins = new Map<string, Margin>()
  for (const row of rows.filter((one) => one.unit === marginOf(unit, audience)))
    margins.set(
      folded(row.variable),
      (margins.get(folded(row.variable)) ?? new Map()).set(folded(row.value), row.count),
    )
  return margins
}

/** Names of the zones, those who live elsewhere last. */
const zonesInOrder = (): string[] =>
  Object.entries(zoneNames())
    .toSorted(([a], [b]) => Number(a === outsideZone) - Number(b === outsideZone))
    .map(([, name]) => name)

/** What is in no list, as those who did not say, comes last. */
function inOrder(rows: SampleCount['rows'], names: string[]): SampleCount['rows'] {
  const place = (name: string) => (names.includes(name) ? names.indexOf(name) : names.length)
  return rows.toSorted((a, b) => place(a.name) - place(b.name))
}

/**
 * Shares are those of the rounded counts: they say nothing more. Beside a margin, they are of the responses in one of its classes:
 * those who did not say, or live elsewhere, would make each class look small.
 */
export function withMargin(rows: SampleCount['rows'], margin: Margin | undefined): wire.Sample['rows'] {
  const isCompared = ({ name }: { name: string }) => margin === undefined || margin.has(folded(name))
  const total = rows.filter(isCompared).reduce((sum, { count }) => sum + count, 0)
  const responses = rows.reduce((sum, { count }) => sum + count, 0)
  const people = margin ? [...margin.values()].reduce((sum, count) => sum + count, 0) : 0
  const percent = (part: number, whole: number) => (whole === 0 ? null : Math.round((100 * part) / whole))
  return rows.map(({ name, count }) => {
    const inPeople = margin?.get(folded(name))
    const share = count === 0 || !isCompared({ name }) ? null : percent(count, total)
    const known = inPeople === undefined ? null : percent(inPeople, people)
    return { name, count, share, known, isMissing: isFarBelow({ share, known }, responses) }
  })
}

function medianOf(minutes: Steps['minutes']): wire.Counted['minutes'] {
  const durations = Object.entries(minutes)
    .map(([name, count]) => ({ minutes: Number(name), count }))
    .toSorted((a, b) => a.minutes - b.minutes)
  const base = durations.reduce((sum, { count }) => sum + count, 0)
  if (base < leastForMedian) return null
  let before = 0
  for (const { minutes: own, count } of durations) {
    before += count
    if (before >= base / 2) return { median: own, base: fieldworkCount(base) }
  }
  return null
}

/** Pages of the version people are given now; pages of earlier versions that have the same name count with them. */
function stepsOf({ definition }: Questionnaire, reached: Steps['pages']): wire.Counted['steps'] {
  const counts = new Map<string, number>()
  for (const [name, count] of Object.entries(reached)) {
    const page = name.slice(name.indexOf('/') + 1)
    counts.set(page, (counts.get(page) ?? 0) + count)
  }
  if (counts.size === 0) return []
  const pages = definition.pages.map(({ name, title }, at) => ({
    page: name,
    title: frenchOf(title ?? '') || `Page ${at + 1}`,
  }))
  return [...pages, { page: endPage, title: 'Envoi' }].map((page) => ({
    ...page,
    count: fieldworkCount(counts.get(page.page) ?? 0),
  }))
}

/** The name of the last screen, where answers are sent. */
export const endPage = '~end'
