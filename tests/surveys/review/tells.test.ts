import { expect, test } from 'vitest'
import { measureRules } from '../../../analysis/measures/catalogue.ts'
import type { DefinitionElement, Questionnaire, Text } from '../../../surveys/questionnaire/questionnaire.ts'
import { reviewQuestionnaire } from '../../../surveys/review/review.ts'
import { whole } from '../../api/design/fixture.ts'

const messagesOf = (questionnaire: Questionnaire, code: RegExp) => {
  const { toFix, toCheck } = reviewQuestionnaire(questionnaire, { measures: measureRules })
  return [...toFix, ...toCheck]
    .filter((issue) => code.test(issue.code))
    .map(({ path, message }) => `${path}: ${message}`)
}
const yesNo = ['oui', 'non'].map((value) => ({ value, text: value }))
const asked = (name: string, visibleIf?: string): DefinitionElement => ({
  type: 'radiogroup',
  name,
  title: `Question ${name}`,
  choices: yesNo,
  objectives: [26],
  sensitivity: 'ordinary',
  ...(visibleIf ? { visibleIf } : {}),
})
const withElements = (...elements: DefinitionElement[]): Questionnaire => ({
  ...whole('essai'),
  indicators: [],
  definition: { pages: [{ name: 'page_1', elements }] },
})

test('a question that serves the plan and leads to no result is named; one that others are compared by is not', () => {
  const draft = whole('essai')
  expect(messagesOf(draft, /no-indicator/)).toEqual([
    expect.stringMatching(/^indicators: Une question n’a pas d’indicateur.*«\s?Pour quoi faire/),
  ])
  const compared = { ...draft, indicators: draft.indicators.map((one) => ({ ...one, breakdowns: ['pourquoi'] })) }
  expect(messagesOf(compared, /no-indicator/)).toEqual([])
  // « Viendrais-tu ? » has none either, and leads to the other
  expect(messagesOf({ ...draft, indicators: [] }, /no-indicator/)).toEqual(messagesOf(draft, /no-indicator/))
  expect(messagesOf(withElements(asked('a'), asked('b')), /no-indicator/)[0]).toContain('2 questions n’ont')
})

test('a sentence that still has its dots is stopped', () => {
  const draft = whole('essai')
  const sentence = '{value} des personnes répondantes … ({interval} ; {base} réponses).'
  const begun = { ...draft, indicators: draft.indicators.map((one) => ({ ...one, sentence })) }
  expect(messagesOf(begun, /^indicator$/)).toEqual([expect.stringContaining('phrase inachevée')])
  expect(messagesOf(draft, /^indicator$/)).toEqual([])
})

test('a text left in French or in Latin letters is told, a name is not', () => {
  const toldOf = (title: Text) =>
    messagesOf(withElements({ ...asked('a'), title }), /^(same|script)/).filter((one) => one.startsWith('a:'))
  const french = 'Combien de temps faut-il ?'
  expect(toldOf({ default: french, en: french })).toEqual([
    expect.stringMatching(
      /^a: Question, «\s?Combien de temps faut-il \?\s?»\s?: le même texte en français et en anglais/,
    ),
  ])
  expect(toldOf({ default: french, en: 'How long does it take?', ar: 'How long does it take?' })).toEqual([
    expect.stringContaining('en arabe n’est pas écrit dans cette langue'),
  ])
  expect(toldOf({ default: french, en: 'كم من الوقت يلزم؟' })).toEqual([
    expect.stringContaining('en anglais n’est pas écrit dans cette langue'),
  ])
  expect(toldOf({ default: french, 'fr-facile': french, en: 'How long is it?', ar: 'كم من الوقت يلزم؟' })).toEqual([])
  expect(toldOf({ default: 'Lavaur', en: 'Lavaur', ar: 'WhatsApp' })).toEqual([])
})

test('a condition true of those who were not asked what it reads is told in words', () => {
  const { elements } = withElements(asked('a'), asked('b', "{a} = 'oui'"), asked('c', "{b} noneof ['oui']")).definition
    .pages[0]!
  expect(messagesOf(withElements(...elements), /unasked/)).toEqual([
    expect.stringMatching(
      /^c: .*à qui n’a pas vu «\s?Question b\s?»\s?: «\s?la réponse à «\s?Question b\s?» n’est pas «\s?oui\s?»/i,
    ),
  ])
  const countOf = (condition: string, before = "{a} = 'oui'") =>
    messagesOf(withElements(asked('a'), asked('b', before), asked('c', condition)), /unasked/).length
  expect(countOf("{b} = 'non'")).toBe(0)
  // asked of everybody, or of all those whom the condition lets through
  expect(countOf("{a} noneof ['oui']")).toBe(0)
  expect(countOf("{a} = 'oui' and {b} <> 'oui'")).toBe(0)
  // it is the other line that shows it
  expect(countOf("{a} = 'non' or {b} <> 'oui'")).toBe(0)
  expect(countOf("!({b} = 'oui')")).toBe(1)
  expect(countOf('{b} empty')).toBe(1)
})

// « 1 2 3 4 5 » under a question, and nothing that says which end is good
test('a scale of which an end says nothing is named; one whose ends are described or written is not', () => {
  const scale = (name: string, more: object): DefinitionElement => ({
    type: 'rating',
    name,
    title: 'Quelle note ?',
    objectives: [26],
    sensitivity: 'ordinary',
    ...more,
  })
  const prices = [2, 4, 6].map((value) => ({ value, text: `${value} €` }))
  const draft = withElements(
    scale('nue', { rateMin: 1, rateMax: 5 }),
    scale('moitie', { rateMin: 0, rateMax: 10, minRateDescription: 'Pas du tout' }),
    scale('dite', { rateMin: 1, rateMax: 5, minRateDescription: 'Mauvais', maxRateDescription: 'Bon' }),
    scale('prix', { rateValues: prices }),
  )
  expect(messagesOf(draft, /scale-ends/)).toEqual([
    expect.stringMatching(/^nue: L’échelle ne dit pas le sens de ses deux bouts/),
    expect.stringMatching(
      /^moitie: L’échelle ne dit pas le sens de la plus grande note.*L’écrire dans les réglages de la question/,
    ),
  ])
})
