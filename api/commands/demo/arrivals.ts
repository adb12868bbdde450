/** When the responses of the demo arrived: six weeks with their reminders, after a first wave of families the year before. */
import type { Answers } from '../../../surveys/answers/response.ts'
import { zoneOfObjective } from '../../../surveys/authority/plan.ts'
import { communes, provisionalZones, zoneOf } from '../../../surveys/authority/territory.ts'
import { happens, type Random, seeded } from '../../../surveys/people/random.ts'
import { isCensus } from '../../../surveys/questionnaire/audiences.ts'
import { fieldsOf } from '../../../surveys/questionnaire/fields.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import type { AppContext } from '../../context.ts'
import { Problem } from '../../http/problems.ts'
import { type Coming, type Filled, type RespondentGroup, sendAll, sendersOf } from '../synthetic-respondents.ts'
import { censusCode } from './codes.ts'

const dayMs = 86_400_000

/** Days ago at which each part of a collection begins and ends, and at which its publication is made; null = after it, for nobody yet. */
export const waves = {
  first: { from: 402, to: 376, published: 352 },
  second: { from: 43, to: 6, published: 4 },
  since: { from: 3, to: 0.1, published: null },
} as const
export type Wave = keyof typeof waves

export const daysAgo = (context: Pick<AppContext, 'now'>, days: number) =>
  new Date(context.now().getTime() - days * dayMs)

/** How many people of a group come in each wave: the first one is of families, and only where it can be compared. */
function sharedOut({ slug, people }: RespondentGroup): Record<Wave, number> {
  const first = slug === 'familles' && people >= 120 ? Math.floor(people / 4) : 0
  const since = people - first >= 240 ? Math.max(15, Math.floor(people / 25)) : 0
  return { first, second: people - first - since, since }
}

/**
 * Sends the responses of every group, wave by wave.
 *
 * @param arrived called after each response
 * @param ended called when a wave is in: how many responses of each questionnaire are new
 */
export async function fillWaves(
  context: AppContext,
  groups: readonly RespondentGroup[],
  seed: number,
  arrived: () => void,
  ended: (wave: Wave, fresh: ReadonlyMap<string, number>) => Promise<void>,
): Promise<Filled[]> {
  const filled = new Map(groups.map(({ slug }) => [slug, { questionnaire: slug, new: 0, same: 0 } as Filled]))
  for (const [turn, wave] of (Object.keys(waves) as Wave[]).entries()) {
    const fresh = new Map<string, number>()
    for (const [row, group] of groups.entries()) {
      const people = sharedOut(group)[wave]
      // a chance of its own: more people in one wave leave those of the others as they are
      const own = seed * 101 + row + 7_919 * turn
      const { questionnaire, next } = await sendersOf(context, group.slug, own, group.byShort)
      const comes = comingIn(context, questionnaire, wave, people, seeded(own + 1))
      const count = filled.get(group.slug)!
      await sendAll(
        people,
        (coming) => next(coming).catch(passedOver),
        (outcome) => {
          count[outcome] += 1
          if (outcome === 'new') fresh.set(group.slug, (fresh.get(group.slug) ?? 0) + 1)
          arrived()
        },
        comes,
      )
    }
    await ended(wave, fresh)
  }
  return [...filled.values()]
}

/** Somebody withdrew it from the demo, its answers are purged, or other options gave this person other answers: it does not come again. */
const there: ReadonlySet<string> = new Set(['response-withdrawn', 'questionnaire-closed', 'response-differs'])

function passedOver(error: unknown): 'same' {
  if (error instanceof Problem && there.has(error.code)) return 'same'
  throw error
}

function comingIn(context: AppContext, questionnaire: Questionnaire, wave: Wave, people: number, random: Random) {
  const { from, to } = waves[wave]
  const isWilling = willingIn(questionnaire)
  return (place: number): Coming => {
    const days = from - (from - to) * elapsed((place + random()) / people)
    // between 8 h and 21 h
    const day = Math.floor(daysAgo(context, days).getTime() / dayMs) * dayMs
    const at = new Date(Math.min(day + (7 + 13 * random()) * 3_600_000, daysAgo(context, 0.02).getTime()))
    return {
      at,
      isWilling,
      ...(isCensus(questionnaire.audience) ? { invitation: censusCode(place) } : {}),
      ...(wave === 'first' ? { changed: lessInformed } : {}),
      // whoever runs the demo again may have closed the questionnaire meanwhile
      arrival: { isDecided: true, answeredAt: at.toISOString() },
    }
  }
}

/** Share of the time gone by when this share of the people has answered: many at the start and after two reminders. */
function elapsed(share: number): number {
  const pace = [9, 7, 5, 3, 2, 1, 1, 6, 4, 2, 1, 1, 1, 5, 3, 1, 1, 1]
  let left = share * pace.reduce((sum, one) => sum + one, 0)
  for (const [at, one] of pace.entries()) {
    if (left <= one) return (at + left / one) / pace.length
    left -= one
  }
  return 1
}

const town = 5_000
/** Of those it is not about, whom its link and its poster reach least. */
const fromElsewhere = 0.3

/**
 * People of the towns answer less than those of the villages, as they do: weighting has something to put right. And what is asked
 * about one zone is shared there first.
 */
function willingIn({ definition, assigned, indicators }: Questionnaire): Coming['isWilling'] {
  const field = fieldsOf(definition, assigned).find(({ semantic, parent }) => semantic === 'commune' && parent === null)
  if (!field) return undefined
  const towns = new Set(communes().flatMap(({ insee, population }) => (population >= town ? [insee] : [])))
  const about = indicators.flatMap(({ objective }) => zoneOfObjective()[objective] ?? [])
  const zone = about.length > indicators.length / 2 ? about[0] : undefined
  return ({ answers }, random) => {
    const commune = String(answers[field.path])
    const isThere = zone === undefined || zoneOf(commune, provisionalZones()) === zone
    return (isThere || happens(random, fromElsewhere)) && (!towns.has(commune) || happens(random, 0.65))
  }
}

/** A year before, services were less known and information harder to find. */
function lessInformed(answers: Answers, random: Random): Answers {
  const found = ['oui', 'plutot_oui'].includes(String(answers.info_facile))
  return found && happens(random, 0.4) ? { ...answers, info_facile: 'plutot_non' } : answers
}
