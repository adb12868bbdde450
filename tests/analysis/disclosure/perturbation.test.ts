import { describe, expect, test } from 'vitest'
import { addToCell, cellAt, emptyCells } from '../../../analysis/disclosure/cell.ts'
import { noiseRules, perturbed, type Topic } from '../../../analysis/disclosure/perturbation.ts'
import tables from '../../../analysis/disclosure/perturbation-tables.json' with { type: 'json' }
import { memberTokenOf, recordKeyOf } from '../../../analysis/disclosure/record-key.ts'

const topics: Topic[] = ['ordinary', 'sensitive']
const draws = 20_000
/** Keys spread evenly: the published counts then come in exactly the proportions of the table. */
const publishedCounts = (people: number, topic: Topic) =>
  Array.from({ length: draws }, (_, at) =>
    perturbed({ people, key: Math.floor(((at + 0.5) / draws) * 2 ** 32) }, topic),
  )

describe('the noise of a count', () => {
  test.each(topics)('follows the table made by ptable: %s', (topic) => {
    const rows = tables[topic].rows as [number, number, number][]
    for (const people of new Set(rows.map(([from]) => from))) {
      const counts = publishedCounts(people, topic)
      for (const [, to, probability] of rows.filter(([from]) => from === people))
        expect(Math.abs(counts.filter((count) => count === to).length / draws - probability)).toBeLessThan(2 / draws)
    }
  })

  test.each(topics)('has mean 0, the stated variance and the stated bounds: %s', (topic) => {
    const { variance, largest, blocked } = noiseRules(topic)
    for (const people of [1, 2, 3, 5, 8, 11, 12, 30, 300, 5_000]) {
      const changes = publishedCounts(people, topic).map((count) => count - people)
      const mean = changes.reduce((sum, change) => sum + change, 0) / draws
      const spread = changes.reduce((sum, change) => sum + change ** 2, 0) / draws
      expect(Math.abs(mean)).toBeLessThan(0.01)
      // a single person cannot be spread so far: 0 and the blocked counts leave too little room
      if (people > 1) expect(Math.abs(spread - variance)).toBeLessThan(0.05)
      expect(Math.max(...changes.map(Math.abs))).toBeLessThanOrEqual(largest)
      expect(changes.some((change) => people + change > 0 && people + change <= blocked)).toBe(false)
    }
  })

  test('nobody stays nobody', () => {
    for (const topic of topics) expect(new Set(publishedCounts(0, topic))).toEqual(new Set([0]))
  })
})

describe('the people behind a count', () => {
  const cellOf = (rows: readonly (readonly [response: number, key: number])[]) => {
    const sums = emptyCells(1)
    for (const [response, key] of rows) addToCell(sums, 0, response, key)
    return cellAt(sums, 0)
  }

  test('are the same in any order, and their keys are added modulo 2³²', () => {
    const people = [
      [0, 4_000_000_000],
      [1, 3_000_000_000],
      [2, 17],
    ] as const
    expect(cellOf(people)).toEqual({ people: 3, key: (7_000_000_017 % 2 ** 32) >>> 0 })
    expect(cellOf(people.toReversed())).toEqual(cellOf(people))
  })

  test('are families: three children of one count once', () => {
    expect(cellOf([0, 0, 0, 1].map((family) => [family, family + 5] as const))).toEqual({ people: 2, key: 11 })
  })
})

describe('a record key', () => {
  const secret = { key: new Uint8Array(32).fill(7), epoch: 0 }

  test('depends on the response, the key and the epoch, and on nothing else', () => {
    const own = recordKeyOf(secret, 'a')
    expect(recordKeyOf({ ...secret }, 'a')).toBe(own)
    expect(recordKeyOf(secret, 'b')).not.toBe(own)
    expect(recordKeyOf({ ...secret, epoch: 1 }, 'a')).not.toBe(own)
    expect(recordKeyOf({ key: new Uint8Array(32), epoch: 0 }, 'a')).not.toBe(own)
  })

  test('is spread evenly over 32 bits', () => {
    const keys = Array.from({ length: 4_000 }, (_, at) => recordKeyOf(secret, `response ${at}`))
    const mean = keys.reduce((sum, key) => sum + key, 0) / keys.length / 2 ** 32
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.02)
    expect(keys.every((key) => Number.isInteger(key) && key >= 0 && key < 2 ** 32)).toBe(true)
  })

  test('a member keeps its token when the noise is drawn afresh', () => {
    expect(memberTokenOf(secret, 'a')).toHaveLength(12)
    expect(memberTokenOf({ key: secret.key }, 'a')).not.toBe(memberTokenOf({ key: secret.key }, 'b'))
  })
})
