/** How long a published version takes, as people are told before they begin. */
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import { announcedMinutes, extraMinutes, shortMinutes } from '../../surveys/review/burden.ts'
import type { QuestionnaireLine } from '../wire/public.ts'

type Durations = { span: NonNullable<QuestionnaireLine['span']>; short?: number; extra?: number }
const known = new WeakMap<Questionnaire, Durations>()

/** Counted once for each version: it never changes. `short`: by the short door, `extra`: of the optional part, where there is one. */
export function durationsOf(questionnaire: Questionnaire): Durations {
  const before = known.get(questionnaire)
  if (before) return before
  const short = shortMinutes(questionnaire)
  const extra = extraMinutes(questionnaire)
  const durations = {
    span: announcedMinutes(questionnaire),
    ...(short === null ? {} : { short }),
    ...(extra === null ? {} : { extra }),
  }
  known.set(questionnaire, durations)
  return durations
}
