/** From how many people on something is said of them: one set for documents, data, screens and the words beside them. */

/** Below, of the true or of the published base, nothing is said of a group. */
export const leastDescribed = 11
/** Below, a share is published in words only: the noise alone would be several points wide. */
export const leastFigure = 30
/** Fewest people of a class: of a closed list, of a crossing, of a typology. */
export const leastClass = 30
/** People who must join a group before it is counted anew. */
export const leastNew = 11
