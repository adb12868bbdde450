/** The F distribution, any positive numbers of degrees of freedom, the second may be Infinity. */
import { betainc } from './betainc.ts'
import { gammainc } from './gammainc.ts'

function tails(x: number, df1: number, df2: number): { lower: number; upper: number } {
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 }
  if (df2 === Number.POSITIVE_INFINITY) return gammainc(df1 / 2, (df1 * x) / 2)
  const whole = df2 + df1 * x
  return betainc(df1 / 2, df2 / 2, (df1 * x) / whole, df2 / whole)
}

/** P(X > x), exact in the far tail; df1, df2 > 0. */
export function fUpper(x: number, df1: number, df2: number): number {
  return tails(Math.max(0, x), df1, df2).upper
}
