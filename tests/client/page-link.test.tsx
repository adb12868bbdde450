// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { ResultsLine } from '../../client/parts/ResultsLine.tsx'
import { learn } from '../../client/words/speak.ts'
import { Spoken } from '../../client/words/useSay.ts'
import { type Language, languageRows, languages } from '../../surveys/languages.ts'

afterEach(cleanup)

async function linkIn(language: Language) {
  await learn(language)
  render(
    <Spoken value={language}>
      <ResultsLine slug={null} />
    </Spoken>,
  )
  return screen.getByRole('link')
}

// somebody who reads Spanish was led to a page in French without a word
test('a link to a page that does not exist in the language of its reader says that it is in French', async () => {
  const link = await linkIn('es')
  expect(link.textContent).toMatch(/\/resultats \(en francés\)$/)
  expect(link.getAttribute('hreflang')).toBe('fr')
  expect(link.getAttribute('href')).toBe('/resultats')
})

test.each(languages.filter((language) => languageRows[language].hasPages))(
  'a page that exists in %s is asked for in it, and nothing is said',
  async (language) => {
    const link = await linkIn(language)
    expect(link.textContent).toMatch(/\/resultats$/)
    expect(link.getAttribute('href')).toBe(language === 'fr' ? '/resultats' : `/resultats?langue=${language}`)
  },
)
