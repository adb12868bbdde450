/** Synthetic respondents who answer through the real intake, for demonstrations, tests and benchmarks. */
import { respondentsOf } from '../../surveys/people/person.ts'
import { type Random, seeded } from '../../surveys/people/random.ts'
import type { AppContext } from '../context.ts'
import { receive } from '../responses/responses.ts'

export type RespondentGroup = { slug: string; people: number }
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
  for (const [row, { slug, people }] of groups.entries()) {
    const { standing } = await context.questionnaires.found(slug)
    const { questionnaire } = await context.questionnaires.published(slug, standing.version)
    const random = seeded(seed * 101 + row)
    const next = respondentsOf(questionnaire)
    const count: Filled = { questionnaire: slug, new: 0, same: 0 }
    const come = async () => {
      const id = uuid(random)
      const received = await receive(context, { id, questionnaire: slug, version: standing.version, ...next(random) })
      count[received.outcome] += 1
      arrived()
    }
    for (let sent = 0; sent < people; sent += together)
      await Promise.all(Array.from({ length: Math.min(together, people - sent) }, come))
    filled.push(count)
  }
  return filled
}

/** A version 4 UUID drawn from seeded chance. */
function uuid(random: Random): string {
  const digit = () => Math.floor(random() * 16).toString(16)
  const variant = '89ab'.charAt(Math.floor(random() * 4))
  return 'xxxxxxxx-xxxx-4xxx-vxxx-xxxxxxxxxxxx'.replace(/[xv]/g, (letter) => (letter === 'v' ? variant : digit()))
}
