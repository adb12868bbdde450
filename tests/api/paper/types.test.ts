import { expect, test } from 'vitest'
import { print } from '../../../api/paper/print.ts'
import type { Language } from '../../../surveys/questionnaire/questionnaire.ts'
import { publishedAs } from '../../surveys/questionnaires.ts'

test.each<Language>(['fr', 'en', 'ar'])('a form with every type of question is laid out, in %s', async (language) => {
  const forms = [{ number: '', words: [], drawn: { niveau_prix: 'a', ordre_lieux: '1-2-3' } }]
  const questionnaire = publishedAs('tous-les-types')
  const wanted = {
    questionnaire,
    language,
    forms,
    copies: 1,
    closesAt: null,
    author: 'CTG',
    origin: 'https://example.org',
    pictureOf: async () => null,
  }
  const pdf = await print({ ...wanted, isReviewed: true })
  expect(new TextDecoder().decode(pdf.slice(0, 5))).toBe('%PDF-')
  expect(pdf.length).toBeGreaterThan(20_000)
})
