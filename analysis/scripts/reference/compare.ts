/** Comparison of a result with the expected one, with the tolerances of the reference. */

/** Numbers are written with 15 digits; "NaN", "NA", "Inf", "-Inf" are strings. */
export type Expected = number | string | null

export const numberOf = (expected: Expected | undefined): number =>
  expected === 'Inf'
    ? Number.POSITIVE_INFINITY
    : expected === '-Inf'
      ? Number.NEGATIVE_INFINITY
      : typeof expected === 'number'
        ? expected
        : Number.NaN

/** A length-1 vector may be a bare number. */
export const listOf = <T>(expected: T | T[] | null | undefined): T[] =>
  expected == null ? [] : Array.isArray(expected) ? expected : [expected]

/** Collects what differs; the case passes when nothing does. */
export class Differences {
  readonly found: string[] = []
  readonly tolerance: number
  constructor(tolerance = 1e-8) {
    this.tolerance = tolerance
  }

  /** Equal to the tolerance relative to `scale` (the expected value itself by default); both not a number is equal. */
  number(
    what: string,
    computed: number,
    expected: Expected | undefined,
    options: { tolerance?: number; scale?: number } = {},
  ): void {
    if (expected === undefined) {
      this.found.push(`${what}: nothing to compare with`)
      return
    }
    const wanted = numberOf(expected)
    if (Number.isNaN(wanted) && Number.isNaN(computed)) return
    if (wanted === computed) return
    const allowed = (options.tolerance ?? this.tolerance) * (options.scale ?? Math.abs(wanted))
    if (!(Math.abs(computed - wanted) <= allowed))
      this.found.push(`${what}: ${computed} instead of ${String(expected)}`)
  }

  list(
    what: string,
    computed: ArrayLike<number>,
    expected: Expected[],
    options: { tolerance?: number; scale?: number } = {},
  ): void {
    if (!this.count(what, computed.length, expected.length)) return
    for (let at = 0; at < expected.length; at++) this.number(`${what}[${at}]`, computed[at]!, expected[at], options)
  }

  count(what: string, computed: number, expected: number): boolean {
    if (computed === expected) return true
    this.found.push(`${what}: ${computed} entries instead of ${expected}`)
    return false
  }

  same(what: string, computed: unknown, expected: unknown): void {
    const [left, right] = [JSON.stringify(computed), JSON.stringify(expected)]
    if (left !== right) this.found.push(`${what}: ${left} instead of ${right}`)
  }

  /** A key of the expected result that nothing here knows must not pass unnoticed. */
  keys(expected: object, known: readonly string[]): void {
    for (const key of Object.keys(expected))
      if (!known.includes(key)) this.found.push(`result has an unknown part: ${key}`)
  }
}
