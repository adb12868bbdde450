import { afterEach, expect, test, vi } from 'vitest'
import { answeredHere, forgetSent, noteSent, wasJustSent } from '../../../../client/answer/device/tabs.ts'

afterEach(() => vi.unstubAllGlobals())

// the answer of the first person left while the second one read the notice: « Votre réponse est bien arrivée »
test('whoever answers after somebody else is not told that their answer has just left', () => {
  const stored = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  })
  noteSent('familles')
  expect(wasJustSent('familles')).toBe(true)
  forgetSent('familles')
  noteSent('familles')
  expect(wasJustSent('familles')).toBe(false)
  // their own, once they have sent it, is theirs again: home, they were asked to begin
  answeredHere('familles')
  noteSent('familles')
  expect(wasJustSent('familles')).toBe(true)
  noteSent('habitants')
  expect(wasJustSent('habitants')).toBe(true)
})
