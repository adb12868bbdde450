// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { type Draft, retentionDays } from '../../../client/answer/device/outbox.ts'
import { SavedAnswers } from '../../../client/answer/way/SavedAnswers.tsx'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const dayMs = 24 * 3_600_000
const said = (savedAt: number) => {
  cleanup()
  const { container } = render(
    <SavedAnswers draft={{ savedAt } as Draft} name="Familles" isMoved={false} resume={() => {}} erase={() => {}} />,
  )
  return container.textContent
}

test('who comes back is told the days that are left, by the calendar as their last day is, without waiting for the names of days and months', () => {
  const dates = vi.spyOn(Intl, 'DateTimeFormat')
  vi.useFakeTimers()
  vi.setSystemTime(new Date(2026, 2, 10, 9, 0))
  const now = Date.now()
  expect(said(now)).toContain(`encore ${retentionDays}\u00a0jours`)
  // a minute after the start it was one day less than the page of the copy says
  expect(said(now - 60_000)).toContain(`encore ${retentionDays}\u00a0jours`)
  expect(said(now - 2.5 * dayMs)).toContain(`encore ${retentionDays - 3}\u00a0jours`)
  expect(said(now - (retentionDays - 1.2) * dayMs)).toContain('encore un jour')
  expect(said(now - (retentionDays - 0.2) * dayMs)).toContain('moins d’un jour encore')
  expect(screen.getByText('Familles')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Reprendre' })).toBeTruthy()
  expect(dates).not.toHaveBeenCalled()
})
