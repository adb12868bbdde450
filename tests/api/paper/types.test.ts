import { expect, test } from 'vitest'
import { print } from '../../../api/paper/print.ts'
import type { Language } from '../../../surveys/questionnaire/questionnaire.ts'
import { textOf } from '../../pdf.ts'
import { publishedAs } from '../../surveys/questionnaires.ts'
import { smallQuestionnaire } from '../fixture.ts'

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

// a help stood in the place of what to write: « de 0 à 10 » was on no sheet
test('what may be written is printed under a question, whatever its help says beside', async () => {
  const common = { objectives: [1], sensitivity: 'ordinary', description: 'À peu près.' }
  const elements = [
    {
      type: 'text',
      inputType: 'date',
      name: 'jour',
      title: 'Quand ?',
      min: '2015-03-15',
      max: '2026-12-31',
      ...common,
    },
    { type: 'text', inputType: 'number', name: 'nombre', title: 'Combien ?', min: 0, max: 60, ...common },
    { type: 'slider', name: 'envie', title: 'Votre envie ?', min: 0, max: 10, step: 2, ...common },
  ]
  const questionnaire = { ...smallQuestionnaire, definition: { pages: [{ name: 'page', elements }] } }
  const forms = [{ number: '', words: [], drawn: {} }]
  const place = { copies: 1, closesAt: null, author: 'CTG', origin: 'https://example.org', pictureOf: async () => null }
  const text = await textOf(await print({ questionnaire, language: 'fr', forms, isReviewed: true, ...place }))
  const said = text.replaceAll(/\s+/g, ' ')
  expect(said).toContain('Entre le 15 mars 2015 et le 31 décembre 2026.')
  expect(said).toContain('Entre 0 et 60.')
  expect(said).toContain('Écrivez un nombre de 0 à 10. De 2 en 2.')
})
