// @vitest-environment jsdom
/** A touch that comes too soon after a screen has come is not taken for one of the new screen. */
import { act, renderHook } from '@testing-library/react'
import type { MouseEvent, PointerEvent } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { useOnward } from '../../../../client/answer/screens/ProgressBar.tsx'
import type { Position, Progress } from '../../../../client/answer/screens/progress.ts'
import { useGoingOn, useJustCome } from '../../../../client/answer/screens/useGoingOn.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('habit is guarded where « Suivant » stood; a button that stands elsewhere, against a double touch only', () => {
  vi.useFakeTimers()
  const goOn = vi.fn(() => true)
  const { current } = renderHook(() => useGoingOn('first', goOn)).result
  const circle = document.createElement('input')
  circle.type = 'radio'
  current.handlers.onPointerDownCapture({ pointerType: 'touch', width: 20, height: 20 } as PointerEvent)
  current.handlers.onChange({ target: circle })
  while (goOn.mock.calls.length === 0) vi.advanceTimersByTime(50)
  expect([current.isTooSoon(), current.isTooSoon(true)]).toEqual([true, true])
  while (current.isTooSoon(true)) vi.advanceTimersByTime(50)
  expect(current.isTooSoon()).toBe(true)
  vi.advanceTimersByTime(2_000)
  expect(current.isTooSoon()).toBe(false)
})

test('habit is counted from the moment the screen is painted: a slow phone shows it long after it was called', () => {
  vi.useFakeTimers()
  const frameMs = 800
  vi.stubGlobal('requestAnimationFrame', (paint: () => void) => setTimeout(paint, frameMs))
  const goOn = vi.fn(() => true)
  const { current } = renderHook(() => useGoingOn('first', goOn)).result
  const circle = document.createElement('input')
  circle.type = 'radio'
  current.handlers.onPointerDownCapture({ pointerType: 'touch', width: 20, height: 20 } as PointerEvent)
  current.handlers.onChange({ target: circle })
  while (goOn.mock.calls.length === 0) vi.advanceTimersByTime(10)
  vi.advanceTimersByTime(2 * frameMs + 700)
  expect(current.isTooSoon()).toBe(true)
  vi.advanceTimersByTime(400)
  expect(current.isTooSoon()).toBe(false)
})

test('the second half of a double touch on « Suivant » does not press that of the next screen; a touch elsewhere, or later, does', () => {
  vi.useFakeTimers()
  vi.stubGlobal('requestAnimationFrame', (paint: () => void) => setTimeout(paint, 100))
  const { result, rerender } = renderHook(({ key }) => useGoingOn(key, () => true), { initialProps: { key: 'first' } })
  const button = document.createElement('button')
  const touch = (clientX = 300, target: Element = button) => {
    const timeStamp = performance.now()
    const event = { pointerType: 'touch', width: 20, height: 20, timeStamp, clientX, clientY: 800, target }
    result.current.handlers.onPointerDownCapture(event as unknown as PointerEvent)
    // where « Suivant » was, an answer may stand now: it was ticked
    const click = { preventDefault: vi.fn(), stopPropagation: vi.fn() }
    result.current.handlers.onClickCapture(click as unknown as MouseEvent)
    const isTooSoon = result.current.isTooSoon()
    expect(click.preventDefault).toHaveBeenCalledTimes(Number(isTooSoon))
    return isTooSoon
  }
  expect(touch()).toBe(false)
  // on one screen two touches are two touches
  expect(touch()).toBe(false)
  rerender({ key: 'second' })
  // a slow phone: it is not painted yet
  vi.advanceTimersByTime(150)
  expect(touch()).toBe(true)
  rerender({ key: 'third' })
  vi.advanceTimersByTime(300)
  expect(touch()).toBe(true)
  rerender({ key: 'fourth' })
  vi.advanceTimersByTime(300)
  expect(touch(100)).toBe(false)
  // a choice that has led on by itself, and an answer that stands where it stood
  expect(touch(100, document.createElement('label'))).toBe(false)
  rerender({ key: 'again' })
  vi.advanceTimersByTime(300)
  expect(touch(100)).toBe(false)
  rerender({ key: 'fifth' })
  vi.advanceTimersByTime(1_000)
  expect(touch(100)).toBe(false)
})

// the second half had taken the going on back
test('a choice touched twice goes on as one touched once', () => {
  vi.useFakeTimers()
  const goOn = vi.fn(() => true)
  const { current } = renderHook(() => useGoingOn('first', goOn)).result
  const circle = document.createElement('input')
  circle.type = 'radio'
  const touch = () => {
    const timeStamp = performance.now()
    const event = { pointerType: 'touch', width: 20, height: 20, timeStamp, clientX: 50, clientY: 300 }
    current.handlers.onPointerDownCapture(event as unknown as PointerEvent)
  }
  touch()
  current.handlers.onChange({ target: circle })
  vi.advanceTimersByTime(300)
  touch()
  vi.advanceTimersByTime(1_000)
  expect(goOn).toHaveBeenCalledTimes(1)
})

test('each time the last screen comes, nothing is sent from it for a second: « Suivant » was touched twice', () => {
  vi.useFakeTimers()
  const { result, rerender } = renderHook(useJustCome, { initialProps: false })
  expect(result.current).toBe(false)
  for (const _ of ['reached', 'reached again']) {
    rerender(true)
    act(() => void vi.advanceTimersByTime(700))
    expect(result.current).toBe(true)
    act(() => void vi.advanceTimersByTime(400))
    expect(result.current).toBe(false)
    rerender(false)
    expect(result.current).toBe(false)
  }
})

const standing = (share: number, part: Progress['part'] = 'core'): Progress => ({
  part,
  step: 1,
  steps: null,
  within: null,
  share,
  minutesLeft: 1,
})
const whole: Position = () => standing(0)
const others: Position = () => standing(0)

test('the line goes back for whoever goes back, and for nobody else', () => {
  const { result, rerender } = renderHook(
    ({ position, at, key, progress }) => useOnward(position, at, key, progress).share,
    {
      initialProps: { position: whole, at: 2, key: '2', progress: standing(0.4) },
    },
  )
  const shown = (at: number, progress: Progress, position = whole, key = String(at)) => {
    rerender({ position, at, key, progress })
    return result.current
  }
  // « Non », then « Oui », on one screen
  expect(shown(2, standing(0.9))).toBe(0.9)
  // questions appear on the screen one stands on, then on the way
  expect(shown(2, standing(0.35))).toBe(0.4)
  expect(shown(3, standing(0.38))).toBeCloseTo(0.428, 3)
  expect(shown(4, standing(0.5))).toBeCloseTo(0.538, 3)
  expect(shown(3, standing(0.45))).toBeCloseTo(0.492, 3)
  // a third child: the line waits for nothing, it moves less at each screen
  expect(shown(4, standing(0.7))).toBeCloseTo(0.723, 3)
  expect(shown(4, standing(0.4), whole, 'child')).toBeCloseTo(0.723, 3)
  expect(shown(5, standing(0.4))).toBeCloseTo(0.723, 3)
  expect(shown(6, standing(0.7))).toBeCloseTo(0.862, 3)
  // another part, or other questions, begins anew
  expect(shown(7, standing(0.1, 'optional'))).toBe(0.1)
  expect(shown(8, standing(0.05, 'optional'), others)).toBe(0.05)
})

test('who went on with « Non », then comes back and says « Oui », sees the line follow', () => {
  const { result, rerender } = renderHook(({ at, share }) => useOnward(whole, at, String(at), standing(share)).share, {
    initialProps: { at: 0, share: 0.05 },
  })
  const shown = (at: number, share: number) => {
    rerender({ at, share })
    return result.current
  }
  expect(shown(0, 0.9)).toBe(0.9)
  expect(shown(1, 0.92)).toBe(0.92)
  expect(shown(0, 0.9)).toBe(0.9)
  expect(shown(0, 0.1)).toBeCloseTo(0.1)
  expect(shown(1, 0.2)).toBeCloseTo(0.2)
})

// 92 % stood over « 12 min au plus »: the last screen is of another part
test('who went on to the last screen with « Non », then comes back and says « Oui », sees the line follow', () => {
  const { result, rerender } = renderHook(
    ({ at, key, progress }: { at: number; key: string | undefined; progress: Progress }) =>
      useOnward(whole, at, key, progress).share,
    { initialProps: { at: 0, key: 'first' as string | undefined, progress: standing(0.01) } },
  )
  const shown = (at: number, key: string | undefined, progress: Progress) => {
    rerender({ at, key, progress })
    return result.current
  }
  expect(shown(0, 'first', standing(0.92))).toBe(0.92)
  expect(shown(1, undefined, standing(1, 'end'))).toBe(1)
  expect(shown(0, 'first', standing(0.92))).toBe(0.92)
  expect(shown(0, 'first', standing(0.01))).toBeCloseTo(0.01)
})

// 92 % going, 81 % coming back, both « 4 min au plus »
test('who comes back to a screen from which as much is left sees the line where it was', () => {
  const { result, rerender } = renderHook(({ at, key, share }) => useOnward(whole, at, key, standing(share)).share, {
    initialProps: { at: 0, key: 'cards', share: 0.7 },
  })
  const shown = (at: number, key: string, share: number) => {
    rerender({ at, key, share })
    return result.current
  }
  // a third child, on whom the line moves less
  expect(shown(0, 'child', 0.4)).toBe(0.7)
  const hub = shown(1, 'cards', 0.8)
  expect(hub).toBeCloseTo(0.9)
  expect(shown(2, 'behind', 0.9)).toBeCloseTo(0.95)
  expect(shown(1, 'cards', 0.8)).toBeCloseTo(hub)
  expect(shown(2, 'behind', 0.9)).toBeCloseTo(0.95)
  // with less ahead than there was, by as much further
  expect(shown(1, 'cards', 0.9)).toBeCloseTo(0.95)
})

// 92 % before « Revoir », 85 % after it, nothing having changed
test('who looks at a child again and comes back with as much left sees the line where it was', () => {
  const { result, rerender } = renderHook(({ at, key, share }) => useOnward(whole, at, key, standing(share)).share, {
    initialProps: { at: 1, key: 'cards', share: 0.7 },
  })
  const shown = (at: number, key: string, share: number) => {
    rerender({ at, key, share })
    return result.current
  }
  // another child, on whom the line moves less
  shown(1, 'second', 0.4)
  const stood = shown(2, 'cards', 0.8)
  expect(stood).toBeCloseTo(0.9)
  expect(shown(0, 'first', 0.3)).toBeLessThan(stood)
  expect(shown(2, 'cards', 0.8)).toBeCloseTo(stood)
})

// all but the first were refused: who clicked on at a steady pace went nowhere
test('of many clicks in a row each second one at most is refused; a double click is one click', () => {
  vi.useFakeTimers()
  vi.stubGlobal('requestAnimationFrame', (paint: () => void) => setTimeout(paint, 10))
  document.body.innerHTML = '<form class="questions"><button>Suivant</button></form><main>Un titre</main>'
  const [button, title] = [document.querySelector('button')!, document.querySelector('main')!]
  const { result, rerender, unmount } = renderHook(({ key }) => useGoingOn(key, () => true), {
    initialProps: { key: 'screen 0' },
  })
  let screens = 0
  /** @returns whether it went on; `detail`: how many clicks the system counts in a row */
  const click = (detail: number, target: Element = button) => {
    const event = { pointerType: 'mouse', timeStamp: performance.now(), clientX: 300, clientY: 800, target }
    result.current.handlers.onPointerDownCapture(event as unknown as PointerEvent)
    const isFocusing = target.dispatchEvent(
      new window.MouseEvent('mousedown', { detail, bubbles: true, cancelable: true }),
    )
    const isRefused = result.current.isTooSoon()
    if (!isRefused && target === button) rerender({ key: `screen ${++screens}` })
    vi.advanceTimersByTime(250)
    return { isRefused, isFocusing }
  }
  const row = Array.from({ length: 8 }, (_, at) => click(at + 1).isRefused)
  expect(row).toEqual([false, true, false, true, false, true, false, true])
  expect(screens).toBe(4)
  // slower than a double click, none is
  vi.advanceTimersByTime(1_000)
  expect([click(1), click(1), click(1)].map(({ isRefused }) => isRefused)).toEqual([false, false, false])
  // the second half falls where no button stands any more: the focus stays on the title
  expect(click(2, title)).toEqual({ isRefused: true, isFocusing: false })
  expect(click(1, title)).toEqual({ isRefused: false, isFocusing: true })
  click(1)
  unmount()
  expect(click(2).isFocusing).toBe(true)
})
