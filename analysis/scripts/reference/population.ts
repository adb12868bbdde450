/** The population a weighting step aims at: classes, counts and columns as the case spells them. */

import type { Classes } from '../../design/classes.ts'
import type { Design } from '../../design/design.ts'
import { targetsOf } from '../../design/rake.ts'
import { Refusal } from '../../design/refusal.ts'
import type { Target } from '../../design/weighting.ts'
import { categories, codes, type Data, isText, labels, numbers } from './file.ts'

import type { Step } from './step.ts'

export const list = (names: string | string[] | undefined): string[] => (names === undefined ? [] : [names].flat())

function classesOf(data: Data, name: string): Classes {
  const known = categories(data, name)
  return { name, categories: known, codes: codes(data, name, known) }
}

const joined = (parts: (string | null)[]) => (parts.includes(null) ? null : parts.join(' × '))

export function crossedClasses(data: Data, names: string[]): Classes {
  if (names.length === 1) return classesOf(data, names[0]!)
  const rows = Array.from({ length: data.rows }, (_, row) => joined(names.map((name) => labels(data, name)[row]!)))
  const known = [...new Set(rows.filter((label) => label !== null))]
  const places = new Map(known.map((label, place) => [label, place]))
  return {
    name: names.join(' × '),
    categories: known,
    codes: Int32Array.from(rows, (label) => places.get(label!) ?? -1),
  }
}

export function countsOf(table: Data, names: string[]): Record<string, number> {
  const frequencies = numbers(table, 'Freq')
  const counts: Record<string, number> = {}
  for (let row = 0; row < table.rows; row++)
    counts[joined(names.map((name) => labels(table, name)[row]!))!] = frequencies[row]!
  return counts
}

export function marginsOf(data: Data, step: Step, read: (name: string) => Data) {
  const names = list(step.margins ?? step.vars)
  const variables = names.map((name) => classesOf(data, name))
  for (const { name, codes } of variables)
    if (codes.some((code) => code < 0)) throw new Refusal('class-missing', `« ${name} » n’est pas renseigné partout.`)
  const totals = names.map((name, at) => {
    const given = step.populations?.[at] ?? `margin_${name}.csv`
    return typeof given === 'string' ? countsOf(read(given), [name]) : given
  })
  return { variables, totals }
}

export function targetsFor(data: Data, design: Design, step: Step, read: (name: string) => Data): Target[] {
  const { variables, totals } = marginsOf(data, step, read)
  return targetsOf(
    design,
    variables,
    totals.map((counts) => ({ totals: counts })),
    1,
  )
}

export function gapOf(weights: Float64Array, targets: readonly Target[]): number {
  let gap = 0
  for (const { classes, population } of targets) {
    const sums = new Float64Array(population.length)
    for (let row = 0; row < weights.length; row++) sums[classes.codes[row]!]! += weights[row]!
    for (let k = 0; k < sums.length; k++)
      if (population[k]! > 0) gap = Math.max(gap, Math.abs(sums[k]! / population[k]! - 1))
  }
  return gap
}

/** `~a+b`: 1, numbers as they are, text as one column per category but the first, named variable+category. */
export function columnsOfFormula(data: Data, formula: string, totals: Record<string, number>) {
  const terms = formula
    .replace(/^~/, '')
    .split('+')
    .map((term) => term.trim())
    .filter((term) => term !== '')
  const columns = new Map<string, Float64Array>()
  if (!terms.includes('0') && !formula.includes('-1')) columns.set('(Intercept)', new Float64Array(data.rows).fill(1))
  for (const term of terms) {
    if (term === '0' || term === '1') continue
    if (!data.columns.has(term)) throw new RangeError(`formula: no column ${term}`)
    if (!isText(data, term)) {
      columns.set(term, numbers(data, term))
      continue
    }
    const known = categories(data, term)
    const of = codes(data, term, known)
    known.forEach((category, k) => {
      if (k > 0 || !columns.has('(Intercept)'))
        columns.set(
          `${term}${category}`,
          Float64Array.from(of, (code) => (code < 0 ? Number.NaN : code === k ? 1 : 0)),
        )
    })
  }
  for (const [name, column] of columns)
    if (column.some(Number.isNaN))
      throw new Refusal('class-missing', `« ${name} » n’est pas renseigné pour au moins une réponse.`)
  const names = [...columns.keys()]
  if (names.some((name) => totals[name] === undefined) || Object.keys(totals).length !== names.length)
    throw new Refusal('class-unknown', 'Il faut un total, et un seul, pour chaque colonne du calage.')
  return { columns: [...columns.values()], totals: names.map((name) => totals[name]!) }
}
