/** What every made-up thing of the demo shares: who did it, what its source says, and which objectives it serves here. */
import { authority } from '../../../surveys/authority/in-force.ts'
import { objectives } from '../../../surveys/authority/plan.ts'

/** Who does what a team would: fills the tables, publishes, notes decisions and sessions. */
export const demoPerson = 'Camille Roux (personne fictive)'

export const madeUpSource = 'Données fictives'

/**
 * Objectives of the plan in force for those of the plan that the demo was written for: the same numbers where the founding questionnaires
 * were written for it, else those that the authority has linked. A number that the plan lacks is left out.
 */
export function objectivesHere(numbers: readonly number[]): number[] {
  const { links } = authority().names
  const known = new Set(objectives().map(({ number }) => number))
  const own = links === null ? numbers : numbers.flatMap((number) => links[number] ?? [])
  return [...new Set(own)].filter((number) => known.has(number))
}

/** True where the plan in force is the one the demo was written for: its actions are named by their number. */
export const isFirstPlan = () => authority().names.links === null
