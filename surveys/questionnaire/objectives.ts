/** How objectives of the plan are numbered. */

/** No plan has more: a number beyond is a slip. */
export const mostObjectives = 999
