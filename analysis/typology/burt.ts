/** Closed questions crossed two by two: the Burt table, all that a correspondence analysis needs to know of the answers. */

/** A closed question, row by row. */
export type CategoricalQuestion = {
  /** Answers that count, the codes 0 … categories − 1. */
  categories: number
  /** Code of each row; negative = no answer that counts (blank, not asked, rare): such an answer has no place on the axes. */
  codes: ArrayLike<number>
}

export type Burt = {
  questions: number
  /** Question of each category, category after category. */
  questionOf: Int16Array
  /** Weighted share of the rows that gave each answer. */
  shares: Float64Array
  /** Weighted share of the rows that gave both, categories × categories, row after row. */
  pairs: Float64Array
}

/** Place of the first category of each question; last, the number of all categories. */
export function placesOf(questions: readonly CategoricalQuestion[]): number[] {
  const places = [0]
  for (const { categories } of questions) places.push(places.at(-1)! + categories)
  return places
}

/** The places, among all the answers, of those a row gave; to be read before the next row is asked for. */
export function answersOfRows(questions: readonly CategoricalQuestion[]): (row: number) => Int16Array {
  const places = placesOf(questions)
  const given = new Int16Array(questions.length)
  return (row) => {
    let answered = 0
    for (let q = 0; q < questions.length; q++) {
      const code = questions[q]!.codes[row]!
      if (code >= 0) given[answered++] = places[q]! + code
    }
    return given.subarray(0, answered)
  }
}

/**
 * @param weights units each row stands for, ≥ 0, of the length of the codes
 * @throws RangeError when no row has a weight
 */
export function burtOf(questions: readonly CategoricalQuestion[], weights: ArrayLike<number>): Burt {
  const size = placesOf(questions).at(-1)!
  const pairs = new Float64Array(size * size)
  const answersOf = answersOfRows(questions)
  let total = 0
  for (let row = 0; row < weights.length; row++) {
    const weight = weights[row]!
    if (weight === 0) continue
    total += weight
    const given = answersOf(row)
    for (const a of given) for (const b of given) pairs[a * size + b]! += weight
  }
  if (!(total > 0)) throw new RangeError('burtOf needs a row with a weight')
  for (let at = 0; at < pairs.length; at++) pairs[at]! /= total
  return burtFrom(questions, pairs)
}

/** The Burt table of pairs counted elsewhere, as shares of all the rows. */
export function burtFrom(questions: readonly CategoricalQuestion[], pairs: Float64Array): Burt {
  const size = placesOf(questions).at(-1)!
  return {
    questions: questions.length,
    questionOf: Int16Array.from(questions.flatMap(({ categories }, q) => new Array<number>(categories).fill(q))),
    shares: Float64Array.from({ length: size }, (_, k) => pairs[k * size + k]!),
    pairs,
  }
}
