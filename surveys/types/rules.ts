/** What the properties of a question may hold, and how large anything may be. */
import { isLanguage } from '../languages.ts'
import { doorKey } from '../questionnaire/door.ts'
import { isObject } from '../questionnaire/elements.ts'
import { mostObjectives } from '../questionnaire/objectives.ts'

export const caps = {
  bytes: 256 * 1024,
  pages: 40,
  questions: 200,
  choices: 80,
  rows: 20,
  columns: 10,
  panelRows: 8,
  depth: 3,
  text: 2000,
} as const

/** Longest short text, and longest text of several lines, when the question does not say. */
export const textLength = 200
export const commentLength = 1000

export type Rule = (value: unknown) => boolean

export const flag: Rule = (value) => typeof value === 'boolean'
export const words: Rule = (value) => typeof value === 'string' && value.length <= caps.text
export const text: Rule = (value) =>
  words(value) || (isObject(value) && words(value.default) && Object.entries(value).every(isTranslation))
const isTranslation = ([language, value]: [string, unknown]) =>
  (language === 'default' || (language !== 'fr' && isLanguage(language))) && words(value)
export const whole =
  (min: number, max: number): Rule =>
  (value) =>
    Number.isInteger(value) && (value as number) >= min && (value as number) <= max
export const one =
  (...values: unknown[]): Rule =>
  (value) =>
    values.includes(value)
/** What the problems of its type look at. */
export const anything: Rule = () => true

export type Rules = Readonly<Record<string, Rule>>

/** Of every question. */
export const common: Rules = {
  type: anything,
  name: anything,
  title: text,
  description: text,
  startWithNewLine: flag,
  isRequired: flag,
  requiredErrorText: text,
  visibleIf: words,
  requiredIf: words,
  objectives: (value) => Array.isArray(value) && value.every(whole(1, mostObjectives)),
  sensitivity: one('ordinary', 'sensitive'),
  why: text,
  legalBasis: words,
  role: words,
  essential: flag,
}
/** Of a question that offers its own answers. */
export const offering: Rules = {
  ...common,
  choices: anything,
  choicesFromParameter: words,
  choicesFromQuestion: words,
  choicesFromQuestionMode: one('selected'),
  choicesOrder: one('none', 'random'),
  colCount: whole(0, 5),
  showOtherItem: flag,
  otherText: text,
  otherPlaceholder: text,
  showNoneItem: flag,
  noneText: text,
  showRefuseItem: flag,
  refuseText: text,
  showDontKnowItem: flag,
  dontKnowText: text,
}
/** Of a question answered by writing. */
export const typed: Rules = { ...common, placeholder: text }
/** Of a question answered by a number. */
export const numbers: Rules = {
  min: whole(-1e9, 1e9),
  max: whole(-1e9, 1e9),
  step: one(1),
  minErrorText: text,
  maxErrorText: text,
}

/** Names people and expressions use; `length` and the like mean something else to survey-core or to JavaScript. */
const reserved = new Set([
  doorKey,
  'constructor',
  'prototype',
  'panel',
  'length',
  'row',
  'item',
  'self',
  'parent',
  'survey',
])
export const isName = (name: unknown): name is string =>
  typeof name === 'string' && /^[a-z][a-z0-9_]{0,59}$/.test(name) && !reserved.has(name)

// Lower case, and nothing survey-core would read as a number written otherwise, a boolean or a void
export const isValue = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^[a-z0-9][a-z0-9_]{0,59}$/.test(value) &&
  !/^(\d+e\d+|0x.*|true|false|undefined|null|constructor|prototype)$/.test(value)
