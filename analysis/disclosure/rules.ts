/** From how many people on a figure is published, and in which form. One set of rules for documents, data and screens. */
import { leastClass, leastDescribed, leastFigure, leastNew } from '../../surveys/thresholds.ts'

export const rules = {
  leastDescribed,
  leastFigure,
  leastClass,
  /** Bases are published to the nearest multiple. */
  baseStep: 5,
  /** Above this share of « yes », a sensitive answer is published as « plus de 95 % ». */
  mostSensitive: 0.95,
  /** Closed lists of groups of one questionnaire, at most. */
  mostLists: 6,
  /** Snapshots of one questionnaire, at most. */
  mostSnapshots: 6,
  /** Typologies of one snapshot, at most: each divides the same people anew. */
  mostTypologies: 12,
  leastNew,
} as const

/** Words shown beside published figures. */
export const mention = `Pour que personne ne soit reconnu, les comptes de personnes sont légèrement modifiés au hasard, et aucun groupe de moins de ${leastDescribed} n’est décrit.`

export const internalMention = `Usage interne : ne pas diffuser. ${mention}`

/** Counts of people to the nearest step. */
export const baseShown = (people: number): number => Math.round(people / rules.baseStep) * rules.baseStep
