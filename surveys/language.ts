/** The language questionnaires are written in: the types, properties and sizes that exist. All else is refused. */
import { isObject, listOf, type Place, placesOf, special } from './elements.ts'
import { commentLength, ratingSteps, textLength } from './fields.ts'
import type { DefinitionElement, Questionnaire } from './questionnaire.ts'

export type LanguageProblem = {
  /** Name of the page or path of the question; empty for the whole questionnaire. */
  path: string
  code: string
  /** French; says what to do. */
  message: string
}

/** The questionnaire says something outside the language. */
export class LanguageError extends Error {
  readonly problems: LanguageProblem[]
  constructor(problems: LanguageProblem[]) {
    super(problems.map(({ path, message }) => `${path}: ${message}`).join('\n'))
    this.problems = problems
  }
}

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

type Rule = (value: unknown) => boolean

const flag: Rule = (value) => typeof value === 'boolean'
const words: Rule = (value) => typeof value === 'string' && value.length <= caps.text
const text: Rule = (value) =>
  words(value) || (isObject(value) && words(value.default) && Object.entries(value).every(isTranslation))
const isTranslation = ([language, value]: [string, unknown]) =>
  ['default', 'fr-facile', 'en', 'ar'].includes(language) && words(value)
const whole =
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
  why: words,
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

const properties: Record<string, Record<string, Rule>> = {
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
const pageProperties: Record<string, Rule> = {
  name: anything,
  title: text,
  description: text,
  visibleIf: words,
  elements: anything,
  optionalPart: flag,
}
const rootProperties: Record<string, Rule> = { title: text, description: text, pages: anything, completeText: text }

/** Names people and expressions use; `length` and the like mean something else to survey-core or to JavaScript. */
const reserved = new Set(['constructor', 'prototype', 'panel', 'length', 'row', 'item', 'self', 'parent', 'survey'])
export const isName = (name: unknown): name is string =>
  typeof name === 'string' && /^[a-z][a-z0-9_]{0,59}$/.test(name) && !reserved.has(name)

// Lower case, and nothing survey-core would read as a number written otherwise, a boolean or a void
const isValue = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^[a-z0-9][a-z0-9_]{0,59}$/.test(value) &&
  !/^(\d+e\d+|0x.*|true|false|undefined|null|constructor|prototype)$/.test(value)

/** @returns what is outside the language, conditions aside (compile() reads those) */
export function languageProblems(questionnaire: Questionnaire): LanguageProblem[] {
  const problems: LanguageProblem[] = []
  const say = (path: string, code: string, message: string) => problems.push({ path, code, message })
  const { definition } = questionnaire
  if (!isObject(definition)) return [{ path: '', code: 'shape', message: 'Le questionnaire doit contenir des pages.' }]
  if (JSON.stringify(definition).length > caps.bytes)
    return [{ path: '', code: 'size', message: 'Le questionnaire est trop long\u202f: il faut le partager en deux.' }]

  known(definition, rootProperties, '', say)
  const pages = listOf<DefinitionElement>(definition.pages)
  if (pages.length === 0 || pages.length > caps.pages || pages.length !== definition.pages.length)
    say('', 'pages', `Le questionnaire doit compter de 1 à ${caps.pages} pages.`)
  const pageNames = new Set<string>()
  for (const page of pages) {
    if (!isName(page.name) || pageNames.has(page.name))
      say(
        String(page.name),
        'name',
        'Chaque page a un nom à elle, en minuscules\u202f: lettres, chiffres et «\u202f_\u202f».',
      )
    pageNames.add(page.name)
    known(page, pageProperties, page.name, say)
    elementsWithin(page.elements, page.name, 0, false, say)
  }
  const places = placesOf(definition)
  if (places.length > caps.questions)
    say('', 'questions', `Le questionnaire compte plus de ${caps.questions} questions.`)
  namesApart(questionnaire, places, say)
  for (const place of places) carried(place, places, say)
  return problems
}

type Say = (path: string, code: string, message: string) => void

function elementsWithin(elements: unknown, path: string, depth: number, repeated: boolean, say: Say) {
  const list = listOf<DefinitionElement>(elements)
  if (!Array.isArray(elements) || list.length === 0 || list.length !== elements.length)
    say(path, 'elements', 'Cette page ou ce groupe ne contient aucune question\u202f: en ajouter une ou le supprimer.')
  if (depth > caps.depth)
    return say(path, 'depth', `Les groupes de questions s’emboîtent trop\u202f: ${caps.depth} niveaux au plus.`)
  for (const element of list) {
    const name = String(element.name)
    const rules = Object.hasOwn(properties, element.type) ? properties[element.type] : undefined
    if (rules === undefined) {
      say(
        name,
        'type',
        `Le type de question «\u202f${String(element.type)}\u202f» n’existe pas ici\u202f: en choisir un autre.`,
      )
      continue
    }
    if (!isName(element.name))
      say(name, 'name', 'Le code d’une question s’écrit en minuscules\u202f: lettres, chiffres et «\u202f_\u202f».')
    known(element, rules, name, say)
    sizes(element, name, say)
    if (element.type === 'panel') elementsWithin(element.elements, name, depth + 1, repeated, say)
    if (element.type === 'paneldynamic') {
      if (repeated) say(name, 'nested', 'Une fiche répétée ne peut pas en contenir une autre.')
      else elementsWithin(element.templateElements, name, depth + 1, true, say)
    }
  }
}

function known(holder: Record<string, unknown>, rules: Record<string, Rule>, path: string, say: Say) {
  for (const [property, value] of Object.entries(holder)) {
    if (!Object.hasOwn(rules, property))
      say(path, 'property', `La propriété «\u202f${property}\u202f» n’est pas admise ici\u202f: la retirer.`)
    else if (!rules[property]!(value))
      say(path, 'value', `La propriété «\u202f${property}\u202f» a une valeur qui n’est pas admise.`)
  }
}

function sizes(element: DefinitionElement, path: string, say: Say) {
  if (element.isRequired === true && element.requiredIf !== undefined)
    say(path, 'required', 'Une question est obligatoire toujours, ou sous condition\u202f: garder un seul des deux.')
  if (element.type === 'text' && element.inputType === 'number') {
    if (typeof element.min !== 'number' || typeof element.max !== 'number' || element.min > element.max)
      say(path, 'bounds', 'Une question à nombre dit le plus petit et le plus grand nombre admis.')
  } else if (element.type === 'text' && (element.min !== undefined || element.max !== undefined)) {
    say(path, 'bounds', 'Seule une question à nombre a un plus petit et un plus grand nombre.')
  }
  if (['radiogroup', 'dropdown', 'checkbox', 'ranking'].includes(element.type)) {
    const carries = element.choicesFromQuestion !== undefined
    if (carries && (element.choices !== undefined || element.choicesFromQuestionMode !== 'selected'))
      say(path, 'choices', 'Une question qui reprend les réponses cochées avant n’a pas d’autres choix à elle.')
    if (!carries) offers(element.choices, caps.choices, path, say)
    const clash = listOf<{ value: unknown }>(element.choices).some(
      ({ value }) =>
        value === special.other || (element.type === 'checkbox' && Object.values<unknown>(special).includes(value)),
    )
    if (clash)
      say(
        path,
        'special',
        'Les réponses «\u202fautre, aucun, je préfère ne pas répondre, je ne sais pas\u202f» s’ajoutent par leur réglage, pas comme des choix.',
      )
  }
  if (element.type === 'matrix') {
    offers(element.rows, caps.rows, path, say)
    offers(element.columns, caps.columns, path, say)
  }
  if (element.type === 'rating') rates(element, path, say)
  if (element.type === 'paneldynamic') {
    const { minPanelCount = 0, maxPanelCount, panelCount = 0 } = element as Record<string, unknown>
    if (
      typeof maxPanelCount !== 'number' ||
      (minPanelCount as number) > maxPanelCount ||
      (panelCount as number) > maxPanelCount
    )
      say(path, 'panels', `Une fiche répétée dit combien de fois elle peut l’être\u202f: ${caps.panelRows} au plus.`)
  }
}

function offers(list: unknown, max: number, path: string, say: Say) {
  const choices = Array.isArray(list) ? list : []
  const values = choices.map((choice: unknown) => (isObject(choice) ? choice.value : undefined))
  if (choices.length === 0 || choices.length > max) say(path, 'choices', `Il faut de 1 à ${max} réponses proposées.`)
  // survey-core compares codes made of digits as numbers: 01 and 1 would be one answer
  const codes = values.map((value) => (/^\d+$/.test(String(value)) ? Number(value) : value))
  if (!values.every(isValue) || new Set(codes).size !== codes.length)
    say(
      path,
      'choices',
      'Chaque réponse proposée a un code à elle, en minuscules\u202f: lettres, chiffres et «\u202f_\u202f».',
    )
  const texts = choices.every(
    (choice: unknown) =>
      isObject(choice) && text(choice.text) && Object.keys(choice).every((key) => key === 'value' || key === 'text'),
  )
  if (!texts) say(path, 'choices', 'Chaque réponse proposée a un code et un texte, rien d’autre.')
}

function rates(element: DefinitionElement, path: string, say: Say) {
  if (element.rateValues !== undefined) {
    const values = Array.isArray(element.rateValues) ? element.rateValues : []
    const isRate = (rate: unknown) =>
      whole(0, 10)(rate) ||
      (isObject(rate) && whole(0, 10)(rate.value) && text(rate.text) && Object.keys(rate).length === 2)
    if (values.length < 2 || !values.every(isRate) || new Set(ratingSteps(element)).size !== values.length)
      say(path, 'rates', 'Une échelle compte au moins deux notes, des nombres entiers de 0 à 10.')
  } else if (ratingSteps(element).length < 2) {
    say(path, 'rates', 'La plus grande note dépasse la plus petite.')
  }
}

function namesApart({ assigned }: Questionnaire, places: Place[], say: Say) {
  const taken = new Set(assigned.map(({ name }) => name))
  for (const { name } of assigned)
    if (!isName(name)) say(name, 'name', 'Le nom d’une valeur tirée au sort s’écrit en minuscules.')
  const twice = (name: string) =>
    say(name, 'name', `Le code «\u202f${name}\u202f» sert deux fois\u202f: en changer un.`)
  for (const { element, parent } of places) {
    // Inside a repeated panel a name is looked up in the row first: sharing one with the sheet would be ambiguous
    const key = element.name
    if (taken.has(key) || (parent !== null && taken.has(`${parent.name}.${key}`))) twice(key)
    taken.add(parent === null ? key : `${parent.name}.${key}`)
  }
  const sheet = new Set(places.filter(({ parent }) => parent === null).map(({ element }) => element.name))
  for (const { element, parent } of places)
    if (parent !== null && sheet.has(element.name) && !taken.has(element.name)) twice(element.name)
  for (const { name, orders, values } of assigned)
    for (const order of orders ?? []) {
      const ordered = places.find(({ element }) => element.name === order)?.element
      if (listOf(ordered?.choices).length === 0 || !values.every(isOrder))
        say(name, 'orders', `L’ordre tiré au sort ne correspond pas aux choix de «\u202f${order}\u202f».`)
    }
}

/** `2-1-3`; ranks beyond the choices filled in by the authority are passed over. */
const isOrder = (value: string) => {
  const ranks = value.split('-').map(Number)
  return ranks.length <= caps.choices && ranks.sort((a, b) => a - b).every((rank, at) => rank === at + 1)
}

const isSource = ({ type, choicesFromQuestion }: DefinitionElement) =>
  type === 'checkbox' && choicesFromQuestion === undefined

function carried({ element, parent }: Place, places: Place[], say: Say) {
  if (element.choicesFromQuestion === undefined) return
  const at = places.findIndex((place) => place.element === element)
  const source = places.findIndex(
    (place) => place.element.name === element.choicesFromQuestion && place.parent === parent,
  )
  const fits = source !== -1 && source < at && isSource(places[source]!.element)
  if (!fits)
    say(element.name, 'carried', 'Les réponses reprises viennent d’une question à cases posée avant, au même endroit.')
  // Otherwise survey-core would offer what the person typed as a choice, and keep it ticked after it is gone
  if (fits && places[source]!.element.showOtherItem === true && element.showOtherItem !== true)
    say(
      element.name,
      'carried',
      'La question reprise offre «\u202fautre\u202f»\u202f: l’offrir ici aussi, ou le retirer là-bas.',
    )
}
