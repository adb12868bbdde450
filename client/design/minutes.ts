/** Minutes as they are felt: none is measured to its tenth. */
import type { Budget } from '../../surveys/review/review.ts'

/** « environ 4 min », at least one. */
export const aboutMinutes = (minutes: number): string => `environ ${Math.max(1, Math.round(minutes))}\u00a0min`

/** The usual time, the same wherever it is said; over by less than a half is over all the same. */
export const medianText = ({ minutes, isOver }: Pick<Budget, 'minutes' | 'isOver'>): string =>
  aboutMinutes(isOver ? Math.ceil(minutes.median) : minutes.median)
