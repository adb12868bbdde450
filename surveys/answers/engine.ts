/** Configures survey-core: own properties, the week question, special answers and French words, registered once for all. */
import {
  ElementFactory,
  type ItemValue,
  Model,
  Question,
  QuestionFactory,
  QuestionNonValue,
  Serializer,
  SurveyError,
  type SurveyModel,
  settings,
  surveyLocalization,
} from 'survey-core'
import { languageRows, languages } from '../languages.ts'
import { seeded, shuffled } from '../people/random.ts'
import { isShort } from '../questionnaire/door.ts'
import { type Choice, listOf, special, specialValues } from '../questionnaire/elements.ts'
import type {
  Assigned,
  Definition,
  DefinitionElement,
  Language,
  Questionnaire,
} from '../questionnaire/questionnaire.ts'
import { shortFormOf } from '../questionnaire/short-form.ts'
import { weekProblem } from '../questionnaire/week.ts'
import { questionTypes, rowOf, typeNames, typeOf } from '../types/catalogue.ts'
import { greatest } from '../types/number.ts'
import { textLength } from '../types/rules.ts'
import { engineWords } from './engine-words.ts'
import { answerSoles } from './single-answer.ts'

settings.noneItemValue = special.none
settings.refuseItemValue = special.refuse
settings.dontKnowItemValue = special.dontKnow
// « Autre » is the last of the answers: those that exclude all others come after
settings.specialChoicesOrder.otherItem = [0.5]

surveyLocalization.defaultLocale = 'fr'
for (const language of languages) {
  const { name, direction } = languageRows[language]
  const strings = { ...surveyLocalization.locales[language], ...engineWords[language] }
  surveyLocalization.setupLocale({
    localeCode: language,
    strings,
    nativeName: name,
    englishName: name,
    rtl: direction === 'rtl',
  })
}

/** The model of the week question; client/ renders it. Its value is a list of `WeekRow`. */
export class QuestionWeekHours extends Question {
  override getType() {
    return 'weekhours'
  }
  /** False when people are not asked who covers each span. */
  get coverQuestion(): boolean {
    return this.getPropertyValue('coverQuestion', true)
  }
  set coverQuestion(asks: boolean) {
    this.setPropertyValue('coverQuestion', asks)
  }
  protected override onCheckForErrors(errors: SurveyError[], isOnValueChanged: boolean, fireCallback: boolean) {
    super.onCheckForErrors(errors, isOnValueChanged, fireCallback)
    const problem = this.isEmpty() ? null : weekProblem(this.value, this.coverQuestion)
    if (problem !== null) errors.push(new SurveyError(problem, this))
  }
}

/** The model of whole numbers, one for each line. Its value is a number by line. */
export class QuestionNumbers extends Question {
  constructor(name: string) {
    super(name)
    this.createItemValues('rows')
  }
  override getType() {
    return 'numbers'
  }
  get visibleRows(): { name: string; item: ItemValue }[] {
    return (this.getPropertyValue('rows') as ItemValue[]).map((item) => ({ name: String(item.value), item }))
  }
}

/** The model of a text to read. */
class QuestionInformation extends QuestionNonValue {
  override getType() {
    return 'information'
  }
}

// A second load (hot reload in development) must not register twice
if (!Serializer.findClass('weekhours')) {
  Serializer.addProperty('question', { name: 'objectives:value', default: [] })
  Serializer.addProperty('question', { name: 'sensitivity', default: 'ordinary', choices: ['ordinary', 'sensitive'] })
  for (const name of ['legalBasis', 'role', 'choicesFromParameter']) Serializer.addProperty('question', name)
  Serializer.addProperty('question', { name: 'why', isLocalizable: true })
  Serializer.addProperty('page', { name: 'optionalPart:boolean', default: false })
  for (const holder of ['page', 'question'])
    Serializer.addProperty(holder, { name: 'essential:boolean', default: false })
  Serializer.addProperty('itemvalue', 'picture')
  register('weekhours', 'question', (name) => new QuestionWeekHours(name))
  register('numbers', 'question', (name) => new QuestionNumbers(name))
  register('information', 'nonvalue', (name) => new QuestionInformation(name))
  for (const name of typeNames)
    for (const property of questionTypes[name].own ?? [])
      Serializer.addProperty(questionTypes[name].written?.type ?? name, { ...property })
}

function register(type: string, parent: string, make: (name: string) => Question) {
  Serializer.addClass(type, [], () => make(''), parent)
  ElementFactory.Instance.registerElement(type, make)
  QuestionFactory.Instance.registerQuestion(type, make)
}

/** Values drawn before the first question, by assigned field; the door chosen there, when it is the short one. */
export type Drawn = Record<string, string>

/** @param random in [0, 1), seeded in tests */
export function draw(assigned: readonly Assigned[], random: () => number): Drawn {
  return Object.fromEntries(
    assigned.map(({ name, values }) => [name, values[Math.floor(random() * values.length)] ?? values[0]!]),
  )
}

/**
 * The live survey of a published questionnaire, without presentation.
 *
 * What is hidden is cleared at once, so that no condition ever reads a hidden answer: the validator relies on it.
 *
 * @param drawn by the short door, essential questions alone are asked
 * @param response its id draws the order of answers that have none of their own: the same after a reload; null = as written
 */
export function modelOf(
  questionnaire: Questionnaire,
  language: Language,
  drawn: Drawn = {},
  response: string | null = null,
): SurveyModel {
  const form = (isShort(drawn) && shortFormOf(questionnaire)) || questionnaire
  const model = new Model(prepared(form, drawn, response))
  model.locale = language === 'fr' ? '' : language
  model.clearInvisibleValues = 'onHiddenContainer'
  model.maxCommentLength = textLength
  // Conditions would count an answer made of spaces as given
  model.onValueChanging.add((_, options) => {
    options.value = unlessBlank(options.value)
  })
  model.onDynamicPanelValueChanging.add((_, options) => {
    options.value = unlessBlank(options.value)
  })
  model.onValidateQuestion.add((_, { question, errors }) => {
    // « autre » without words is an answer: any question may be skipped, so may these
    const wordless = errors.findIndex((error) => error.getErrorType() === 'otherempty')
    if (wordless !== -1) errors.splice(wordless, 1)
    if (isBroken(question)) errors.push(new SurveyError('Un nombre entier est attendu, sans virgule.', question))
  })
  // survey-core reads again only the conditions that name what changed, and would leave unread those of a row made meanwhile:
  // its questions would show, and their answers be refused. With a listener here it reads them all.
  model.onExpressionRunning.add(() => {})
  answerSoles(model)
  for (const [name, value] of Object.entries(drawn)) model.setValue(name, value)
  return model
}

const unlessBlank = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value)

/** survey-core accepts 2,5 children; this product does not. */
const isBroken = (question: Question) =>
  typeOf({ type: question.getType(), inputType: question.inputType }) === 'number' &&
  typeof question.value === 'number' &&
  !Number.isInteger(question.value)

/** Choices in the order drawn for this person, so that the first of a list is not favoured; every text with its limit; a year of birth up to this year; what a repeated question carries on, its source in its own row. */
function prepared(questionnaire: Questionnaire, drawn: Drawn, response: string | null): Definition {
  const orders = new Map(
    questionnaire.assigned.flatMap(({ name, orders }) =>
      (orders ?? []).map((question) => [question, drawn[name]] as const),
    ),
  )
  const prepare = (elements: unknown, isRepeated = false) => {
    for (const element of listOf<DefinitionElement>(elements)) {
      // survey-core looks for the source among the questions of the whole unless the expression names the same row
      if (isRepeated && typeof element.choicesFromQuestion === 'string')
        element.choicesFromQuestion = `panel.${element.choicesFromQuestion}`
      const order = orders.get(element.name)
      if (order !== undefined)
        element.choices = reordered(listOf<Choice>(element.choices), order.split('-').map(Number))
      else if (element.choicesOrder === 'random' && response !== null)
        element.choices = atRandom(listOf<Choice>(element.choices), `${response} ${element.name}`)
      // drawn here, by a seed that outlives the page: survey-core would draw again
      delete element.choicesOrder
      const longest = rowOf(element)?.bounds?.(element).maxLength
      if (typeof longest === 'number') element.maxLength ??= longest
      if (element.role === 'birth-year' && typeof element.max === 'number') element.max = greatest(element)
      prepare(element.elements, isRepeated)
      prepare(element.templateElements, true)
    }
  }
  const definition = structuredClone(questionnaire.definition)
  for (const page of definition.pages) prepare(page.elements)
  return definition
}

/** `2-1-3` puts the second choice first; choices beyond the order keep their place. */
function reordered(choices: Choice[], order: number[]): Choice[] {
  const moved = order.map((rank) => choices[rank - 1]).filter((choice) => choice !== undefined)
  return [...moved, ...choices.filter((choice) => !moved.includes(choice))]
}

/** Answers that set aside stay after those they set aside. */
const last: ReadonlySet<string> = new Set([...specialValues, 'pas_concerne', 'autre'])

/** An order of its own for each response and question. */
function atRandom(choices: Choice[], seed: string): Choice[] {
  const moved = choices.filter(({ value }) => !last.has(value))
  const order = shuffled(
    moved.map(({ value }) => value),
    seeded(numberOf(seed)),
  )
  return [
    ...order.map((value) => moved.find((choice) => choice.value === value)!),
    ...choices.filter(({ value }) => last.has(value)),
  ]
}

/** @source FNV-1a, 32 bits (public domain) */
const numberOf = (text: string): number =>
  [...text].reduce((hash, sign) => Math.imul(hash ^ sign.codePointAt(0)!, 0x01000193), 0x811c9dc5) >>> 0
