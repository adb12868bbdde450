/** People who are in the whole and in none of the groups beside it: from published bases only, in one pair of sentences. */
import { leastClass } from '../thresholds.ts'

/** Fewer people than these in no group at all are not spoken of: bases are to the nearest five, and a few tell of somebody. */
const leastOutside = leastClass
/** Step of the published bases. */
const nearest = 5

/**
 * @param whole base of everybody
 * @param groups bases of groups that nobody is in two of
 * @returns 0 = the roundings of the bases would explain it
 */
export function outsideOf(whole: number, groups: readonly number[]): number {
  const outside = whole - groups.reduce((sum, base) => sum + base, 0)
  return outside < leastOutside || outside <= nearest * (groups.length + 1) ? 0 : outside
}

/** Under groups that are all of the whole, when its figure stands above or below every one of theirs, or away from their mean. */
export const beyondText =
  'Chaque chiffre est protégé de son côté, à quelques réponses près\u202f: celui de l’ensemble peut s’écarter de la moyenne des groupes, ou en sortir un peu.'

/**
 * @param outside 0 = nothing is said
 * @param isEvery every group has its base, of the day of the whole: how many are outside is known
 * @param many « familles »
 * @param list title of the groups
 */
export function outsideText(
  outside: number,
  { isEvery, many, list }: { isEvery: boolean; many: string; list: string },
): string {
  if (outside === 0) return ''
  const named = `«\u202f${list}\u202f»`
  const apart = 'qui peut donc être au-dessus, ou au-dessous, de tous les groupes'
  return isEvery
    ? `Environ ${new Intl.NumberFormat('fr-FR').format(outside)} ${many} ne sont dans aucun de ces groupes (${named} sans réponse ou non posée, ou groupe non montré)\u202f: leurs réponses ne comptent que dans l’ensemble, ${apart}.`
    : `Qui n’est dans aucun des groupes montrés, ou n’a pas répondu à ${named}, ne compte que dans l’ensemble, ${apart}.`
}
