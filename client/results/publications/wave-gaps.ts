/** Gaps between two waves, in points; and why one that its own interval sets apart from zero is not established. */
import type { analyse } from '../../../api/wire/public.ts'

type Gap = Pick<NonNullable<analyse.AnsweredPage['waves']>['changes'][number], 'change' | 'established'>

const numbers = new Intl.NumberFormat('fr-FR', { signDisplay: 'exceptZero', maximumFractionDigits: 0 })
export const signed = (points: number): string => numbers.format(points).replace('-', '−')

type Change = NonNullable<Gap['change']>

/** « +29 points », and its interval; « Entre −4 et +19 points » where an end is all that is known of one of the two. */
export function pointsSaid({ value, low, high }: Change): [lead: string, rest: string] {
  const within = `ntre ${signed(low)} et ${signed(high)}`
  return value === null ? [`E${within} points`, ''] : [`${signed(value)} points`, `, e${within}`]
}

/** @returns '' where every interval that leaves zero aside is that of an established gap */
export function unestablishedText(changes: readonly Gap[]): string {
  const compared = changes.filter(({ change }) => change !== null)
  const [apart] = compared.flatMap(({ established, change }) =>
    !established && change && (change.low > 0 || change.high < 0) ? [change] : [],
  )
  if (!apart) return ''
  return `Un intervalle qui laisse zéro de côté (de ${signed(apart.low)} à ${signed(apart.high)}) ne suffit pas\u202f: ${compared.length} questions sont comparées à la fois, et le hasard seul en écarte quelques-unes de zéro. Un écart n’est établi que s’il tient encore une fois leur nombre pris en compte.`
}

/** What is folded: gaps that do not stand, then questions without a figure in one of the waves, which are no gaps. */
export function unestablishedTitle(changes: readonly Gap[]): string {
  const gaps = changes.filter(({ change }) => change !== null).length
  const silent = changes.length - gaps
  const parts = [
    ...(gaps === 0 ? [] : [gaps === 1 ? 'Un écart qui n’est pas établi' : `${gaps} écarts qui ne sont pas établis`]),
    ...(silent === 0
      ? []
      : [`${silent === 1 ? 'une question' : `${silent} questions`} sans chiffre dans l’une des deux vagues`]),
  ]
  const said = parts.join(', et ')
  return said.charAt(0).toUpperCase() + said.slice(1)
}
