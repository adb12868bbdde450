/** The one shape of a computed figure, before disclosure control. */

export type Estimate = {
  /** Point estimate; shares are fractions in [0, 1]. */
  value: number
  /** Ends of the 95 % interval, in the unit of the value. */
  low: number
  high: number
  /** Answers counted, unweighted. */
  base: number
  /** Answers the interval is worth: min(df-adjusted design, Kish, base). */
  effectiveBase: number
  unit: 'share' | 'households' | 'children' | 'persons' | 'minutes' | 'euros' | 'score' | 'number' | 'hours'
  /** Method of the interval, in the words of docs/fr/methode.md. */
  method: string
}

/**
 * No figure, and why. `too-few`: not enough answers; `in-words`: enough for words only; `no-variance`: nothing shows the spread;
 * `waiting`: too few people joined since an earlier publication; `secret`: hidden in a publication made before the cell-key method.
 */
export type NoEstimate = {
  value: null
  why: 'too-few' | 'in-words' | 'waiting' | 'no-variance' | 'not-asked' | 'secret'
  base: number
  /** Of `in-words`: « une minorité ». */
  words?: string
}

export type MaybeEstimate = Estimate | NoEstimate
