/**
 * b(0) + a(1) / (b(1) + a(2) / (b(2) + …)), until a step changes nothing more.
 *
 * @param a partial numerators, from 1 on
 * @param b partial denominators, from 0 on
 * @source Lentz (1976), as modified by Thompson & Barnett (1986)
 */
export function continuedFraction(a: (k: number) => number, b: (k: number) => number): number {
  const tiny = 1e-300
  let value = b(0) || tiny
  let c = value
  let d = 0
  for (let k = 1; k < 200_000; k++) {
    d = b(k) + a(k) * d
    if (Math.abs(d) < tiny) d = tiny
    c = b(k) + a(k) / c
    if (Math.abs(c) < tiny) c = tiny
    d = 1 / d
    const step = d * c
    value *= step
    // A step may stay one rounding away from 1 for ever: going on would only add up the roundings.
    if (Math.abs(step - 1) <= 2 * Number.EPSILON) break
  }
  return value
}
