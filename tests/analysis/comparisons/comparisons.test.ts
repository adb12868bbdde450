import { describe, expect, test } from 'vitest'
import { adjust } from '../../../analysis/comparisons/adjust.ts'
import { raoScott } from '../../../analysis/comparisons/rao-scott.ts'
import { changeBetween } from '../../../analysis/comparisons/waves.ts'
import { designOf } from '../../../analysis/design/design.ts'
import { normalUpper } from '../../../analysis/distributions/normal.ts'

/** Codes repeated as the counts say. */
const spread = (counts: number[][]) => {
  const rows: number[] = []
  const columns: number[] = []
  counts.forEach((line, i) => {
    line.forEach((count, j) => {
      for (let n = 0; n < count; n++) {
        rows.push(i)
        columns.push(j)
      }
    })
  })
  return { rows, columns }
}

describe('Rao–Scott', () => {
  test('without weights it is Pearson’s test, but for n and n − 1', () => {
    const { rows, columns } = spread([
      [20, 30],
      [25, 25],
    ])
    const found = raoScott(rows, columns, designOf({ rows: 100 }))!
    const pearson = (100 * (20 * 25 - 30 * 25) ** 2) / (50 * 50 * 45 * 55)
    expect(found.pearson).toBeCloseTo(pearson, 10)
    expect(found.effects[0]).toBeCloseTo(100 / 99, 10)
    expect(found.p).toBeCloseTo(2 * normalUpper(Math.sqrt(pearson)), 2)
  })

  test('counting every answer twice, as one household, does not make the link surer', () => {
    const { rows, columns } = spread([
      [20, 30],
      [35, 15],
    ])
    const once = raoScott(rows, columns, designOf({ rows: 100 }))!
    const households = Array.from({ length: 200 }, (_, row) => row % 100)
    const twice = raoScott([...rows, ...rows], [...columns, ...columns], designOf({ rows: 200, psu: households }))!
    expect(twice.f).toBeCloseTo(once.f, 9)
    expect(twice.p).toBeCloseTo(once.p, 9)
  })

  test('empty cells are fine, a question with one answer is refused, nobody is null', () => {
    const { rows, columns } = spread([
      [10, 0],
      [5, 9],
    ])
    expect(raoScott(rows, columns, designOf({ rows: 24 }))!.p).toBeLessThan(0.05)
    expect(() =>
      raoScott(
        rows,
        rows.map(() => 0),
        designOf({ rows: 24 }),
      ),
    ).toThrow('au moins deux réponses différentes')
    expect(raoScott([-1, -1], [0, 1], designOf({ rows: 2 }))).toBeNull()
  })
})

describe('differences', () => {
  test('two waves are compared as independent samples, from what is published of them', () => {
    const estimate = (value: number, low: number, high: number) => {
      return { value, low, high, base: 100, effectiveBase: 100, unit: 'share', method: '' } as const
    }
    const found = changeBetween(estimate(0.4, 0.3, 0.5), estimate(0.6, 0.5, 0.7))!
    expect(found.change).toBeCloseTo(0.2, 12)
    // the sides of the two intervals add up squared, and rounding may have taken a point
    expect(found.low).toBeCloseTo(0.2 - Math.hypot(0.1, 0.1) - 0.01, 12)
    expect(found.p).toBeLessThan(0.05)
    expect(changeBetween(estimate(0.5, 0.4, 0.6), estimate(0.51, 0.41, 0.61))!.p).toBeCloseTo(1, 12)
    expect(changeBetween(estimate(0, 0, 0), estimate(0, 0, 0))).toBeNull()
    expect(changeBetween(estimate(0, 0, 0), estimate(1, 1, 1))).toBeNull()
  })

  // of « ≤ 21 % » and « ≥ 74 % » the explorer said that no gap was established, and told a narrower one
  test('from none to all, the widest change there is, is tested as the others are', () => {
    const of = { base: 70, effectiveBase: 70, unit: 'share', method: '' } as const
    const [none, all] = [
      { ...of, value: 0, low: 0, high: 0.21 },
      { ...of, value: 1, low: 0.74, high: 1 },
    ]
    const [risen, fallen] = [changeBetween(none, all)!, changeBetween(all, none)!]
    expect(risen.p).toBeLessThan(0.001)
    expect(fallen.p).toBe(risen.p)
    const spread = Math.hypot(0.21, 0.26) + 0.01
    expect([risen.low, risen.high]).toEqual([expect.closeTo(1 - spread, 12), 1])
    expect([fallen.low, fallen.high]).toEqual([-1, expect.closeTo(spread - 1, 12)])
  })
})

test('adjusting keeps the order, never goes down, and skips what is unknown', () => {
  const p = [0.04, Number.NaN, 0.01, 0.2]
  const holm = adjust(p)
  expect(holm[1]).toBeNaN()
  expect(holm[2]).toBeCloseTo(0.03, 12)
  expect(holm[0]).toBeCloseTo(0.08, 12)
  expect(adjust(p, 'BH')[0]).toBeCloseTo(0.06, 12)
  expect(adjust([])).toEqual([])
})
