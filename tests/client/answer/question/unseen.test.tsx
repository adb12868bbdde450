// @vitest-environment jsdom
/** Below the screen, boxes of consent hold who goes on once, and not each in its turn. */
import { act, cleanup, renderHook } from '@testing-library/react'
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

/** Where everything stands: a test moves it. */
function standAt(bottom: () => number) {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(
    () => ({ top: bottom() - 50, bottom: bottom() }) as DOMRect,
  )
  Element.prototype.scrollIntoView = () => {}
  window.scrollTo = () => {}
  window.scrollBy = () => {}
  window.matchMedia = (() => ({ matches: true })) as never
}

// its title passed by as the last answer of the one above was touched, and « Suivant » left it for good
test('a question that was in sight for a moment is shown again once, where it stands below; one that stands above has been left', () => {
  let bottom = 100
  standAt(() => bottom)
  const { result } = renderHook(() => useUnseen([below('trajet', '')]))
  dispatchEvent(Object.assign(new Event('pointerdown'), { width: 20, height: 20 }))
  expect(result.current.show()).toBe(false)
  bottom = 9_000
  expect([result.current.show(), result.current.show()]).toEqual([true, false])
})

test('a title and one answer at the edge of the screen are not a question that was seen', () => {
  standAt(() => 100)
  const unit = below('age', '')
  const choices = document.createElement('div')
  choices.className = 'choices'
  choices.append(...Array.from({ length: 5 }, () => document.createElement('label')))
  document.getElementById('age')!.append(choices)
  for (const low of [...choices.children].slice(2))
    low.getBoundingClientRect = () => ({ top: 770, bottom: 810 }) as DOMRect
  const { result } = renderHook(() => useUnseen([unit]))
  expect(result.current.isSeen(unit)).toBe(false)
  choices.children[2]!.getBoundingClientRect = () => ({ top: 100, bottom: 150 }) as DOMRect
  dispatchEvent(new Event('scroll'))
  expect(result.current.isSeen(unit)).toBe(true)
})

// « Suivant » was pressed once for each, though they stood side by side
test('a box of consent that came into sight with the one above holds nobody; one that nobody has seen does', () => {
  let bottom = 9_000
  standAt(() => bottom)
  const units = [below('accord_un', 'consent'), below('accord_deux', 'consent')]
  const { result } = renderHook(() => useUnseen(units))
  dispatchEvent(Object.assign(new Event('pointerdown'), { width: 20, height: 20 }))
  expect(result.current.show()).toBe(true)
  bottom = 100
  dispatchEvent(new Event('scroll'))
  bottom = 9_000
  expect(result.current.show()).toBe(false)

  const unseen = renderHook(() =>
    useUnseen([below('accord_trois', 'consent'), below('accord_quatre', 'consent')]),
  ).result
  dispatchEvent(Object.assign(new Event('pointerdown'), { width: 20, height: 20 }))
  expect([unseen.current.show(), unseen.current.show(), unseen.current.show()]).toEqual([true, true, false])
})

// in large letters « Suivant » was pressed twenty times, and nothing moved
test('a title that takes the screen gives way to what it is answered by, once; then it may be passed', () => {
  standAt(() => 9_000)
  const unit = below('garde', '')
  const { result } = renderHook(() => useUnseen([unit]))
  expect(result.current.isSeen(unit)).toBe(false)
  act(() => result.current.showAnswers(unit))
  expect(result.current.isSeen(unit)).toBe(true)
})
