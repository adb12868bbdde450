import { expect, test } from 'vitest'
import { reopenedUntil } from '../../../client/fieldwork/words.ts'

// the day of the closing stood there: reopened for some hours, by who pressed the button at once
test('who reopens is proposed a week, or what is left before the freeze', () => {
  const now = new Date('2026-06-28T10:00:00Z')
  expect(reopenedUntil(null, now)).toBe('2026-07-05')
  expect(reopenedUntil('2026-07-12T22:00:00Z', now)).toBe('2026-07-05')
  expect(reopenedUntil('2026-07-02T10:00:00Z', now)).toBe('2026-07-02')
})
