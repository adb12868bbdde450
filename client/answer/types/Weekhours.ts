/** The typical week: its screens are in `../week/`. */
import { WeekAnswer } from '../week/WeekAnswer.tsx'
import type { AnswerRow } from './answer.ts'

export const weekhours: AnswerRow = {
  Answer: WeekAnswer,
  isShareable: true,
  weight: 9,
  heard: () => [{ role: 'semaine', texts: ['Sept jours, des créneaux de demi-heure à ajouter'], alone: true }],
}
