import { describe, expect, test } from 'vitest'
import { standingFor } from '../../../analysis/typology/apart.ts'

const size = 60
const responseOf = Int32Array.from({ length: size }, (_, row) => row)
const all = new Uint8Array(size).fill(1)
/** Rows from one number to another, both included. */
const rows = (from: number, to: number) => Uint8Array.from(all, (_, row) => Number(row >= from && row <= to))
const standing = (group: Uint8Array, printed: Uint8Array[], asked = all) =>
  standingFor({ responseOf }, asked, group, printed)

describe('a group made of the answers', () => {
  test('stands for itself where nothing is printed, where the same is, or where eleven people are between', () => {
    const group = rows(0, 39)
    expect(standing(group, [])).toBe(group)
    expect(standing(group, [rows(0, 39)])).toBe(group)
    expect(standing(group, [rows(0, 50)])).toBe(group)
  })

  test('is represented by the printed group that one to ten people separate it from', () => {
    const [one, ten] = [rows(0, 40), rows(0, 49)]
    expect(standing(rows(0, 39), [one])).toBe(one)
    expect(standing(rows(0, 39), [ten])).toBe(ten)
    // five in this one only, five in that one only
    const moved = rows(5, 44)
    expect(standing(rows(0, 39), [moved])).toBe(moved)
  })

  test('among those who answered the question only', () => {
    const group = rows(0, 39)
    expect(standing(group, [rows(0, 44)], rows(0, 39))).toBe(group)
    const [near, asked] = [rows(0, 59), rows(0, 44)]
    expect(standing(group, [near], asked)).toBe(near)
  })

  test('children of one family are one person', () => {
    const families = Int32Array.from({ length: size }, (_, row) => row >> 1)
    const far = rows(0, 59)
    expect(standingFor({ responseOf }, all, rows(0, 39), [far])).not.toBe(far)
    expect(standingFor({ responseOf: families }, all, rows(0, 39), [far])).toBe(far)
  })

  test('step by step: what stands for it is itself far from all that was printed before', () => {
    const [oldest, next] = [rows(0, 54), rows(0, 47)]
    expect(standing(rows(0, 39), [oldest, next])).toBe(oldest)
  })
})
