/** The objectives of the plan that an indicator serves. */
import type { Indicator } from './questionnaire.ts'

/** Its own first, then the others. */
export const servedBy = ({ objective, alsoServes = [] }: Pick<Indicator, 'objective' | 'alsoServes'>): number[] => [
  objective,
  ...alsoServes,
]
