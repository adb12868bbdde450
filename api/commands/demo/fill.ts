/** Fills a store for the demonstration: a plan in the middle of its life, weighted, published twice and decided on. */
import { founding } from '../../../surveys/questionnaire/founding.ts'
import type { AppContext } from '../../context.ts'
import type { Filled, RespondentGroup } from '../synthetic-respondents.ts'
import { fillActionLog } from './action-log.ts'
import { daysAgo, fillWaves, waves } from './arrivals.ts'
import { fillDirectory } from './directory.ts'
import { fillFollowUps } from './follow-ups.ts'
import { fillHeard } from './heard.ts'
import { nameContacts, openAll } from './opening.ts'
import { publishWave } from './publications.ts'
import { fillRegistered } from './registered.ts'
import { fillTables } from './tables.ts'
import { fillYoung, nameYoungPlaces } from './young.ts'

/**
 * Adds what the store does not have yet; run again, it adds the people that are new and publishes them.
 *
 * @param groups people of questionnaires that the authority in force takes up
 * @param arrived called after each response
 */
export async function fillDemo(
  context: AppContext,
  groups: readonly RespondentGroup[],
  seed: number,
  arrived: () => void = () => {},
): Promise<Filled[]> {
  const opened = daysAgo(context, waves.first.from + 1)
  await nameYoungPlaces(context, opened)
  await context.questionnaires.loadFounding(founding())
  await fillTables(context)
  await nameContacts(context)
  await openAll(context, opened)
  const filled = await fillWaves(context, groups, seed, arrived, (wave, fresh) => publishWave(context, wave, fresh))
  await fillActionLog(context)
  await fillHeard(context)
  await fillFollowUps(context)
  await fillRegistered(context)
  await fillDirectory(context)
  await fillYoung(context)
  return filled
}
