/** From how many people on a figure is published, and in which form. One set of rules for documents, data and screens. */

export const rules = {
  /** Below, of the true or of the published base, nothing is said of a group. */
  leastDescribed: 11,
  /** Below, a share is told in words only: the noise alone would be several points wide. */
  leastFigure: 30,
  /** Fewest people of a class of a closed list, and of a category of a crossing. */
  leastClass: 30,
  /** Bases are published to the nearest multiple. */
  baseStep: 5,
  /** Above this share of « yes », a sensitive answer is told as « plus de 95 % ». */
  mostSensitive: 0.95,
  /** Closed lists of groups of one questionnaire, at most. */
  mostLists: 6,
  /** Snapshots of one questionnaire, at most. */
  mostSnapshots: 6,
  /** Typologies of one snapshot, at most: each divides the same people anew. */
  mostTypologies: 12,
  /** People who must join a group before it is counted anew. */
  leastNew: 11,
} as const

/** Words shown beside published figures. */
export const mention =
  'Pour que personne ne soit reconnu, les comptes de personnes sont légèrement modifiés au hasard, et aucun groupe de moins de 11 n’est décrit.'

export const internalMention = `Usage interne : ne pas diffuser. ${mention}`

/** Counts of people to the nearest step. */
export const baseShown = (people: number): number => Math.round(people / rules.baseStep) * rules.baseStep
