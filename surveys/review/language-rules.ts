/** The rows of the language: which types and properties exist, what each may hold, and how large anything may be. */
import { isLanguage } from '../languages.ts'
import { isObject } from '../questionnaire/elements.ts'
import { commentLength, textLength } from '../questionnaire/fields.ts'

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

export type Rule = (value: unknown) => boolean

const flag: Rule = (value) => typeof value === 'boolean'
const words: Rule = (value) => typeof value === 'string' && value.length <= caps.text
export const text: Rule = (value) =>
  words(value) || (isObject(value) && words(value.default) && Object.entries(value).every(isTranslation))
const isTranslation = ([language, value]: [string, unknown]) =>
  (language === 'default' || (language !== 'fr' && isLanguage(language))) && words(value)
export const whole =
  (min: number, max: number): Rule =>
  (value) =>
    Number.isInteger(value) && (value as number) >= min && (value as number) <= max
const one =
  (...values: unknown[]): Rule =>
  (value) =>
    values.includes(value)
const anything: Rule = () => true // looked at by its own rule below

const common: Record<string, Rule> = {
  type: anything,
  name: anything,
  title: text,
  description: text,
  startWithNewLine: flag,
  isRequired: flag,
  requiredErrorText: text,
  visibleIf: words,
  requiredIf: words,
  objectives: (value) => Array.isArray(value) && value.every(whole(1, 38)),
  sensitivity: one('ordinary', 'sensitive'),
  why: text,
  legalBasis: words,
  role: words,
}
const choices: Record<string, Rule> = {
  ...common,
  choices: anything,
  choicesFromParameter: words,
  choicesFromQuestion: words,
  choicesFromQuestionMode: one('selected'),
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
const typed = { ...common, placeholder: text }

export const properties: Record<string, Record<string, Rule>> = {
  text: {
    ...typed,
    inputType: one('text', 'number'),
    maxLength: whole(1, textLength),
    min: whole(-1e9, 1e9),
    max: whole(-1e9, 1e9),
    step: one(1),
    minErrorText: text,
    maxErrorText: text,
  },
  comment: { ...typed, maxLength: whole(1, commentLength), rows: whole(1, 20), autoGrow: flag },
  radiogroup: choices,
  dropdown: { ...choices, placeholder: text },
  checkbox: { ...choices, maxSelectedChoices: whole(1, caps.choices) },
  boolean: { ...common, labelTrue: text, labelFalse: text },
  rating: {
    ...common,
    rateMin: whole(0, 10),
    rateMax: whole(1, 10),
    rateStep: one(1),
    rateValues: anything,
    rateCount: whole(2, 11),
    minRateDescription: text,
    maxRateDescription: text,
    displayMode: one('auto', 'buttons', 'dropdown'),
  },
  ranking: {
    ...common,
    choices: anything,
    choicesFromParameter: words,
    choicesFromQuestion: words,
    choicesFromQuestionMode: one('selected'),
  },
  matrix: { ...common, rows: anything, columns: anything },
  panel: {
    type: anything,
    name: anything,
    title: text,
    description: text,
    visibleIf: words,
    startWithNewLine: flag,
    elements: anything,
  },
  paneldynamic: {
    ...common,
    panelCount: whole(0, caps.panelRows),
    minPanelCount: whole(0, caps.panelRows),
    maxPanelCount: whole(1, caps.panelRows),
    templateElements: anything,
    templateTitle: text,
    templateDescription: text,
    addPanelText: text,
    removePanelText: text,
    noEntriesText: text,
    confirmDelete: flag,
    confirmDeleteText: text,
  },
  weekhours: { ...common, coverQuestion: flag },
}
export const pageProperties: Record<string, Rule> = {
  name: anything,
  title: text,
  description: text,
  visibleIf: words,
  elements: anything,
  optionalPart: flag,
}
export const rootProperties: Record<string, Rule> = {
  title: text,
  description: text,
  pages: anything,
  completeText: text,
}

/** Names people and expressions use; `length` and the like mean something else to survey-core or to JavaScript. */
const reserved = new Set(['constructor', 'prototype', 'panel', 'length', 'row', 'item', 'self', 'parent', 'survey'])
export const isName = (name: unknown): name is string =>
  typeof name === 'string' && /^[a-z][a-z0-9_]{0,59}$/.test(name) && !reserved.has(name)

// Lower case, and nothing survey-core would read as a number written otherwise, a boolean or a void
export const isValue = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^[a-z0-9][a-z0-9_]{0,59}$/.test(value) &&
  !/^(\d+e\d+|0x.*|true|false|undefined|null|constructor|prototype)$/.test(value)
