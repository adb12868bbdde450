/** What the author writes to lift a stop of the review. */
import type { Language } from '../questionnaire/questionnaire.ts'

export type Reasons = {
  burden?: string | undefined
  languages?: Partial<Record<Language, string | undefined>> | undefined
}
