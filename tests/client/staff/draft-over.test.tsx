// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { useDraftOver } from '../../../client/parts/staff/draft.ts'

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

type Saved = { contact: string; colour: string; languages: string[] }
const saved: Saved = { contact: 'a@exemple.fr', colour: '#000000', languages: ['fr'] }
/** A tab that has the page open. */
const aTab = (initial: Saved) => renderHook((now: Saved) => useDraftOver('settings', now), { initialProps: initial })

// the whole page was stored, and a tab opened earlier wrote back what another one had changed since
test('what is found again is what was typed, and nothing that was saved elsewhere since', () => {
  const first = aTab(saved)
  act(() => first.result.current.set('contact', 'b@exemple.fr'))
  const later = { ...saved, colour: '#7a1f5c', languages: ['fr', 'en'] }
  const { result } = aTab(later)
  expect(result.current).toMatchObject({
    values: { ...later, contact: 'b@exemple.fr' },
    isFound: true,
    changedSince: [],
  })
})

test('a field that two people change is named, and what was typed stays', () => {
  const { result, rerender } = aTab(saved)
  act(() => result.current.set('contact', 'b@exemple.fr'))
  rerender({ ...saved, contact: 'c@exemple.fr' })
  act(() => result.current.set('contact', 'bb@exemple.fr'))
  expect(result.current.values.contact).toBe('bb@exemple.fr')
  expect(result.current.changedSince).toEqual(['contact'])
  act(() => result.current.drop())
  expect(result.current.values.contact).toBe('c@exemple.fr')
})

test('typed back as it was saved, nothing is left to find', () => {
  const { result } = aTab(saved)
  act(() => result.current.set('languages', ['fr', 'ar']))
  act(() => result.current.set('languages', ['fr']))
  expect(localStorage).toHaveLength(0)
  expect(aTab(saved).result.current.isFound).toBe(false)
})

test('what was sent is shown as the server writes it; what was typed meanwhile stays', () => {
  const { result, rerender } = aTab(saved)
  act(() => result.current.set('contact', ' b@exemple.fr '))
  act(() => result.current.set('colour', '#ffffff'))
  const sent = result.current.values
  act(() => result.current.set('colour', '#123456'))
  const written = { ...saved, contact: 'b@exemple.fr', colour: '#ffffff' }
  rerender(written)
  act(() => result.current.settle(sent))
  expect(result.current.values).toEqual({ ...written, colour: '#123456' })
})

test('typed on while it is saved, a field is changed by nobody else', () => {
  const { result, rerender } = aTab(saved)
  act(() => result.current.set('contact', 'b@exemple.fr'))
  const sent = result.current.values
  act(() => result.current.set('contact', 'bb@exemple.fr'))
  rerender(sent)
  act(() => result.current.settle(sent))
  expect(result.current).toMatchObject({ values: { contact: 'bb@exemple.fr' }, changedSince: [] })
})

// « ce que vous avez tapé est gardé sur cet appareil »: the other tab had taken it away as it saved
test('of two tabs that type in one page, neither takes away what the other holds', () => {
  const tabs = [new Map<string, string>(), new Map<string, string>()]
  const inTab = (at: number, work: () => void) => {
    sessionStorage.clear()
    for (const [key, text] of tabs[at]!) sessionStorage.setItem(key, text)
    work()
    tabs[at] = new Map(Object.entries(sessionStorage))
  }
  const [first, second] = [aTab(saved), aTab(saved)]
  inTab(0, () => act(() => first.result.current.set('contact', 'b@exemple.fr')))
  inTab(1, () => act(() => second.result.current.set('colour', '#123456')))
  inTab(1, () => act(() => second.result.current.drop()))
  inTab(0, () => {
    const { current } = aTab({ ...saved, colour: '#123456' }).result
    expect(current).toMatchObject({ values: { contact: 'b@exemple.fr', colour: '#123456' }, isFound: true })
    act(() => current.drop())
  })
  // of the tab that saved last nothing is left on the device
  inTab(1, () => expect(aTab(saved).result.current.isFound).toBe(false))
})
