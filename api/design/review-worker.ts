/** The body of the checking thread: one draft at a time. */
import { measureRules } from '../../analysis/measures/catalogue.ts'
import { serve } from '../../analysis/threads/serve.ts'
import { reviewQuestionnaire } from '../../surveys/review/review.ts'
import type { ReviewTasks } from './review-thread.ts'

serve<ReviewTasks>({
  check: ({ questionnaire, reasons, previous }) =>
    reviewQuestionnaire(questionnaire, { measures: measureRules, reasons, previous }),
})
