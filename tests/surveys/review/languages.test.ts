import { expect, test } from 'vitest'
import { languageRows, translated } from '../../../surveys/languages.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'

/** Objects that are a text in several languages, with where they stand. */
function textsIn(value: unknown, path: string): [string, Record<string, unknown>][] {
  if (typeof value !== 'object' || value === null) return []
  if (typeof (value as { default?: unknown }).default === 'string') return [[path, value as Record<string, unknown>]]
  return Object.entries(value).flatMap(([name, part]) => textsIn(part, `${path}.${name}`))
}

test.each(founding().map((questionnaire) => [questionnaire.slug, questionnaire] as const))(
  'every text of %s is said in the languages a publication asks for, and in any other wholly or not at all',
  (_, { definition, notice, title, summary, audienceText, languages: own }) => {
    const texts = textsIn({ definition, notice, title, summary, audienceText }, '')
    const missing = translated.map(
      (language) => [language, texts.flatMap(([path, text]) => (text[language] ? [] : [path]))] as const,
    )
    expect(texts.length).toBeGreaterThan(100)
    for (const [language, paths] of missing) {
      const isAsked = own ? own.includes(language) : languageRows[language].isExpected
      const isWhollyMissing = paths.length === texts.length && !isAsked
      expect(isWhollyMissing ? [] : paths, language).toEqual([])
    }
  },
)
