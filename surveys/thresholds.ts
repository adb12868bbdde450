/** From how many people on something is said of them: one set for documents, data, screens and the words beside them. */

/** Below, of the true or of the published base, nothing is said of a group. */
export const leastDescribed = 11
/** Below, a share is published in words only: the noise alone would be several points wide. */
export const leastFigure = 30
/** Fewest people of a class: of a closed list, of a crossing, of a typology. */
export const leastClass = 30
/** Fewest complete answers a typology is made of: with fewer, a few more would change its classes. */
export const leastTypology = 300
/** People who must join a group before it is counted anew. */
export const leastNew = 11

/** From so many responses on, counts to the nearest five move a share by a point at most. */
const manyResponses = 200

/**
 * A group that is missing from those who answered: five points or more under its share of the people, ten while responses are few.
 *
 * @param row shares of the responses and of the people in whole percents, null = not known
 */
export const isFarBelow = (
  { share, known }: { share: number | null; known: number | null },
  responses: number,
): boolean => known !== null && known - (share ?? 0) >= (responses >= manyResponses ? 5 : 10)
