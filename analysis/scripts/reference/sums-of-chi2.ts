/** P(Σ λᵢ·χ²₁ > x·χ²_ν/ν): the exact value by Imhof's integral, and the saddlepoint that R falls back on. */
import { chi2Upper } from '../../distributions/chi2.ts'
import { fUpper } from '../../distributions/f.ts'
import { normalUpper } from '../../distributions/normal.ts'

type Terms = { lambda: number; df: number }[]

const terms = (x: number, lambdas: readonly number[], ddf: number): Terms => [
  ...lambdas.map((lambda) => ({ lambda, df: 1 })),
  { lambda: -x / ddf, df: ddf },
]

/** @source Imhof (1961), Biometrika 48, eq. 3.2; the integrand is smooth and dies exponentially on a log axis */
export function exactTail(x: number, lambdas: readonly number[], ddf: number): number {
  const all = terms(x, lambdas, ddf)
  const integrand = (u: number) => {
    let angle = 0
    let damping = 0
    for (const { lambda, df } of all) {
      angle += df * Math.atan(lambda * u)
      damping += df * Math.log1p((lambda * u) ** 2)
    }
    return Math.sin(angle / 2) / Math.exp(damping / 4)
  }
  // ∫ sin θ/(u ρ) du with u = e^(π/2·sinh s): doubly exponential at both ends
  const step = 1 / 512
  let sum = 0
  for (let k = -4 / step; k <= 4 / step; k++) {
    const s = k * step
    sum += integrand(Math.exp((Math.PI / 2) * Math.sinh(s))) * (Math.PI / 2) * Math.cosh(s)
  }
  return 0.5 + (sum * step) / Math.PI
}

/** R's pFsum(method = "saddlepoint"), as survey 4.4-2 runs it when CompQuadForm is not installed. */
export function saddlepointTail(x: number, lambdas: readonly number[], ddf: number): number {
  const all = Number.isFinite(ddf) ? terms(x, lambdas, ddf) : lambdas.map((lambda) => ({ lambda, df: 1 }))
  // R repeats −x/ν a whole number of times: the fraction of ν is lost in the count, not in the scale
  for (const term of all) term.df = Math.floor(term.df)
  const p = saddle(Number.isFinite(ddf) ? 0 : x, all)
  if (!Number.isNaN(p)) return p
  const mean = lambdas.reduce((a, b) => a + b, 0) / lambdas.length
  const spread = lambdas.reduce((a, b) => a + b * b, 0) / lambdas.length / (mean * mean)
  const ndf = lambdas.length / spread
  const scaled = x / (mean * spread)
  return Number.isFinite(ddf) ? fUpper(scaled / ndf, ndf, ddf) : chi2Upper(scaled, ndf)
}

/** @source Kuonen (1999), Biometrika 86, eq. 3–5 (Lugannani–Rice) */
function saddle(x: number, given: Terms): number {
  const most = Math.max(...given.map(({ lambda }) => lambda))
  const all = given.map(({ lambda, df }) => ({ lambda: lambda / most, df }))
  const scaled = x / most
  const sum = (term: (lambda: number) => number) => all.reduce((total, { lambda, df }) => total + df * term(lambda), 0)
  const k0 = (z: number) => -sum((lambda) => Math.log(1 - 2 * z * lambda)) / 2
  const k1 = (z: number) => sum((lambda) => lambda / (1 - 2 * z * lambda))
  const k2 = (z: number) => 2 * sum((lambda) => (lambda / (1 - 2 * z * lambda)) ** 2)
  const negative = all.filter(({ lambda }) => lambda < 0).map(({ lambda }) => 1 / (2 * lambda))
  let low =
    negative.length > 0
      ? Math.max(...negative) * 0.99999
      : scaled > sum((lambda) => lambda)
        ? -0.01
        : -all.length / (2 * scaled)
  let high = Math.min(...all.filter(({ lambda }) => lambda > 0).map(({ lambda }) => 1 / (2 * lambda))) * 0.99999
  for (let round = 0; round < 200; round++) {
    const middle = (low + high) / 2
    if (k1(middle) > scaled) high = middle
    else low = middle
  }
  const z = (low + high) / 2
  if (Math.abs(z) < 1e-4) return Number.NaN
  const w = Math.sign(z) * Math.sqrt(2 * (z * scaled - k0(z)))
  const v = z * Math.sqrt(k2(z))
  return normalUpper(w + Math.log(v / w) / w)
}
