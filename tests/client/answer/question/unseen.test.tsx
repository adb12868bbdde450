// @vitest-environment jsdom
/** Below the screen, boxes of consent hold who goes on once, and not each in its turn. */
import { cleanup, renderHook } from '@testing-library/react'
import type { Question } from 'survey-core'
import { afterEach, expect, test, vi } from 'vitest'
import type { Unit } from '../../../../client/answer/asking/units.ts'
import { useUnseen } from '../../../../client/answer/asking/useUnseen.ts'

afterEach(() => {
  cleanup()
  document.body.replaceChildren()
  vi.restoreAllMocks()
})

/** A question left blank, far below the screen. */
function below(name: string, role: string): Unit {
  const part = document.createElement('div')
  part.id = name
  const title = document.createElement('h2')
  title.className = 'question-title'
  part.append(title)
  document.body.append(part)
  const question = { id: name, hasInput: true, isEmpty: () => true, getPropertyValue: () => role }
  return { id: name, question: question as unknown as Question, row: null }
}

// « Suivant » was pressed once for each
test('of two boxes of consent the first one holds; a question behind them still does', () => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue({ top: 9_000, bottom: 9_050 } as DOMRect)
  Element.prototype.scrollIntoView = () => {}
  window.scrollTo = () => {}
  window.scrollBy = () => {}
  window.matchMedia = (() => ({ matches: true })) as never
  const units = [below('accord_un', 'consent'), below('accord_deux', 'consent'), below('commune', '')]
  const { result } = renderHook(() => useUnseen(units))
  dispatchEvent(Object.assign(new Event('pointerdown'), { width: 20, height: 20 }))
  const { show } = result.current
  expect([show(), show(), show()]).toEqual([true, true, false])
})
