import { expect, test } from 'vitest'
import { saysDay } from '../../../../client/results/words.ts'

// « la dernière le 11 août 2026 · 11 août 2026 »: the spaces were not the same
test('a day is not said again after a text that says it', () => {
  expect(saysDay('2 séances notées, la dernière le 11 août 2026', '2026-08-11')).toBe(true)
  expect(saysDay('2 séances notées, la dernière le 11\u00a0août 2026', '2026-08-11')).toBe(true)
  expect(saysDay('2 séances notées', '2026-08-11')).toBe(false)
})
