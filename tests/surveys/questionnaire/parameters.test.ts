import { expect, test } from 'vitest'
import { materialise, missingParameters, parametersUsed } from '../../../surveys/questionnaire/parameters.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { publishedAs } from '../questionnaires.ts'

const draft: Questionnaire = {
  ...publishedAs('conditions'),
  summary: 'Avant le %{date_fin}',
  parameters: [
    { name: 'date_fin', title: 'Fin', help: '', kind: 'text', provisional: '(à définir)' },
    { name: 'lieux', title: 'Lieux', help: '', kind: 'choices', provisional: [{ value: 'a', text: 'Lieu A' }] },
  ],
  definition: {
    pages: [
      {
        name: 'page',
        elements: [
          {
            type: 'radiogroup',
            name: 'lieu',
            title: { default: 'Où, avant le %{date_fin} ?', en: 'Where, by %{date_fin}?' },
            choicesFromParameter: 'lieux',
            choices: [{ value: 'hors', text: 'Ailleurs' }],
          },
        ],
      },
    ],
  },
}
const element = (questionnaire: Questionnaire) => questionnaire.definition.pages[0]!.elements[0]!

test('provisional values are used until the authority has filled its own in', () => {
  expect(materialise(draft, {}).summary).toBe('Avant le (à définir)')
  expect(missingParameters(draft, {}).map(({ name }) => name)).toEqual(['date_fin', 'lieux'])
  expect(missingParameters(draft, { date_fin: '3 mai', lieux: [] }).map(({ name }) => name)).toEqual(['lieux'])
})

test('texts are filled in every language, and choices come before those written beside', () => {
  const published = materialise(draft, { date_fin: '3 mai', lieux: [{ value: 'gare', text: 'La gare' }] })
  expect(element(published).title).toEqual({ default: 'Où, avant le 3 mai ?', en: 'Where, by 3 mai?' })
  expect(element(published).choices).toEqual([
    { value: 'gare', text: 'La gare' },
    { value: 'hors', text: 'Ailleurs' },
  ])
  expect(element(draft).choices).toHaveLength(1)
})

test('publishing what is published changes nothing', () => {
  const once = materialise(draft, {})
  expect(materialise(once, {})).toEqual(once)
})

test('a value is taken as it is, never read again for parameters', () => {
  expect(materialise(draft, { date_fin: '%{lieux}' }).summary).toBe('Avant le %{lieux}')
  expect(materialise(draft, { date_fin: '$& $1' }).summary).toBe('Avant le $& $1')
})

test('a parameter that is not declared stops the publication', () => {
  expect(() => materialise({ ...draft, summary: '%{rien}' }, {})).toThrow(RangeError)
  expect(() => materialise({ ...draft, summary: '%{lieux}' }, {})).toThrow(RangeError)
  expect(parametersUsed(draft)).toEqual(new Set(['date_fin', 'lieux']))
})
