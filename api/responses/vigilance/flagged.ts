/** The texts of a questionnaire that a person reads first, found in every stored response, trial or not. */
import { type Alarm, alarmsIn } from '../../../analysis/text/distress.ts'
import { momentOf } from '../../../surveys/answers/response.ts'
import { dayOf } from '../../../surveys/days.ts'
import { freeTextsOf } from '../../../surveys/questionnaire/free-texts.ts'
import type { DataContext } from '../../data-context.ts'
import { rememberedIn } from '../../results/remembered.ts'
import { concernsIn } from './read-first.ts'
import { vigilanceIn } from './vigilance.ts'

/** Nothing else of the response leaves. */
export type Flagged = { id: string; day: string; text: string; alarms: Alarm[]; concerns: string[] }

/** @returns for a slug, the oldest first */
export function flaggedIn(context: DataContext) {
  const { idOf } = vigilanceIn(context)
  const remembered = rememberedIn(context, async (response): Promise<Flagged[] | null> => {
    const { questionnaire } = await context.questionnaires.published(response.questionnaire, response.version)
    const found = freeTextsOf(questionnaire)
      .in(response.answers)
      .filter(({ text }) => concernsIn(questionnaire, text).length > 0)
    if (found.length === 0) return null
    return found.map(({ path, text }) => ({
      id: idOf(response.id, path, text),
      day: dayOf(momentOf(response)),
      text,
      alarms: alarmsIn(text),
      concerns: concernsIn(questionnaire, text),
    }))
  })
  return async (slug: string): Promise<Flagged[]> =>
    (await remembered(slug)).flatMap((found) => found ?? []).toSorted((a, b) => (a.day < b.day ? -1 : 1))
}
