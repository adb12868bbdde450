/** Minutes as they are felt: none is measured to its tenth. */

/** « environ 4 min », at least one. */
export const aboutMinutes = (minutes: number): string => `environ ${Math.max(1, Math.round(minutes))}\u00a0min`
