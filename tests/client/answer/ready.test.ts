// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react'
import { createElement } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { PublishedQuestionnaire } from '../../../api/wire/public.ts'
import type { Stage } from '../../../client/answer/device/begun.ts'
import type { Draft } from '../../../client/answer/device/outbox.ts'
import { type Engine, useReady } from '../../../client/answer/way/useReady.ts'
import { Spoken } from '../../../client/words/useSay.ts'
import type { Language } from '../../../surveys/languages.ts'

const questionnaire = { slug: 'q', version: 1 } as PublishedQuestionnaire
const prepare = vi.fn<Engine['prepare']>((_, { id }, language) => ({ of: `${id} ${language}`, model: {} as never }))
const beginning = vi.fn<Engine['beginning']>((_, channel, isByShort) => ({ id: `${channel} ${isByShort}` }) as Draft)
const engine = { prepare, beginning } as unknown as Engine
type Given = { engine: Engine | null; stage: Stage; language: Language; channel: string }

let language: Language
function reading(given: Partial<Given>) {
  const before: Given = { engine, stage: { at: 'notice' }, language: 'fr', channel: 'mairie', ...given }
  language = before.language
  const { result, rerender } = renderHook(
    ({ engine, stage, channel }: Given) => useReady(engine, stage, questionnaire, channel),
    {
      initialProps: before,
      wrapper: ({ children }) => createElement(Spoken, { value: language }, children),
    },
  )
  const change = (next: Partial<Given>) => {
    language = next.language ?? language
    rerender(Object.assign(before, next))
  }
  const wait = () => act(() => void vi.runAllTimers())
  return { result, change, wait, of: () => result.current.ready.current?.of }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.clearAllMocks()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

test('what « Je commence » begins is ready once the engine is there, and is the draft that begins', () => {
  const { result, change, wait, of } = reading({ engine: null })
  wait()
  expect(beginning).not.toHaveBeenCalled()
  change({ engine })
  expect(prepare).not.toHaveBeenCalled()
  wait()
  expect(of()).toBe('mairie false fr')
  expect(result.current.fresh(engine, false)).toBe(prepare.mock.calls[0]![1])
  expect(beginning).toHaveBeenCalledTimes(1)
})

test('another language, another door, another way in: made ready anew', () => {
  const { result, change, wait, of } = reading({})
  wait()
  change({ language: 'ar' })
  wait()
  expect(of()).toBe('mairie false ar')
  act(() => result.current.openBy(true))
  wait()
  expect(of()).toBe('mairie true ar')
  change({ channel: 'affiche' })
  wait()
  expect(of()).toBe('affiche true ar')
})

test('the short door opened before the other is ready: the other one is not made', () => {
  const { result, wait } = reading({})
  act(() => result.current.openBy(true))
  wait()
  expect(prepare.mock.calls.map(([, { id }]) => id)).toEqual(['mairie true'])
})

test('answers kept on the device are made ready; nothing is once the questions stand', () => {
  const draft = { id: 'kept' } as Draft
  const { change, wait, of } = reading({ stage: { at: 'saved', draft } })
  wait()
  expect(of()).toBe('kept fr')
  expect(beginning).not.toHaveBeenCalled()
  const asked = reading({})
  asked.change({ stage: { at: 'questions', draft } })
  asked.wait()
  change({ stage: { at: 'sent' } })
  wait()
  expect(prepare).toHaveBeenCalledTimes(1)
})
