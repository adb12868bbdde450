/** Reviews drafts in a thread with a time and a memory limit: whatever a draft holds, the intake goes on. */
import { threadOf } from '../../analysis/threads/thread.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import { noBudget } from '../../surveys/review/budget.ts'
import type { Reasons } from '../../surveys/review/reasons.ts'
import type { ReviewResult } from '../../surveys/review/review.ts'
import type * as wire from '../wire/design.ts'

export type ReviewInput = { questionnaire: Questionnaire; reasons: Reasons; previous: Questionnaire | null }
export type ReviewTasks = { check: { input: ReviewInput; note: never; output: ReviewResult } }
export type ReviewThread = ReturnType<typeof reviewThread>

const limits = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 }
const idleMs = 5 * 60_000

/** @param allowedMs for one draft, once the thread is up */
export function reviewThread(allowedMs = 2_000) {
  const thread = threadOf<ReviewTasks>(new URL('./review-worker.ts', import.meta.url), { limits, idleMs })
  return {
    /** Never rejects: a review that takes too long, or fails, is an issue like any other. */
    check: (question: ReviewInput): Promise<wire.DraftReview> =>
      thread.ask('check', question, { timeoutMs: allowedMs }).then(
        (result) => ({ ...result, timedOut: false }),
        () => unchecked,
      ),
    close: () => thread.close(),
  }
}

const unchecked: wire.DraftReview = {
  toFix: [
    {
      level: 'error',
      path: '',
      code: 'gate-time',
      message:
        'La vérification a été arrêtée\u202f: elle prenait trop de temps. Retirer des conditions ou des questions, puis réessayer.',
      where: '',
    },
  ],
  toCheck: [],
  budget: noBudget,
  timedOut: true,
}
