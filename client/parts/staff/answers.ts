/** A number of answers as the staff may know it: to the nearest five once they count. */

import type { Status } from '../../../surveys/questionnaire/questionnaire.ts'
import { aboutNearFive } from '../../../surveys/wording/near-five.ts'

export function answersText(answers: number, status: Status | 'soon'): string {
  if (status === 'trial' || status === 'draft' || status === 'review') return answers.toLocaleString('fr-FR')
  return aboutNearFive(answers)
}
