// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { setComfort } from '../../client/parts/comfort.ts'
import { InYourLanguage } from '../../client/words/InYourLanguage.tsx'

vi.stubGlobal('matchMedia', () => ({ matches: false }))
afterEach(async () => {
  cleanup()
  vi.restoreAllMocks()
  await setComfort({ language: 'fr' })
})

const shownTo = (browser: string) => {
  vi.spyOn(navigator, 'language', 'get').mockReturnValue(browser)
  return render(<InYourLanguage />).container.textContent
}

// a phone in English saw a page in French, and « Français » was all that led to another
test('a page in French tells a browser of another language that it exists in that one, and one touch opens it', async () => {
  expect(shownTo('en-GB')).toBe('This site is also in English')
  fireEvent.click(screen.getByRole('button'))
  await waitFor(() => expect(document.documentElement.lang).toBe('en'))
  await waitFor(() => expect(screen.queryByRole('button')).toBeNull())
})

test.each(['fr-FR', 'de', ''])('a browser in %s is told nothing', (browser) => {
  expect(shownTo(browser)).toBe('')
})
