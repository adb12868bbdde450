import { beforeEach, expect, test, vi } from 'vitest'
import { begin, beginning, prepare } from '../../../client/answer/session/begin.ts'
import { modelOf } from '../../../surveys/answers/engine.ts'
import type { Language } from '../../../surveys/languages.ts'
import { doorKey, shortDoor } from '../../../surveys/questionnaire/door.ts'
import { gallery } from '../gallery.ts'

// another file of the same worker may have loaded it as it is
vi.hoisted(() => vi.resetModules())
vi.mock('../../../surveys/answers/engine.ts', async (original) => {
  const engine = await original<typeof import('../../../surveys/answers/engine.ts')>()
  return { ...engine, modelOf: vi.fn(engine.modelOf) }
})
const made = vi.mocked(modelOf)
beforeEach(() => void made.mockClear())

const session = beginning(gallery, '', false)

test('the model made while the notice is read serves who begins, once', () => {
  const ready = { current: prepare(gallery, session, 'fr') }
  const { model } = ready.current
  const first = begin(gallery, { ...session, savedAt: 1, visit: 'said since' }, 'fr', true, ready)
  expect(first.model).toBe(model)
  expect(first.session.visit).toBe('said since')
  expect(made).toHaveBeenCalledTimes(1)
  first.model.setValue('q_comment', 'un mot')
  expect(begin(gallery, session, 'fr', true, ready).model.data).toEqual({})
})

test('whoever has answered since, reads another language or begins anew has a model of their own', () => {
  const data = { q_comment: 'un mot' }
  const answered = { ...session, data }
  const after = (read: typeof session, begun: typeof session, language: Language, hasAnswers = true) =>
    begin(gallery, begun, language, hasAnswers, { current: prepare(gallery, read, 'fr') }).model
  expect(after(session, answered, 'fr').data).toMatchObject(data)
  expect(after(answered, session, 'fr').data).toEqual({})
  expect(after(session, beginning(gallery, '', true), 'fr').data).toEqual({ [doorKey]: shortDoor })
  expect(after(session, session, 'ar').locale).toBe('ar')
  expect(after(answered, answered, 'fr', false).data).toEqual({})
  expect(made).toHaveBeenCalledTimes(10)
})
