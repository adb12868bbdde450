import { afterEach, expect, test, vi } from 'vitest'
import { carriedUnder } from '../../../../client/answer/carry/carried.ts'
import { encrypted, keysOf } from '../../../../client/answer/carry/cipher.ts'
import { codeWords } from '../../../../surveys/answers/withdrawal-words.ts'

afterEach(() => void vi.unstubAllGlobals())

// a copy made by hand, its words given away, would have drawn anything under the authority's address
test('no screen that comes from another device is drawn here', async () => {
  const words = codeWords.slice(0, 12)
  const { key } = await keysOf(words)
  const left = { of: 'fr', step: 'familles', progress: '', questions: { tag: 'iframe', given: {}, within: [] } }
  const draft = { id: 'r-1', questionnaire: 'familles', data: { garde: 'oui' }, screen: 'garde', left }
  const sealed = await encrypted({ draft, language: 'fr' }, key)
  vi.stubGlobal('fetch', async () => Response.json({ carried: { sealed, until: '2026-12-01T00:00:00.000Z' } }))
  const carried = await carriedUnder(words)
  expect(carried).toMatchObject({ language: 'fr', draft: { data: { garde: 'oui' }, screen: 'garde' } })
  expect(carried!.draft.left).toBeUndefined()
})
