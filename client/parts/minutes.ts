/** How long a questionnaire takes, as its card says it. */
import type { QuestionnaireLine } from '../../api/wire/public.ts'
import type { Say } from '../words/useSay.ts'

/** « 3 à 9 min jusqu’à 2 enfants », « environ 6 min ». */
export function minutesText({ minutes, span }: Pick<QuestionnaireLine, 'minutes' | 'span'>, say: Say): string {
  if (span === undefined || span.from === span.to) return say('home.minutes', { minutes: span?.to ?? minutes })
  return say(span.perChild === undefined ? 'home.span' : 'home.spanTwo', { from: span.from, to: span.to })
}
