/** What a withdrawal leaves in force, in words. */

/**
 * Which publication is in force once one is withdrawn.
 *
 * @param standing numbers of those that are not withdrawn
 */
export function afterWithdrawal(number: number, standing: readonly number[]): string {
  const [current, before] = standing.toSorted((a, b) => b - a)
  if (current !== number) return `La n° ${current} reste celle en cours.`
  return before === undefined ? 'Aucune autre n’est en cours ensuite.' : `La n° ${before} redevient celle en cours.`
}
