import { expect, test } from 'vitest'
import { burtOf } from '../../../analysis/typology/burt.ts'
import {
  correctedInertia,
  correspondence,
  retained,
  rowCoordinates,
} from '../../../analysis/typology/correspondence.ts'
import { dogInertias, dogs, titanic } from './data-sets.ts'

const ones = (size: number) => new Float64Array(size).fill(1)
const sum = (values: Iterable<number>) => [...values].reduce((all, one) => all + one, 0)
const analysis = correspondence(burtOf(dogs, ones(27)))

test('the inertias of the dogs are those of the book, and K / Q − 1 in all', () => {
  expect(analysis.axes.map(({ inertia }) => Number(inertia.toFixed(4)))).toEqual(dogInertias)
  expect(analysis.totalInertia).toBeCloseTo(16 / 6 - 1, 12)
})

test('two questions crossed: the axes are those of the crosstab, whose χ² is published', () => {
  const { axes } = correspondence(burtOf([titanic.klass, titanic.survived], ones(titanic.rows)))
  // R: chisq.test of class and survival, X-squared = 190.4; λ = (1 ± √(χ²/n)) / 2, and 1/2 for the rest
  const singular = Math.sqrt(190.4 / 2201)
  const inertias = axes.map(({ inertia }) => inertia)
  expect(inertias[0]).toBeCloseTo((1 + singular) / 2, 4)
  expect(inertias.slice(1, -1)).toEqual([expect.closeTo(0.5, 10), expect.closeTo(0.5, 10)])
  expect(inertias.at(-1)).toBeCloseTo((1 - singular) / 2, 4)
  // corrected, the first axis is that of the crosstab: (2 (λ − 1/2))² = χ²/n
  expect(axes[0]!.corrected).toBeCloseTo(190.4 / 2201, 4)
  expect(axes.slice(1).every(({ corrected }) => corrected < 1e-12)).toBe(true)
})

test('Benzécri corrects by (Q/(Q − 1))² (λ − 1/Q)², and axes up to 1/Q are nothing', () => {
  expect(correctedInertia(0.4816, 6)).toBeCloseTo((1.2 * (0.4816 - 1 / 6)) ** 2, 12)
  expect(correctedInertia(1 / 6, 6)).toBe(0)
  expect(sum(analysis.axes.map(({ part }) => part))).toBeCloseTo(1, 12)
  // of the dogs, two axes bear more than four fifths of the corrected inertia
  expect(retained(analysis)).toHaveLength(2)
})

test('answers make each axis, and all axes show each answer whole', () => {
  for (const { contributions } of analysis.axes) expect(sum(contributions)).toBeCloseTo(1, 12)
  for (let k = 0; k < 16; k++) expect(sum(analysis.axes.map(({ cos2 }) => cos2[k]!))).toBeCloseTo(1, 10)
})

test('transitions: rows have the inertia of the axis, an answer is the stretched mean of those who gave it', () => {
  const { axes } = analysis
  const coordinates = rowCoordinates(analysis, axes, dogs)
  for (const [a, { inertia, coordinates: own }] of axes.entries()) {
    const along = Array.from({ length: 27 }, (_, row) => coordinates[row * axes.length + a]!)
    expect(sum(along)).toBeCloseTo(0, 10)
    expect(sum(along.map((one) => one * one)) / 27).toBeCloseTo(inertia, 10)
    const small = along.filter((_, row) => dogs[0]!.codes[row] === 0)
    expect(sum(small) / small.length / Math.sqrt(inertia)).toBeCloseTo(own[0]!, 10)
  }
})

test('a weight of two is the same person twice', () => {
  const weights = ones(27).map((_, row) => 1 + (row % 3))
  const rows = [...weights].flatMap((weight, row) => Array.from({ length: weight }, () => row))
  const twice = dogs.map(({ categories, codes }) => ({ categories, codes: rows.map((row) => codes[row]!) }))
  const [one, other] = [correspondence(burtOf(dogs, weights)), correspondence(burtOf(twice, ones(rows.length)))]
  for (const [a, { inertia }] of one.axes.entries()) expect(inertia).toBeCloseTo(other.axes[a]!.inertia, 12)
})

test('an answer left out takes no part, and its people stay', () => {
  const without = dogs.map((question, q) =>
    q === 0 ? { categories: 2, codes: question.codes.map((code) => code - 1) } : question,
  )
  const specific = correspondence(burtOf(without, ones(27)))
  // the inertia of an answer is (1 − f) / Q: the small dogs are 7 of 27
  expect(specific.totalInertia).toBeCloseTo(analysis.totalInertia - (1 - 7 / 27) / 6, 12)
  const first = rowCoordinates(specific, specific.axes.slice(0, 1), without)
  expect(sum(first)).toBeCloseTo(0, 10)
  expect(sum(first.map((one) => one * one)) / 27).toBeCloseTo(specific.axes[0]!.inertia, 10)
})
