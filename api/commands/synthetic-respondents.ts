/** Synthetic respondents who answer through the real intake, for demonstrations, tests and benchmarks. */

import { respondentsOf, type SyntheticRespondent } from '../../surveys/people/person.ts'
import { type Random, seeded } from '../../surveys/people/random.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import type { AppContext } from '../context.ts'
import type { Arrival } from '../responses/responses.ts'
import { receive } from '../responses/responses.ts'

/** `byShort`: part of the people who take the short door, in [0, 1]; absent = nobody. */
export type RespondentGroup = { slug: string; people: number; byShort?: number }
export type Filled = { questionnaire: string; new: number; same: number }

/** Responses under way at once: enough for several to share a commit. */
const together = 64

/**
 * Sends the responses of seeded people to `receive`; the same seed gives the same responses under the same ids.
 *
 * @param arrived called after each response
 * @throws Problem when the intake refuses one, which would be a fault of the model
 */
export async function fill(
  context: AppContext,
  groups: RespondentGroup[],
  seed: number,
  arrived: () => void,
): Promise<Filled[]> {
  const filled: Filled[] = []
  for (const [row, { slug, people, byShort }] of groups.entries()) {
    const senders = await sendersOf(context, slug, seed * 101 + row, byShort)
    const count: Filled = { questionnaire: slug, new: 0, same: 0 }
    await sendAll(people, senders.next, (outcome) => {
      count[outcome] += 1
      arrived()
    })
    filled.push(count)
  }
  return filled
}

type Sent = Pick<SyntheticRespondent, 'answers'>
/** How one response of a demonstration comes: when, from whom among those drawn, and changed how. */
export type Coming = {
  at?: Date
  isWilling?: (someone: Sent, random: Random) => boolean
  changed?: (answers: Sent['answers'], random: Random) => Sent['answers']
  arrival?: Arrival
  /** Code that lets it in, where one is asked. */
  invitation?: string
}

/** The people of one questionnaire, one after the other. `questionnaire`: the version they answer. */
export async function sendersOf(context: AppContext, slug: string, seed: number, byShort = 0) {
  const { standing } = await context.questionnaires.found(slug)
  const { questionnaire } = await context.questionnaires.published(slug, standing.version)
  const random = seeded(seed)
  const draw = respondentsOf(questionnaire, 'as-people-do', byShort)
  const { version } = standing
  async function next({ at, isWilling, changed, arrival, invitation }: Coming = {}): Promise<'new' | 'same'> {
    const id = uuid(random)
    let someone = draw(random)
    while (isWilling && !isWilling(someone, random)) someone = draw(random)
    const answers = changed ? changed(someone.answers, random) : someone.answers
    const own = at === undefined ? context : { ...context, now: () => at }
    return (
      await receive(
        own,
        { id, questionnaire: slug, version, ...someone, answers, ...(invitation === undefined ? {} : { invitation }) },
        arrival,
      )
    ).outcome
  }
  return { questionnaire: questionnaire as Questionnaire, next }
}

/** @param coming of the person at a place, from 0 */
export async function sendAll(
  people: number,
  next: (coming?: Coming) => Promise<'new' | 'same'>,
  arrived: (outcome: 'new' | 'same') => void,
  coming: (place: number) => Coming = () => ({}),
): Promise<void> {
  for (let sent = 0; sent < people; sent += together)
    await Promise.all(
      Array.from({ length: Math.min(together, people - sent) }, async (_, at) =>
        arrived(await next(coming(sent + at))),
      ),
    )
}

/** A version 4 UUID drawn from seeded chance. */
function uuid(random: Random): string {
  const digit = () => Math.floor(random() * 16).toString(16)
  const variant = '89ab'.charAt(Math.floor(random() * 4))
  return 'xxxxxxxx-xxxx-4xxx-vxxx-xxxxxxxxxxxx'.replace(/[xv]/g, (letter) => (letter === 'v' ? variant : digit()))
}
