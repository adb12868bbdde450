import { expect, test } from 'vitest'
import { pricesIn } from '../../../../client/answer/question/Help.tsx'
import type { Text } from '../../../../surveys/questionnaire/questionnaire.ts'
import { publishedAs } from '../../../surveys/questionnaires.ts'

test('prices written one after the other are lines, in every language of the questionnaire', () => {
  const { definition } = publishedAs('loisirs-sud')
  const price = definition.pages
    .flatMap(({ elements }) => elements)
    .find((element) => 'name' in element && element.name === 'prix_a')! as unknown as {
    description: Exclude<Text, string>
  }
  for (const [language, text] of Object.entries(price.description)) {
    const { before, lines, after } = pricesIn(text!)
    expect(
      lines.map((line) => line.price.replace(/\D/g, '')),
      language,
    ).toEqual(['5', '7', '9', '11', '13'])
    expect(lines[1]!.label, language).toMatch(/500.*699/)
    expect(before, language).not.toMatch(/\d/)
    expect(after).toBe('')
  }
})

test('prices of an authority have their cents; any other text stays one', () => {
  expect(pricesIn('Par jour : Moins de 500 : 5,50 € ; De 500 à 699 : 7 € ; 1 100 et plus : 12 €.').lines).toEqual([
    { label: 'Moins de 500', price: '5,50 €' },
    { label: 'De 500 à 699', price: '7 €' },
    { label: '1 100 et plus', price: '12 €' },
  ])
  for (const text of ['Moins de 500 : 5 €. Plus : 7 €.', 'Un, deux ; trois : quatre.', ''])
    expect(pricesIn(text)).toEqual({ before: text, lines: [], after: '' })
})
