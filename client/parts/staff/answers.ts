/** A number of answers as the staff may know it: to the nearest five once they count. */
import type { Status } from '../../../surveys/questionnaire/questionnaire.ts'

export function answersText(answers: number, status: Status | 'soon'): string {
  const number = answers.toLocaleString('fr-FR')
  if (status === 'trial' || status === 'draft' || status === 'review') return number
  return answers === 0 ? 'moins de 5' : `environ ${number}`
}
