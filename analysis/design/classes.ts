/** The classes of a weighting variable, row by row, and the cells of several crossed. */
import { Refusal } from './refusal.ts'

export type Classes = {
  /** As staff know it: « Zone », « Quotient familial ». */
  name: string
  categories: string[]
  /** Index in `categories` of each row; negative = missing. */
  codes: Int32Array
}

/** Classes of a list of labels, null = missing; categories in the order given, else sorted by code point. */
export function classesOf(name: string, labels: readonly (string | null)[], categories?: string[]): Classes {
  const known = categories ?? [...new Set(labels.filter((label) => label !== null))].sort()
  const places = new Map(known.map((category, place) => [category, place]))
  return { name, categories: known, codes: Int32Array.from(labels, (label) => places.get(label ?? '') ?? -1) }
}

export type Cells = {
  cellOf: Int32Array
  cells: number
  /** Per variable, the class of each cell. */
  classOf: Int32Array[]
  classes: number[]
}

/** Only the combinations that occur become cells, in order of first appearance. */
export function cross(variables: Classes[], rows: number): Cells {
  const keys = keysOf(variables, rows)
  const combinations = variables.reduce((product, { categories }) => product * categories.length, 1)
  const cellOf = new Int32Array(rows)
  const firstRows: number[] = []
  if (combinations <= 4 * rows + 1000) {
    const places = new Int32Array(combinations).fill(-1)
    for (let row = 0; row < rows; row++) {
      const key = keys[row]!
      if (places[key] === -1) places[key] = firstRows.push(row) - 1
      cellOf[row] = places[key]!
    }
  } else {
    const places = new Map<number, number>()
    for (let row = 0; row < rows; row++) {
      const key = keys[row]!
      if (!places.has(key)) places.set(key, firstRows.push(row) - 1)
      cellOf[row] = places.get(key)!
    }
  }
  return {
    cellOf,
    cells: firstRows.length,
    classOf: variables.map(({ codes }) => Int32Array.from(firstRows, (row) => codes[row]!)),
    classes: variables.map(({ categories }) => categories.length),
  }
}

/** One number per combination of classes. */
function keysOf(variables: Classes[], rows: number): Float64Array {
  const keys = new Float64Array(rows)
  for (const { codes, categories } of variables)
    for (let row = 0; row < rows; row++) keys[row] = keys[row]! * categories.length + codes[row]!
  return keys
}

/**
 * Population of each class in the order of `categories`, after checking that the sample can carry it.
 *
 * @param totals population per category
 * @param weights of the rows: a class where all weigh 0 is empty
 * @param minimumAnswers fewer answers than this in a class: it may not be weighted
 * @throws Refusal, in French, naming variable and class
 */
export function populationOf(
  { name, categories, codes }: Classes,
  totals: Readonly<Record<string, number>>,
  weights: Float64Array,
  minimumAnswers: number,
): Float64Array {
  const answers = new Float64Array(categories.length)
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!
    if (code < 0)
      throw new Refusal(
        'class-missing',
        `« ${name} » n’est pas renseigné pour au moins une réponse : complétez-le, ou retirez-le du redressement.`,
      )
    if (weights[row] !== 0) answers[code]! += 1
  }
  for (const [category, total] of Object.entries(totals))
    if (!(total >= 0))
      throw new Refusal('class-unknown', `« ${name} » : l’effectif de « ${category} » n’est pas un nombre.`)
    else if (total > 0 && !(answers[categories.indexOf(category)]! > 0))
      throw new Refusal(
        'class-empty',
        `« ${name} » : personne n’a répondu dans « ${category} » ; regroupez cette classe avec une autre.`,
      )
  return Float64Array.from(categories, (category, code) => {
    const total = totals[category]
    if (answers[code] === 0) return 0
    if (!total)
      throw new Refusal(
        'class-unknown',
        `« ${name} » : des réponses relèvent de « ${category} », que la marge ne connaît pas ou compte pour zéro.`,
      )
    if (answers[code]! < minimumAnswers)
      throw new Refusal(
        'class-too-small',
        `« ${name} » : ${answers[code]} réponse${answers[code]! > 1 ? 's' : ''} seulement dans « ${category} », ne pas pondérer. Regroupez cette classe avec une autre.`,
      )
    return total
  })
}

/** Weighted count of each class. */
export function classTotals({ categories, codes }: Classes, weights: Float64Array): Float64Array {
  const totals = new Float64Array(categories.length)
  for (let row = 0; row < codes.length; row++) if (codes[row]! >= 0) totals[codes[row]!]! += weights[row]!
  return totals
}
