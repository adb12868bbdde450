/** How the collection goes: responses per day, mode and zone, each to the nearest five; nothing of what was answered. */
import { fieldworkCount } from '../../analysis/disclosure/publication.ts'
import { memberTokenOf } from '../../analysis/disclosure/record-key.ts'
import { rules } from '../../analysis/disclosure/rules.ts'
import { steadyCount } from '../../analysis/disclosure/snapshot.ts'
import { typeset } from '../../analysis/text/format.ts'
import { type ZoneTable, zoneNames, zoneOf } from '../../surveys/authority/territory.ts'
import { dayOf } from '../../surveys/days.ts'
import { capital } from '../../surveys/languages.ts'
import { type Field, fieldsOf } from '../../surveys/questionnaire/fields.ts'
import { leastDescribed, leastNew } from '../../surveys/thresholds.ts'
import { aboutNearFive } from '../../surveys/wording/near-five.ts'
import type { DataContext } from '../data-context.ts'
import { asideIn } from '../fieldwork/reviews.ts'
import { zonesOf } from '../tables/reference.ts'
import { tokensIn } from './frozen-study.ts'
import { rememberedIn } from './remembered.ts'
import { recordSecretOf, snapshotsIn } from './snapshots.ts'

export type Tally = { name: string; count: number }[]

/** How the collection goes, to the nearest five; `aside`: responses a person has set aside, in none of the other counts. */
export type Fieldwork = {
  total: number
  /** As many as a publication asks for, whatever the rounding hides; publishing says as much. */
  isEnough: boolean
  aside: number
  channels: Tally
  days: Tally
  modes: Tally
  zones: Tally
  provisional: boolean
  zoneSource: string
}

/** What is remembered of a response; `classes`: its answers to the questions that may describe who answers (`profilesOf`). */
export type Facts = {
  id: string
  day: string
  /** ISO up to the hour, UTC. */
  hour: string
  mode: string
  channel: string
  commune: string | null
  trial: boolean
  classes: Record<string, string>
}
/** A response that came by a link without a place. */
export const noChannel = 'Sans canal'
const mostChannels = 20
const mostClasses = 12
const modeNames: Record<string, string> = { web: 'En ligne', kiosk: 'Sur une borne', paper: 'Sur papier' }

/** The responses that count, and how many a person has set aside. */
export function factsIn(context: DataContext) {
  const read = readIn(context)
  const remembered = rememberedIn(context, async (response): Promise<Facts> => {
    const { id, questionnaire, version, receivedAt, mode, channel, trial, answers } = response
    const { commune, profiles } = await read(questionnaire, version)
    const place = answers[commune]
    const classes = profiles.flatMap((path) => {
      const value = answers[path]
      return typeof value === 'string' ? [[path, value]] : []
    })
    return {
      id,
      day: dayOf(receivedAt),
      hour: receivedAt.slice(0, 13),
      mode,
      channel,
      commune: typeof place === 'string' ? place : null,
      trial,
      classes: Object.fromEntries(classes),
    }
  })

  return async (slug: string): Promise<{ responses: Facts[]; aside: number }> => {
    const { standing } = await context.questionnaires.found(slug)
    const all = (await remembered(slug)).filter(({ trial }) => standing.status === 'trial' || !trial)
    const out = await asideIn(context.store, slug)
    const responses = all.filter(({ id }) => !out.has(id))
    return { responses, aside: all.length - responses.length }
  }
}

/** Closed questions about the person or the family as a whole, none of them sensitive; the commune is shown by its zone only, the door to the rest describes nobody. */
export const profilesOf = (fields: readonly Field[]): Field[] =>
  fields.filter(
    ({ kind, parent, row, semantic, sensitivity, choices }) =>
      kind === 'choice' &&
      parent === null &&
      row === null &&
      semantic !== 'commune' &&
      semantic !== 'gate' &&
      sensitivity === 'ordinary' &&
      choices.length <= mostClasses,
  )

/** The zone of a response, by its name. */
export const zoneNamer =
  (zones: ZoneTable) =>
  ({ commune }: Pick<Facts, 'commune'>): string => {
    const code = commune === null ? null : zoneOf(commune, zones)
    return code === null || code === undefined ? 'Non précisée' : (zoneNames()[code] ?? code)
  }

export function fieldworkIn(context: DataContext, facts = factsIn(context)) {
  return async (slug: string): Promise<Fieldwork> => {
    const { responses, aside } = await facts(slug)
    const zones: ZoneTable = zonesOf((await context.tables.current('zones')) ?? undefined)
    const zone = zoneNamer(zones)
    return {
      total: fieldworkCount(responses.length),
      isEnough: responses.length >= leastDescribed,
      aside: fieldworkCount(aside),
      channels: largest(tallyOf(responses, ({ channel }) => channel || noChannel)),
      days: everyDay(tallyOf(responses, ({ day }) => day)),
      modes: listed(
        modeNames,
        tallyOf(responses, ({ mode }) => modeNames[mode] ?? mode),
      ),
      zones: listed(zoneNames(), tallyOf(responses, zone)),
      provisional: zones.provisional,
      zoneSource: zones.source,
    }
  }
}

/**
 * `isNew`: a publication of today would count them anew. `joined`: who joined since the last snapshot, as publishing counts them, to
 * the nearest five; `joinedZones`: by zone. `isTogether`: more came, in too few hours to count.
 */
export type ToPublish = Fieldwork & { isNew: boolean; joined: number; isTogether: boolean; joinedZones: Tally }

export const newcomersText = (joined: number): string =>
  joined === 0
    ? 'Aucune réponse nouvelle, ou presque,'
    : `${capital(aboutNearFive(joined))} réponses nouvelles sur les ${leastNew} demandées`

/** Why responses that came together are no new publication, and what is missing. @param joined to the nearest five */
export function togetherText(joined: number): string {
  const missing = leastNew - joined
  const more = missing < rules.baseStep ? 'quelques-unes' : `environ ${missing}`
  return `d’une même heure, cinq en ligne comptent. ${capital(aboutNearFive(joined))} comptent donc, sur ${leastNew} ; il en manque ${more}, à d’autres heures`
}

/** Why the same responses with the same tables are no new publication: said before it, and when it is asked for. */
export const nothingNewText = ({ joined, isTogether }: Pick<ToPublish, 'joined' | 'isTogether'>): string =>
  typeset(
    isTogether
      ? `Les réponses nouvelles sont arrivées presque ensemble : ${togetherText(joined)}.`
      : joined > 0
        ? `${newcomersText(joined)} depuis la dernière publication, et aucune table enregistrée : les chiffres seraient les mêmes.`
        : 'Rien n’a changé depuis la dernière publication : elle dit déjà tout.',
  )

export function toPublishIn(context: DataContext) {
  const facts = factsIn(context)
  const fieldwork = fieldworkIn(context, facts)
  return async (slug: string): Promise<ToPublish> => ({
    ...(await fieldwork(slug)),
    ...(await joinedIn(context, slug, (await facts(slug)).responses)),
  })
}

async function joinedIn(
  context: DataContext,
  slug: string,
  responses: readonly Facts[],
): Promise<Omit<ToPublish, keyof Fieldwork>> {
  const zones = zonesOf((await context.tables.current('zones')) ?? undefined)
  const { standing } = await context.questionnaires.found(slug)
  const isTrial = standing.status === 'trial'
  const last = (await snapshotsIn(context.store).all(slug, isTrial)).at(-1)
  if (!last) return { isNew: responses.length >= leastDescribed, joined: 0, isTogether: false, joinedZones: [] }
  const secret = await recordSecretOf(context, slug, isTrial, zones)
  const counted = new Set(tokensIn(last))
  const newcomers = responses.filter(({ id }) => !counted.has(memberTokenOf(secret, id)))
  const joinedAmong = (own: readonly Facts[]) =>
    steadyCount(own.map(({ hour, mode }) => ({ hour, isAttended: mode !== 'web' })))
  const joined = joinedAmong(newcomers)
  return {
    isNew: joined >= leastNew,
    joined: fieldworkCount(joined),
    isTogether: joined < newcomers.length,
    joinedZones: [...Map.groupBy(newcomers, zoneNamer(zones))].map(([name, own]) => ({
      name,
      count: fieldworkCount(joinedAmong(own)),
    })),
  }
}

type Read = { commune: string; profiles: string[] }

/** What is read of a response, worked out once a version: versions never change. */
function readIn(context: DataContext) {
  const known = new Map<string, Read>()
  return async (slug: string, version: number): Promise<Read> => {
    const name = `${slug}@${version}`
    const before = known.get(name)
    if (before) return before
    const { definition, assigned } = (await context.questionnaires.published(slug, version)).questionnaire
    const fields = fieldsOf(definition, assigned)
    const commune = fields.find(({ semantic, parent }) => semantic === 'commune' && parent === null)
    const read = { commune: commune?.question ?? '', profiles: profilesOf(fields).map(({ path }) => path) }
    known.set(name, read)
    return read
  }
}

/** In the order of every other table; what is not named there comes last. */
export function listed(names: Readonly<Record<string, string>>, tally: Tally): Tally {
  const order = Object.values(names)
  const rank = ({ name }: Tally[number]) => (order.includes(name) ? order.indexOf(name) : order.length)
  return tally.toSorted((a, b) => rank(a) - rank(b))
}

/** Anybody can write a channel into a link: only those that bring answers are named, the largest first. */
const largest = (tally: Tally): Tally =>
  tally
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, mostChannels)

export function tallyOf(responses: Facts[], name: (one: Facts) => string): Tally {
  const counts = new Map<string, number>()
  for (const response of responses) counts.set(name(response), (counts.get(name(response)) ?? 0) + 1)
  return [...counts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([own, count]) => ({ name: own, count: fieldworkCount(count) }))
}

/** Days without a response are days too; at most the last ninety, from the first of them that has any. */
export function everyDay(days: Tally): Tally {
  const [first, last] = [days[0]?.name, days.at(-1)?.name]
  if (!first || !last) return []
  const counts = new Map(days.map(({ name, count }) => [name, count]))
  const all: Tally = []
  for (let time = Date.parse(first); time <= Date.parse(last); time += 24 * 3_600_000) {
    const name = new Date(time).toISOString().slice(0, 10)
    all.push({ name, count: counts.get(name) ?? 0 })
  }
  const last90 = all.slice(-90)
  return last90.slice(
    Math.max(
      0,
      last90.findIndex(({ count }) => count > 0),
    ),
  )
}
