import { expect, test } from 'vitest'
import { measureRules } from '../../../analysis/measures/catalogue.ts'
import { seeded } from '../../../surveys/people/random.ts'
import { isObject } from '../../../surveys/questionnaire/elements.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { reviewQuestionnaire } from '../../../surveys/review/review.ts'

/** Properties of SurveyJS that do something, and some that browsers would know. */
const properties: readonly (readonly [string, unknown])[] = [
  ['html', '<b>x</b>'],
  ['choicesByUrl', { url: 'https://example.org' }],
  ['imageLink', 'https://example.org/x.png'],
  ['renderAs', 'x'],
  ['cssClasses', { root: 'x' }],
  ['enableIf', '{x} = 1'],
  ['valueName', '__proto__'],
  ['setValueExpression', "iif(1, 'a', 'b')"],
  ['defaultValueExpression', 'today()'],
  ['validators', [{ type: 'regex', regex: '(a+)+' }]],
  ['titleLocation', 'left'],
  ['onclick', 'alert(1)'],
  ['style', 'position:fixed'],
  ['minWidth', 'calc(1px)'],
  ['navigateToUrl', 'https://example.org'],
  ['maskType', 'pattern'],
  ['dataList', ['a']],
  ['resetValueIf', 'true'],
  ['constructor', 1],
]
const texts = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '</textarea><svg/onload=alert(1)>',
  '&#x3C;b&#x3E;',
  'javascript:alert(1)',
  'https://example.org',
  'www.example.org',
  'data:text/html,x',
  '{commune}',
  '{panel.annee_naissance}',
  '//example.org/x',
]

/** What a property can be written on: the whole, pages, questions, answers, rows. */
function holders(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(holders)
  if (!isObject(value)) return []
  const isHolder = ['pages', 'name', 'value'].some((key) => Object.hasOwn(value, key))
  return [...(isHolder ? [value] : []), ...Object.values(value).flatMap(holders)]
}
const wordsIn = (value: unknown): { default: string; ar?: string }[] =>
  Array.isArray(value)
    ? value.flatMap(wordsIn)
    : !isObject(value)
      ? []
      : typeof value.default === 'string'
        ? [value as { default: string }]
        : Object.values(value).flatMap(wordsIn)

const isRefused = (questionnaire: Questionnaire) =>
  reviewQuestionnaire(questionnaire, { measures: measureRules }).toFix.length > 0

test('one property outside the language, wherever it is slipped in, stops the publication', () => {
  const random = seeded(29)
  for (let turn = 0; turn < 120; turn++) {
    const copy = structuredClone(founding()[turn % founding().length]!)
    const places = holders(copy.definition)
    const [property, value] = properties[turn % properties.length]!
    const place = places[Math.floor(random() * places.length)]!
    place[property] = value
    expect([property, JSON.stringify(place).slice(0, 80), isRefused(copy)]).toEqual([property, expect.anything(), true])
  }
})

test('one hostile text, in any language of any place, stops the publication', () => {
  const random = seeded(30)
  for (let turn = 0; turn < 120; turn++) {
    const copy = structuredClone(founding()[turn % founding().length]!)
    const places = wordsIn(copy.definition)
    const place = places[Math.floor(random() * places.length)]!
    const text = texts[turn % texts.length]!
    place[turn % 2 === 0 ? 'default' : 'ar'] += ` ${text}`
    expect([text, JSON.stringify(place).slice(0, 120), isRefused(copy)]).toEqual([text, expect.anything(), true])
  }
})
