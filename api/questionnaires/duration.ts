/** How long a published version takes, as people are told before they begin. */
import { placesOf } from '../../surveys/questionnaire/elements.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import { minutesSpan } from '../../surveys/review/burden.ts'
import type { QuestionnaireLine } from '../wire/public.ts'

type Span = NonNullable<QuestionnaireLine['span']>
const known = new WeakMap<Questionnaire, Span>()

/** Counted once for each version: it never changes. */
export function spanOf(questionnaire: Questionnaire): Span {
  const before = known.get(questionnaire)
  if (before) return before
  const byFamily =
    questionnaire.unit === 'households' && placesOf(questionnaire.definition).some(({ parent }) => parent !== null)
  const span = { ...minutesSpan(questionnaire), byFamily }
  known.set(questionnaire, span)
  return span
}
