/** The body of the checking thread: one draft at a time. */
import { measureDescriptions } from '../../analysis/measures/descriptions.ts'
import { serve } from '../../analysis/threads/serve.ts'
import { gate } from '../../surveys/review/review.ts'
import type { GateTasks } from './gate-thread.ts'

serve<GateTasks>({
  check: ({ questionnaire, reasons, previous }) =>
    gate(questionnaire, { measures: measureDescriptions, reasons, previous }),
})
