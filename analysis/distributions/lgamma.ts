/** Logarithm of the gamma function, and the remainder of Stirling's formula. */

const halfLogTwoPi = 0.5 * Math.log(2 * Math.PI)

/** ζ(k) − 1 for k = 2, 3, …: 100 terms, then Euler–Maclaurin for the tail. */
const zetaMinusOne = Array.from({ length: 60 }, (_, index) => {
  const k = index + 2
  const start = 100
  let sum = 0
  for (let n = start - 1; n >= 2; n--) sum += n ** -k
  const tail =
    start ** (1 - k) / (k - 1) +
    start ** -k / 2 +
    (k * start ** (-k - 1)) / 12 -
    (k * (k + 1) * (k + 2) * start ** (-k - 3)) / 720
  return sum + tail
})

/** 1 − Euler's constant. */
const oneMinusEuler = 0.42278433509846713

/** ln Γ(2 + x), |x| ≤ ½, exact to the last digits even next to its zero (A&S 6.1.33). */
function lgammaAroundTwo(x: number): number {
  let sum = 0
  for (let k = zetaMinusOne.length + 1; k >= 2; k--) sum = sum * -x + zetaMinusOne[k - 2]! / k
  return x * oneMinusEuler + x * x * sum
}

const stirlingTerms = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156]

function stirlingSeries(z: number): number {
  const inverseSquare = 1 / (z * z)
  let sum = 0
  for (let k = stirlingTerms.length - 1; k >= 0; k--) sum = sum * inverseSquare + stirlingTerms[k]!
  return sum / z
}

/**
 * ln Γ(z).
 *
 * @param z any number > 0
 * @returns relative error below 1e-14, also next to the zeros z = 1 and z = 2
 * @throws RangeError when z ≤ 0
 * @source Abramowitz & Stegun (1964) 6.1.33, 6.1.40
 */
export function lgamma(z: number): number {
  if (!(z > 0)) throw new RangeError(`lgamma needs a number above 0, not ${z}`)
  if (z >= 15) return (z - 0.5) * Math.log(z) - z + halfLogTwoPi + stirlingSeries(z)
  if (z < 0.5) return lgamma(z + 1) - Math.log(z)
  if (z < 1.5) return lgammaAroundTwo(z - 1) - Math.log1p(z - 1)
  let factor = 1
  let rest = z
  while (rest > 2.5) {
    rest -= 1
    factor *= rest
  }
  return Math.log(factor) + lgammaAroundTwo(rest - 2)
}

/** What Stirling's formula leaves of ln Γ(z): ln Γ(z) − [(z − ½) ln z − z + ½ ln 2π], z > 0. */
export function stirlingRemainder(z: number): number {
  return z >= 15 ? stirlingSeries(z) : lgamma(z) - ((z - 0.5) * Math.log(z) - z + halfLogTwoPi)
}

/** Deviance part u·ln(u/v) + v − u without cancellation when u ≈ v (Loader 2000). */
export function deviancePart(u: number, v: number): number {
  const d = u - v
  if (Math.abs(d) >= 0.1 * (u + v)) return u === 0 ? v : u * Math.log(u / v) - d
  const ratio = d / (u + v)
  let sum = d * ratio
  let term = 2 * u * ratio
  for (let k = 1; k < 1000; k++) {
    term *= ratio * ratio
    const next = sum + term / (2 * k + 1)
    if (next === sum) break
    sum = next
  }
  return sum
}
