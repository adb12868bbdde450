import { describe, expect, test } from 'vitest'
import { raoScott } from '../../../analysis/comparisons/rao-scott.ts'
import { classesOf } from '../../../analysis/design/classes.ts'
import { designOf, withWeights } from '../../../analysis/design/design.ts'
import type { Margin } from '../../../analysis/design/margin.ts'
import { postStratify } from '../../../analysis/design/post-stratify.ts'
import { rake } from '../../../analysis/design/rake.ts'
import { covariance, varianceOf } from '../../../analysis/estimates/covariance.ts'
import { weightEffect } from '../../../analysis/estimates/effective-size.ts'
import { differenceOf, meanOf } from '../../../analysis/estimates/linear.ts'
import { sumsIn } from '../../../analysis/estimates/plain-share.ts'
import { share } from '../../../analysis/estimates/share.ts'
import { sharesIn } from '../../../analysis/estimates/share-groups.ts'
import { shareTables } from '../../../analysis/estimates/share-tables.ts'
import { randomOf } from '../../../analysis/scripts/simulate/random.ts'
import { seeded } from '../../../surveys/people/random.ts'

const plain = (rows: number) => designOf({ rows })

describe('share', () => {
  test('one answer in four is 25 %, with Wilson’s interval on the answers it is worth', () => {
    const found = share([1, 0, 0, 0, Number.NaN], plain(5))
    expect(found).toMatchObject({ value: 0.25, base: 4, unit: 'share' })
    if (found.value === null) throw new Error('no share')
    expect(found.low).toBeGreaterThan(0)
    expect(found.effectiveBase).toBeLessThanOrEqual(4)
  })

  test('nobody, or one person, is too few; nobody saying yes is not certainty', () => {
    expect(share([Number.NaN], plain(1))).toEqual({ value: null, why: 'too-few', base: 0 })
    expect(share([1], plain(1))).toEqual({ value: null, why: 'too-few', base: 1 })
    const none = share([0, 0, 0, 0, 0, 0, 0, 0, 0, 0], plain(10))
    expect(none).toMatchObject({ value: 0, low: 0, base: 10 })
    expect(none.value === null ? 0 : none.high).toBeCloseTo(0.2775, 3)
    const all = share([1, 1, 1, 1, 1, 1, 1, 1, 1, 1], plain(10))
    expect(all).toMatchObject({ value: 1, high: 1 })
  })

  test('halving every weight changes nothing', () => {
    const hits = [1, 0, 1, 0, 0, 1]
    const of = (weights: number[]) => share(hits, designOf({ rows: 6, weights }))
    const [whole, half] = [of([3, 1, 2, 2, 1, 1]), of([1.5, 0.5, 1, 1, 0.5, 0.5])]
    if (whole.value === null || half.value === null) throw new Error('no share')
    expect(half.value).toBeCloseTo(whole.value, 12)
    expect(half.low).toBeCloseTo(whole.low, 12)
    expect(half.high).toBeCloseTo(whole.high, 12)
  })

  test('unequal weights are worth fewer answers, never more than were given', () => {
    const hits = Float64Array.from({ length: 40 }, (_, row) => row % 2)
    const weights = hits.map((_, row) => (row < 4 ? 10 : 1))
    const found = share(hits, designOf({ rows: 40, weights }))
    if (found.value === null) throw new Error('no share')
    expect(found.effectiveBase).toBeLessThan(20)
    expect(weightEffect(weights)).toBeCloseTo(40 / ((76 * 76) / 436), 10)
  })

  test('one answer that outweighs all others is worth one answer, however steady the sample looks', () => {
    const hits = Float64Array.from({ length: 24 }, (_, row) => (row < 8 ? 0 : 1))
    const weights = hits.map((_, row) => (row === 23 ? 500 : 1))
    const found = share(hits, designOf({ rows: 24, weights }))
    if (found.value === null) throw new Error('no share')
    expect(found.value).toBeGreaterThan(0.98)
    expect(found.effectiveBase).toBeLessThan(1.2)
    expect(found.low).toBeLessThan(0.3)
  })
})

describe('means', () => {
  const errorOf = (values: number[], design: ReturnType<typeof designOf>) =>
    Math.sqrt(varianceOf(design, meanOf(values, design)!.scores))

  test('a plain mean has the error of the textbook', () => {
    expect(meanOf([1, 2, 3, 4, 5], plain(5))!.value).toBe(3)
    // s/√n = √(2.5/5)
    expect(errorOf([1, 2, 3, 4, 5], plain(5))).toBeCloseTo(Math.sqrt(0.5), 12)
  })

  test('siblings are one household: twins do not make the mean surer', () => {
    const values = [1, 2, 3, 4]
    const clustered = designOf({ rows: 8, psu: [1, 2, 3, 4, 1, 2, 3, 4] })
    expect(errorOf([...values, ...values], clustered)).toBeCloseTo(errorOf(values, plain(4)), 12)
  })

  test('a difference uses what the two groups share: households tie them together', () => {
    const values = [1, 5, 2, 6, 3, 7, 4, 9]
    const a = Uint8Array.from([1, 0, 1, 0, 1, 0, 1, 0])
    const b = a.map((one) => 1 - one)
    const design = designOf({ rows: 8, psu: [1, 1, 2, 2, 3, 3, 4, 4] })
    const [left, right] = [meanOf(values, design, a)!, meanOf(values, design, b)!]
    const { cells } = covariance(design, [left.scores, right.scores])
    expect(cells[1]).toBeGreaterThan(0)
    const { value, scores } = differenceOf(left, right)
    expect(value).toBe(2.5 - 6.75)
    expect(varianceOf(design, scores)).toBeCloseTo(cells[0]! + cells[3]! - 2 * cells[1]!, 12)
  })

  test('lengths that differ are a bug, and say so', () => {
    expect(() => meanOf([1, 2], plain(3))).toThrow('needs 3 values, not 2')
  })
})

describe('design', () => {
  // n/(n − 1) counted the responses that a weighting leaves out
  test('responses left out of a weighting are in no n', () => {
    const labels = Array.from({ length: 40 }, (_, row) => ['nord', 'sud'][row % 2]!)
    const codes = Int32Array.from(labels, (_, row) => Number((row * 7) % 5 < 2))
    const raoScottOf = (left: number) => {
      const rows = 40 + left
      const more = <T>(own: readonly T[]) => [...own, ...own.slice(0, left)]
      const start = withWeights(
        designOf({ rows }),
        Float64Array.from({ length: rows }, (_, row) => Number(row < 40)),
      )
      const { weighted } = postStratify(start, classesOf('Zone', more(labels)), { nord: 70, sud: 30 })
      const zone = more(labels).map((label) => Number(label === 'sud'))
      return raoScott(
        more([...codes]),
        more(zone.map((own, row) => ((own + row) % 3 === 0 ? 1 : 0))),
        weighted,
        null,
        'linear',
      )!
    }
    const [all, some] = [raoScottOf(0), raoScottOf(12)]
    expect(some.f).toBeCloseTo(all.f, 12)
    expect(some.p).toBeCloseTo(all.p, 12)
  })
})

test('the one-pass tables and the row-by-row shares give the same figures, raked or not', () => {
  const random = randomOf(7)
  const rows = 600
  const draw = (size: number, missing: number) =>
    Int16Array.from({ length: rows }, () => (random() < missing ? -1 : Math.floor(random() * size)))
  const [answers, groups] = [draw(3, 0.1), draw(4, 0.05)]
  const [zone, family] = [draw(5, 0), draw(2, 0)].map((codes, v) => classesOf(`m${v}`, Array.from(codes, String))) as [
    ReturnType<typeof classesOf>,
    ReturnType<typeof classesOf>,
  ]
  const margin = (variable: string, totals: Record<string, number>) =>
    ({ variable, unit: 'households', date: '2026-01-01', source: 'essai', totals }) as const
  const { weighted } = rake(
    designOf({ rows }),
    [zone, family],
    [margin('m0', { 0: 30, 1: 20, 2: 20, 3: 20, 4: 10 }), margin('m1', { 0: 70, 1: 30 })],
    'households',
  )
  const uneven = designOf({ rows, weights: Float64Array.from({ length: rows }, (_, row) => row % 4) })
  for (const design of [designOf({ rows }), uneven, weighted]) {
    const [table] = shareTables([{ codes: answers, size: 3 }], { codes: groups, size: 4 }, design)
    for (let g = 0; g < 4; g++)
      for (let k = 0; k < 3; k++) {
        const hits = Float64Array.from(answers, (code) => (code < 0 ? Number.NaN : code === k ? 1 : 0))
        const one = share(
          hits,
          design,
          Uint8Array.from(groups, (code) => (code === g ? 1 : 0)),
        )
        const other = table!.shares[g]![k]!
        if (one.value === null || other.value === null) throw new Error('no share')
        for (const part of ['value', 'low', 'high', 'effectiveBase'] as const)
          expect(other[part]).toBeCloseTo(one[part], 10)
        expect(other.base).toBe(one.base)
      }
  }
})

test('shares from sums, all groups at once, are the shares from scores, group by group', () => {
  const random = seeded(3)
  for (let round = 0; round < 60; round++) {
    const rows = 20 + Math.floor(random() * 200)
    const size = 1 + (round % 4)
    const hits = Float64Array.from({ length: rows }, () => [Number.NaN, 0, 0.5, 1][Math.floor(random() * 4)]!)
    const design = designOf({
      rows,
      ...(round % 2 ? { weights: Float64Array.from({ length: rows }, () => Math.floor(random() * 4)) } : {}),
      ...(round % 3 ? { psu: Int32Array.from({ length: rows }, () => Math.floor(random() * 40)) } : {}),
    })
    const codes = Int32Array.from({ length: rows }, () => Math.floor(random() * (size + 1)) - 1)
    for (const [at, sums] of sumsIn(hits, design, { codes, size }).entries()) {
      const linear = meanOf(
        hits,
        design,
        Uint8Array.from(codes, (code) => Number(code === at)),
      )
      expect(sums === null).toBe(linear === null)
      if (sums === null || linear === null) continue
      expect(sums.value).toBeCloseTo(linear.value, 12)
      expect(sums.variance).toBeCloseTo(varianceOf(design, linear.scores), 12)
      expect([sums.base, sums.sumWeights, sums.sumSquares]).toEqual([linear.base, linear.sumWeights, linear.sumSquares])
    }
  }
})

test('shares in groups are the share of each group as a domain, whatever the design', () => {
  const random = seeded(4)
  const rows = 240
  const codes = Int32Array.from({ length: rows }, () => Math.floor(random() * 4) - 1)
  const whole = Float64Array.from({ length: rows }, () => [Number.NaN, 0, 1][Math.floor(random() * 3)]!)
  const halves = whole.map((hit) => (hit === 1 && random() < 0.5 ? 0.5 : hit))
  const groups = { codes, size: 3 }
  const zones = Array.from({ length: rows }, () => (random() < 0.4 ? 'a' : 'b'))
  const margin = { variable: 'zone', unit: 'households', date: '2026-01-01', source: 'essai', totals: { a: 9, b: 11 } }
  const raked = rake(designOf({ rows }), [classesOf('zone', zones)], [margin as Margin], 'households')
  for (const design of [designOf({ rows }), raked.weighted])
    for (const hits of [whole, halves])
      for (const [at, found] of sharesIn(hits, design, groups).entries()) {
        const inside = Uint8Array.from(codes, (code) => Number(code === at))
        const alone = share(hits, design, inside)
        if (found.value === null || alone.value === null) throw new Error('no share')
        for (const part of ['value', 'low', 'high', 'effectiveBase'] as const)
          expect(found[part]).toBeCloseTo(alone[part], 10)
        expect(found.base).toBe(alone.base)
      }
})
