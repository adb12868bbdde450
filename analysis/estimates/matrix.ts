/** The little linear algebra the estimators need: small dense symmetric matrices, row after row in one array. */

export type Matrix = { size: number; cells: Float64Array }

export function zeros(size: number): Matrix {
  return { size, cells: new Float64Array(size * size) }
}

/**
 * Generalised inverse of a symmetric matrix ≥ 0 by Gauss–Jordan sweeps; a pivot that has vanished (a class that the
 * others already determine) is left out, its row and column are 0.
 *
 * @param matrix symmetric, no negative eigenvalue
 * @source Goodnight (1979), The American Statistician 33
 * @example
 * symmetricInverse({ size: 2, cells: [2, 0, 0, 4] }).cells // → [0.5, 0, 0, 0.25]
 */
export function symmetricInverse({ size, cells }: Matrix): Matrix {
  const a = cells.slice()
  const start = Float64Array.from({ length: size }, (_, i) => cells[i * size + i]!)
  const out = new Uint8Array(size)
  for (let k = 0; k < size; k++) {
    const pivot = a[k * size + k]!
    if (!(pivot > 1e-11 * start[k]!)) {
      out[k] = 1
      continue
    }
    for (let j = 0; j < size; j++) a[k * size + j]! /= pivot
    for (let i = 0; i < size; i++) {
      if (i === k) continue
      const factor = a[i * size + k]!
      if (factor === 0) continue
      for (let j = 0; j < size; j++) a[i * size + j]! -= factor * a[k * size + j]!
      a[i * size + k] = -factor / pivot
    }
    a[k * size + k] = 1 / pivot
  }
  for (let k = 0; k < size; k++)
    if (out[k])
      for (let j = 0; j < size; j++) {
        a[k * size + j] = 0
        a[j * size + k] = 0
      }
  return { size, cells: a }
}

/** Lower triangle L with L·Lᵀ = matrix; null when the matrix is not positive definite. */
function cholesky({ size, cells }: Matrix): Matrix | null {
  const lower = new Float64Array(size * size)
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      let sum = cells[i * size + j]!
      for (let k = 0; k < j; k++) sum -= lower[i * size + k]! * lower[j * size + k]!
      if (i === j) {
        if (!(sum > 0)) return null
        lower[i * size + i] = Math.sqrt(sum)
      } else lower[i * size + j] = sum / lower[j * size + j]!
    }
  return { size, cells: lower }
}

/**
 * Eigenvalues of a symmetric matrix, greatest first, each with its vector of length 1, by Jacobi rotations.
 *
 * @returns `vectors[i]` belongs to `values[i]`; its largest part is positive, so that the same matrix gives the same signs
 * @source Golub & Van Loan (2013), Matrix Computations, § 8.5
 * @example
 * eigen({ size: 2, cells: [2, 1, 1, 2] }).values // → [3, 1]
 */
export function eigen({ size, cells }: Matrix): { values: number[]; vectors: Float64Array[] } {
  const a = Float64Array.from(cells)
  const turned = Array.from({ length: size }, (_, i) => Float64Array.from({ length: size }, (_, j) => Number(i === j)))
  const at = (i: number, j: number) => a[i * size + j]!
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0
    let all = 0
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) {
        all += at(i, j) ** 2
        if (i !== j) off += at(i, j) ** 2
      }
    if (off <= 1e-32 * all) break
    for (let p = 0; p < size; p++)
      for (let q = p + 1; q < size; q++) {
        if (at(p, q) === 0) continue
        const theta = (at(q, q) - at(p, p)) / (2 * at(p, q))
        const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
        const c = 1 / Math.sqrt(t * t + 1)
        const s = t * c
        for (let k = 0; k < size; k++) {
          const kp = at(k, p)
          const kq = at(k, q)
          a[k * size + p] = c * kp - s * kq
          a[k * size + q] = s * kp + c * kq
        }
        for (let k = 0; k < size; k++) {
          const pk = at(p, k)
          const qk = at(q, k)
          a[p * size + k] = c * pk - s * qk
          a[q * size + k] = s * pk + c * qk
        }
        const [vp, vq] = [turned[p]!, turned[q]!]
        for (let k = 0; k < size; k++) {
          const before = vp[k]!
          vp[k] = c * before - s * vq[k]!
          vq[k] = s * before + c * vq[k]!
        }
      }
  }
  const order = Array.from({ length: size }, (_, i) => i).sort((i, j) => at(j, j) - at(i, i))
  return { values: order.map((i) => at(i, i)), vectors: order.map((i) => facing(turned[i]!)) }
}

function facing(vector: Float64Array): Float64Array {
  const largest = vector.reduce((most, part) => (Math.abs(part) > Math.abs(most) + 1e-9 ? part : most), 0)
  return largest < 0 ? vector.map((part) => -part) : vector
}

/** Eigenvalues of a symmetric matrix, greatest first. */
export const eigenvalues = (matrix: Matrix): number[] => eigen(matrix).values

/**
 * Eigenvalues of denominator⁻¹·numerator, greatest first; null when the denominator is not positive definite.
 *
 * @param numerator symmetric
 * @param denominator symmetric, positive definite
 */
export function generalisedEigenvalues(numerator: Matrix, denominator: Matrix): number[] | null {
  const { size } = numerator
  const lower = cholesky(denominator)
  if (lower === null) return null
  // L⁻¹·N, then L⁻¹·(that)ᵀ: symmetric, with the same eigenvalues.
  const solve = (m: Float64Array) => {
    const x = m.slice()
    for (let column = 0; column < size; column++)
      for (let i = 0; i < size; i++) {
        let sum = x[i * size + column]!
        for (let k = 0; k < i; k++) sum -= lower.cells[i * size + k]! * x[k * size + column]!
        x[i * size + column] = sum / lower.cells[i * size + i]!
      }
    return x
  }
  const transpose = (m: Float64Array) => Float64Array.from(m, (_, at) => m[(at % size) * size + Math.floor(at / size)]!)
  return eigenvalues({ size, cells: solve(transpose(solve(numerator.cells))) })
}
