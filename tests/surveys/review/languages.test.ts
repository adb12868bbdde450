import { expect, test } from 'vitest'
import { founding } from '../../../surveys/questionnaire/founding.ts'

/** Objects that are a text in several languages, with where they stand. */
function textsIn(value: unknown, path: string): [string, Record<string, unknown>][] {
  if (typeof value !== 'object' || value === null) return []
  if (typeof (value as { default?: unknown }).default === 'string') return [[path, value as Record<string, unknown>]]
  return Object.entries(value).flatMap(([name, part]) => textsIn(part, `${path}.${name}`))
}

test.each(founding.map((questionnaire) => [questionnaire.slug, questionnaire] as const))(
  'every text of %s is said in the four languages',
  (_, { definition, notice, title, summary, audienceText }) => {
    const texts = textsIn({ definition, notice, title, summary, audienceText }, '')
    const missing = texts.flatMap(([path, text]) =>
      ['fr-facile', 'en', 'ar'].filter((language) => !text[language]).map((language) => `${path} ${language}`),
    )
    expect(texts.length).toBeGreaterThan(100)
    expect(missing).toEqual([])
  },
)
