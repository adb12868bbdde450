/**
 * The interpolating cubic of R's spline(method = "fmm"): end conditions from the cubics through the last four points.
 *
 * @param x ascending, at least 4 points
 * @source Forsythe, Malcolm & Moler (1977), Computer Methods for Mathematical Computations
 */
export function spline(x: readonly number[], y: readonly number[]): (at: number) => number {
  const last = x.length - 1
  const step = Float64Array.from({ length: last }, (_, i) => x[i + 1]! - x[i]!)
  const slope = Float64Array.from({ length: last }, (_, i) => (y[i + 1]! - y[i]!) / step[i]!)
  const diagonal = new Float64Array(last + 1)
  const sigma = new Float64Array(last + 1)
  for (let i = 1; i < last; i++) {
    diagonal[i] = 2 * (step[i - 1]! + step[i]!)
    sigma[i] = slope[i]! - slope[i - 1]!
  }
  const second = (i: number) => sigma[i]! / (x[i + 1]! - x[i - 1]!)
  const ends = [
    ((second(2) - second(1)) * step[0]! ** 2) / (x[3]! - x[0]!),
    (-(second(last - 1) - second(last - 2)) * step[last - 1]! ** 2) / (x[last]! - x[last - 3]!),
  ] as const
  diagonal[0] = -step[0]!
  diagonal[last] = -step[last - 1]!
  sigma[0] = ends[0]
  sigma[last] = ends[1]
  for (let i = 1; i <= last; i++) {
    const factor = step[i - 1]! / diagonal[i - 1]!
    diagonal[i]! -= factor * step[i - 1]!
    sigma[i]! -= factor * sigma[i - 1]!
  }
  sigma[last]! /= diagonal[last]!
  for (let i = last - 1; i >= 0; i--) sigma[i] = (sigma[i]! - step[i]! * sigma[i + 1]!) / diagonal[i]!
  return (at) => {
    let i = 0
    while (i < last - 1 && at >= x[i + 1]!) i++
    const d = at - x[i]!
    const first = slope[i]! - step[i]! * (sigma[i + 1]! + 2 * sigma[i]!)
    return y[i]! + d * (first + d * (3 * sigma[i]! + (d * (sigma[i + 1]! - sigma[i]!)) / step[i]!))
  }
}
