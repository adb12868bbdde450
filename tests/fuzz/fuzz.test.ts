import { expect, test } from 'vitest'
import { verdict } from '../machine/verdict.ts'
import { fuzzed, isHeld, numbersOf } from './fuzz.ts'

const bodies = Number(process.env.FUZZ_BODIES ?? 3_000)

test('spoiled bodies on every route are refused or done, never answered 5xx, and nothing of them is in the journal', async () => {
  const found = await fuzzed({ bodies, seed: 20_261_125 })
  verdict('fuzz', isHeld(found), numbersOf(found))
  expect(found.offenders).toEqual([])
  expect(isHeld(found)).toBe(true)
  // the grammar reaches the work itself, not only the shapes
  expect(found.accepted).toBeGreaterThan(bodies / 50)
  expect(found.stored).toBeGreaterThan(bodies / 1_000)
}, 300_000)
