/** The columns behind a list of variables: numbers as they are, text as one share per category. */
import type { Design } from '../../design/design.ts'
import { covariance } from '../../estimates/covariance.ts'
import { type Linear, meanOf, totalOf } from '../../estimates/linear.ts'
import { categories, codes, type Data, isText, labels, numbers } from './file.ts'

export type Statistic = { name: string; values: Float64Array }

export function statisticsOf(data: Data, names: readonly string[]): Statistic[] {
  return names.flatMap((name) => {
    if (!isText(data, name)) return [{ name, values: numbers(data, name) }]
    const known = categories(data, name)
    const of = codes(data, name, known)
    return known.map((category, k) => ({
      name: `${name}${category}`,
      values: Float64Array.from(of, (code) => (code < 0 ? Number.NaN : code === k ? 1 : 0)),
    }))
  })
}

/** 1 where none of the variables is missing. */
export function complete(data: Data, names: readonly string[]): Uint8Array {
  const columns = names.map((name) => labels(data, name))
  return Uint8Array.from({ length: data.rows }, (_, row) => (columns.some((column) => column[row] === null) ? 0 : 1))
}

export const both = (a: Uint8Array, b: Uint8Array | null): Uint8Array =>
  b === null ? a : a.map((inside, row) => (inside && b[row] ? 1 : 0))

export type Estimated = { value: number; error: number; linear: Linear | null }

/** Values, standard errors and covariance, NaN where a missing answer was not to be removed or nobody is left. */
export function estimate(
  design: Design,
  items: readonly { values: Float64Array; domain: Uint8Array | null }[],
  stat: 'mean' | 'total',
  removeMissing: boolean,
) {
  const linear = items.map(({ values, domain }) => {
    const missing = values.some((value, row) => Number.isNaN(value) && domain?.[row] !== 0 && design.weights[row] !== 0)
    if (missing && !removeMissing) return null
    return stat === 'mean' ? meanOf(values, design, domain) : totalOf(values, design, domain)
  })
  const none = new Float64Array(design.rows)
  const matrix = covariance(
    design,
    linear.map((one) => one?.scores ?? none),
  )
  const at = (i: number, j: number) => (linear[i] && linear[j] ? matrix.cells[i * matrix.size + j]! : Number.NaN)
  const all: Estimated[] = linear.map((one, i) => ({
    value: one?.value ?? Number.NaN,
    error: Math.sqrt(at(i, i)),
    linear: one,
  }))
  return { all, covariance: at }
}
