// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import { bringTexts, setComfort } from '../../client/parts/comfort.ts'
import type { Language } from '../../surveys/languages.ts'

vi.stubGlobal('matchMedia', () => ({ matches: false }))

/** Texts of languages, each of which comes when it is told to. */
function textsOnTheirWay() {
  const come = new Map<Language, () => void>()
  const end = bringTexts((language) => new Promise((resolve) => come.set(language, resolve)))
  return { come: (language: Language) => vi.waitFor(() => come.get(language)!()), end }
}
const root = document.documentElement

let stop = () => {}
afterEach(async () => {
  stop()
  await setComfort({ language: 'fr', size: 'normal' })
})

test('what is chosen while a language comes stays once it is there', async () => {
  const { come, end } = textsOnTheirWay()
  stop = end
  const arabic = setComfort({ language: 'ar' })
  await setComfort({ size: 'largest' })
  await come('ar')
  await arabic
  expect([root.lang, root.dataset.size]).toEqual(['ar', 'larger largest'])
})

test('of two languages asked for, the last one is shown, whichever comes first', async () => {
  const { come, end } = textsOnTheirWay()
  stop = end
  const both = [setComfort({ language: 'ar' }), setComfort({ language: 'en' })]
  await come('en')
  await both[1]
  expect(root.lang).toBe('en')
  await come('ar')
  await Promise.all(both)
  expect(root.lang).toBe('en')
})

// one press on « contraste » turned the page of an officer who had opened an Arabic link from right to left
test('a staff page stays French, whatever was chosen for answering on this device', async () => {
  await setComfort({ language: 'ar' })
  expect([root.lang, root.dir]).toEqual(['ar', 'rtl'])
  root.dataset.room = 'staff'
  Object.assign(root, { lang: 'fr', dir: 'ltr' })
  await setComfort({ contrast: 'high' })
  delete root.dataset.room
  expect([root.lang, root.dir, root.dataset.contrast]).toEqual(['fr', 'ltr', 'high'])
  await setComfort({ contrast: 'normal' })
})
