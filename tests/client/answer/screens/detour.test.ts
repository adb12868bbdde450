// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type { Screen } from '../../../../client/answer/screens/screens.ts'
import { useDetour } from '../../../../client/answer/screens/useDetour.ts'

afterEach(cleanup)

const screens = (...keys: string[]) => keys.map((key) => ({ key, pieces: [] as Screen['pieces'] }) as Screen)
/** A screen with one question, left blank. */
const blank = (key: string) => {
  const question = { hasInput: true, isVisible: true, getType: () => 'radiogroup', isEmpty: () => true }
  return { key, pieces: [question] } as unknown as Screen
}

test('from a list to one answer and back, by way of what the change asks for anew', () => {
  const { result } = renderHook(({ key }) => useDetour(key), { initialProps: { key: 'elsewhere' } })
  const before = screens('a', 'b', 'c', 'list')
  act(() => result.current.change('list', before))
  expect(result.current.isUnderWay).toBe(true)
  let next: string | undefined
  act(() => {
    next = result.current.after([...screens('a'), blank('new'), ...screens('b', 'c', 'list')], 0)
  })
  expect(next).toBe('new')
  act(() => {
    next = result.current.after([...screens('a'), blank('new'), ...screens('b', 'c', 'list')], 1)
  })
  expect([next, result.current.isUnderWay]).toEqual(['list', false])
  expect(result.current.after(before, 0)).toBe('b')
})

test('a list inside a detour: back from the answer to the list, then behind it', () => {
  const { result } = renderHook(({ key }) => useDetour(key), { initialProps: { key: 'elsewhere' } })
  const all = screens('first', 'b', 'c', 'cards')
  act(() => result.current.begin('cards', all))
  act(() => result.current.change('first', all))
  let left: string | null = null
  act(() => {
    left = result.current.leave(false)
  })
  expect(left).toBe('first')
  let next: string | undefined
  act(() => {
    next = result.current.after(all, 0)
  })
  expect(next).toBe('cards')
})

test('an answer that the change has emptied is asked again on the way back', () => {
  const { result } = renderHook(({ key }) => useDetour(key), { initialProps: { key: 'elsewhere' } })
  let isEmpty = false
  const question = { hasInput: true, isVisible: true, getType: () => 'radiogroup', isEmpty: () => isEmpty }
  const emptied = { key: 'most', pieces: [question] } as unknown as Screen
  const all = [...screens('list', 'who'), emptied, ...screens('more')]
  act(() => result.current.change('list', all))
  expect(result.current.list).toBe('list')
  isEmpty = true
  let next: string | undefined
  act(() => {
    next = result.current.after(all, 1)
  })
  expect(next).toBe('most')
  act(() => {
    next = result.current.after(all, 2)
  })
  expect([next, result.current.list]).toEqual(['list', null])
})

test('what is answered between here and where one is led is passed by, from a list within it too', () => {
  const { result } = renderHook(({ key }) => useDetour(key), { initialProps: { key: 'elsewhere' } })
  const all = screens('child', 'b', 'c', 'cards', 'behind')
  expect(result.current.passed(all, 0)).toEqual([])
  act(() => result.current.begin('cards', all))
  const passed = (now: readonly Screen[]) => result.current.passed(now, 0).map(({ key }) => key)
  expect(passed([...screens('child', 'b'), blank('new'), ...screens('c', 'cards', 'behind')])).toEqual(['b', 'c'])
  act(() => result.current.change('child', all))
  expect(passed(all)).toEqual(['b', 'c'])
})

test('« Retour » on the first screen of what was gone to comes back from it; on a later one it goes back one screen', () => {
  const { result } = renderHook(({ key }) => useDetour(key), { initialProps: { key: 'child' } })
  act(() => result.current.begin('cards', screens('child', 'b', 'cards')))
  expect(result.current.leave(false)).toBeNull()
  let left: string | null = null
  act(() => {
    left = result.current.leave(true)
  })
  expect([left, result.current.isUnderWay]).toEqual(['cards', false])
})

// the cards said « 100 %, 1 min au plus »
test('whoever is back where they came from by the button of the browser is on no detour', () => {
  const { result, rerender } = renderHook(({ key }) => useDetour(key), { initialProps: { key: 'child' } })
  const all = screens('child', 'b', 'cards', 'behind')
  act(() => result.current.begin('cards', all))
  rerender({ key: 'cards' })
  expect(result.current.isUnderWay).toBe(false)
  expect(result.current.passed(all, 2)).toEqual([])
  // its other button leads to the list again, not through all that was answered
  rerender({ key: 'child' })
  expect(result.current.isUnderWay).toBe(true)
  rerender({ key: 'cards' })
  let next: string | undefined
  act(() => {
    next = result.current.after(all, 2)
  })
  expect(next).toBe('behind')
  // nor when they go somewhere else from there
  rerender({ key: 'child' })
  expect(result.current.isUnderWay).toBe(false)
})

test('what a change brought and was answered from its list is not gone through again', () => {
  const { result } = renderHook(({ key }) => useDetour(key), { initialProps: { key: 'child' } })
  const question = { hasInput: true, isVisible: true, getType: () => 'radiogroup', isEmpty: () => false }
  const brought = { key: 'new', pieces: [question] } as unknown as Screen
  act(() => result.current.begin('cards', screens('child', 'b', 'cards')))
  let next: string | undefined
  act(() => {
    next = result.current.after([...screens('child'), brought, ...screens('b', 'cards')], 0)
  })
  expect(next).toBe('cards')
})

test('what a turned device puts on another screen was asked before all the same', () => {
  const { result } = renderHook(({ key }) => useDetour(key), { initialProps: { key: 'elsewhere' } })
  const question = { hasInput: true, isVisible: true, getType: () => 'radiogroup', isEmpty: () => true }
  const holding = (key: string, ...pieces: object[]) => ({ key, pieces }) as unknown as Screen
  act(() => result.current.begin('cards', [holding('child', { ...question }, question), ...screens('cards')]))
  expect(result.current.isNew(question as never)).toBe(false)
  let next: string | undefined
  act(() => {
    next = result.current.after([holding('child'), holding('own', question), ...screens('cards')], 0)
  })
  expect(next).toBe('cards')
})

// « l'inscririez-vous ? » came beside a question answered before, and was never asked
test('what a change brings on a screen that was there is asked on the way back', () => {
  const { result } = renderHook(({ key }) => useDetour(key), { initialProps: { key: 'child' } })
  const aQuestion = (isEmpty: boolean) => ({
    hasInput: true,
    isVisible: true,
    getType: () => 'radiogroup',
    isEmpty: () => isEmpty,
  })
  const rhythm = aQuestion(false)
  const more = (...pieces: object[]) => ({ key: 'more', pieces }) as unknown as Screen
  act(() => result.current.begin('cards', [...screens('child'), more(rhythm), ...screens('cards')]))
  let next: string | undefined
  act(() => {
    next = result.current.after([...screens('child'), more(rhythm, aQuestion(true)), ...screens('cards')], 0)
  })
  expect(next).toBe('more')
})
