/** R's svyciprop(method = "likelihood"): a profile of the deviance on a grid, a spline through it, and straight lines between. */
import { fQuantile } from '../../distributions/f.ts'
import { normalLower } from '../../distributions/normal.ts'
import { tQuantile } from '../../distributions/t.ts'
import type { ShareParts } from './share-parts.ts'
import { spline } from './spline.ts'

/**
 * @param parts rows: answers in the base
 * @source confint.svyglm and its copy of MASS::profile.glm, survey 4.4-2: steps of a fifth of the largest z, cut at the t
 * quantile scaled by variance over p(1 − p)/n, dispersion n/(n − 1)
 */
export function likelihoodInterval({ p, variance, df, rows: n, level }: ShareParts): [number, number] {
  const cut = tQuantile((1 - level) / 2, df) * Math.sqrt((variance * n) / (p * (1 - p)))
  const furthest = Math.sqrt(fQuantile(1 - normalLower(cut) / 2, 1, n - 1))
  const centre = Math.log(p / (1 - p))
  const error = Math.sqrt(variance) / (p * (1 - p))
  const root = (theta: number) => {
    const q = 1 / (1 + Math.exp(-theta))
    const deviance = 2 * (n - 1) * (p * Math.log(p / q) + (1 - p) * Math.log((1 - p) / (1 - q)))
    return Math.sqrt(Math.max(0, deviance))
  }
  const points = [{ theta: centre, z: 0 }]
  for (const sign of [-1, 1])
    for (let step = 1, z = 0; step < 10 && z < furthest; step++) {
      const theta = centre + (sign * step * furthest * error) / 5
      z = root(theta)
      points.push({ theta, z: sign * z })
    }
  points.sort((a, b) => a.theta - b.theta)
  const curve = spline(
    points.map(({ theta }) => theta),
    points.map(({ z }) => z),
  )
  const [low, high] = [points[0]!.theta, points.at(-1)!.theta]
  const count = 3 * points.length
  const grid = Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1))
  const heights = grid.map(curve)
  const back = (z: number) => {
    const i = heights.findIndex((height) => height >= z)
    if (i < 1) return Number.NaN
    const theta = grid[i - 1]! + ((z - heights[i - 1]!) / (heights[i]! - heights[i - 1]!)) * (grid[i]! - grid[i - 1]!)
    return 1 / (1 + Math.exp(-theta))
  }
  return [back(cut), back(-cut)]
}
