import { expect, test } from 'vitest'
import type { Figure } from '../../../../analysis/scripts/bench/benchmark.ts'
import { fallsSince } from '../../../../api/commands/bench/against.ts'

const figure = (name: string, value: number, unit: string, isBetterSmall?: boolean): Figure => ({
  name,
  title: name,
  value,
  unit,
  ...(isBetterSmall === undefined ? {} : { isBetterSmall }),
})
const run = (...figures: Figure[]) => [{ name: 'intake', figures }]
const fallsOf = (before: object, ...figures: Figure[]) =>
  fallsSince({ machine: {}, intake: before }, run(...figures)).map((fall) => [fall.figure, Math.round(100 * fall.fall)])

test('a ratio that lost more than a fifth, or a size that gained as much, is a fall', () => {
  const before = { echo: 0.5, memory: 100, kilobytes: 400 }
  expect(
    fallsOf(before, figure('echo', 0.39, '×'), figure('memory', 121, 'Mo'), figure('kilobytes', 480, 'Ko')),
  ).toEqual([
    ['echo', 22],
    ['memory', 21],
  ])
})

test('a ratio that is better small falls when it grows, and none when it shrinks', () => {
  expect(fallsOf({ ratio: 0.8 }, figure('ratio', 1, '×', true))).toEqual([['ratio', 25]])
  expect(fallsOf({ ratio: 0.8 }, figure('ratio', 0.2, '×', true))).toEqual([])
})

test('times and rates, and what was not measured before, are not compared', () => {
  const before = { rate: 900, wait: 10, empty: 0, unknown: null }
  const now = [
    figure('rate', 90, '/s'),
    figure('wait', 100, 'ms'),
    figure('empty', 4, 'Mo'),
    figure('unknown', 4, 'Mo'),
  ]
  expect(fallsOf(before, ...now, figure('new', 1, '×'))).toEqual([])
  expect(fallsSince({ machine: {} }, run(figure('echo', 0.1, '×')))).toEqual([])
})
