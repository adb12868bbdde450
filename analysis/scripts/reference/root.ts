/**
 * R's uniroot(): Brent's method, step for step. On a step function the root it stops at depends on its path.
 *
 * @param f of opposite signs at `from` and `to`
 * @returns NaN when the signs do not differ
 * @source Brent (1973) ch. 4; R 4.5, src/library/stats/src/zeroin.c
 */
export function uniroot(f: (x: number) => number, from: number, to: number, tolerance: number): number {
  let [a, b] = [from, to]
  let [fa, fb] = [f(a), f(b)]
  if (fa === 0) return a
  if (fb === 0) return b
  if (!(fa * fb < 0)) return Number.NaN
  let [c, fc] = [a, fa]
  for (let round = 0; round <= 1000; round++) {
    const previous = b - a
    if (Math.abs(fc) < Math.abs(fb)) {
      ;[a, b, c] = [b, c, b]
      ;[fa, fb, fc] = [fb, fc, fb]
    }
    const least = 2 * Number.EPSILON * Math.abs(b) + tolerance / 2
    let step = (c - b) / 2
    if (Math.abs(step) <= least || fb === 0) return b
    if (Math.abs(previous) >= least && Math.abs(fa) > Math.abs(fb)) {
      const width = c - b
      let [p, q] = [0, 0]
      if (a === c) {
        const t1 = fb / fa
        p = width * t1
        q = 1 - t1
      } else {
        const [t0, t1, t2] = [fa / fc, fb / fc, fb / fa]
        p = t2 * (width * t0 * (t0 - t1) - (b - a) * (t1 - 1))
        q = (t0 - 1) * (t1 - 1) * (t2 - 1)
      }
      if (p > 0) q = -q
      else p = -p
      if (p < 0.75 * width * q - Math.abs(least * q) / 2 && p < Math.abs((previous * q) / 2)) step = p / q
    }
    if (Math.abs(step) < least) step = step > 0 ? least : -least
    ;[a, fa] = [b, fb]
    b += step
    fb = f(b)
    if (fb * fc > 0) [c, fc] = [a, fa]
  }
  return b
}
