/** Counts to the nearest five, in French: « 5 » would be read as five where three have answered. */

/** « moins de 5 », « entre 3 et 7 », « 25 » */
export const nearFive = (count: number): string =>
  count === 0 ? 'moins de 5' : count === 5 ? 'entre 3 et 7' : new Intl.NumberFormat('fr-FR').format(count)

/** « moins de 5 », « entre 3 et 7 », « environ 25 » */
export const aboutNearFive = (count: number): string => (count > 5 ? `environ ${nearFive(count)}` : nearFive(count))

/** Below, a count is drawn in outline: nobody should measure it. */
export const leastDrawn = 10
