/** How many answers the staff sees: those of a trial as they are, the others to the nearest five. */
import { fieldworkCount } from '../../analysis/disclosure/publication.ts'
import type { AppContext } from '../context.ts'
import type { Standing } from '../questionnaires/questionnaires.ts'

export async function answerCount({ store }: AppContext, slug: string, { status }: Standing): Promise<number> {
  const count = await store.responses.count(slug)
  return status === 'trial' ? count : fieldworkCount(count)
}
