/** Gaps between two waves, in points; and why one that its own interval sets apart from zero is not established. */
import type { analyse } from '../../../api/wire/public.ts'

type Gap = Pick<NonNullable<analyse.AnsweredPage['waves']>['changes'][number], 'change' | 'established'>

const numbers = new Intl.NumberFormat('fr-FR', { signDisplay: 'exceptZero', maximumFractionDigits: 0 })
export const signed = (points: number): string => numbers.format(points).replace('-', '−')

/** @returns '' where every interval that leaves zero aside is that of an established gap */
export function unestablishedText(changes: readonly Gap[]): string {
  const compared = changes.filter(({ change }) => change !== null)
  const [apart] = compared.flatMap(({ established, change }) =>
    !established && change && (change.low > 0 || change.high < 0) ? [change] : [],
  )
  if (!apart) return ''
  return `Un intervalle qui laisse zéro de côté (de ${signed(apart.low)} à ${signed(apart.high)}) ne suffit pas\u202f: ${compared.length} questions sont comparées à la fois, et le hasard seul en écarte quelques-unes de zéro. Un écart n’est établi que s’il tient encore une fois leur nombre pris en compte.`
}
