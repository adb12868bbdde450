/** What only the authority knows, written into a questionnaire when it is published. */
import { byTranslated, type Language } from '../languages.ts'
import { type Choice, elementsIn, isObject } from './elements.ts'
import { type Definition, languages, type Parameter, type Questionnaire, type Text } from './questionnaire.ts'

/** By parameter name: a text, in French or in each language, or the choices it stands for. */
export type ParameterValues = Readonly<Record<string, Parameter['provisional']>>

/** A value said in each language people read. */
export const inEach = (say: (language: Language) => string) => ({ default: say('fr'), ...byTranslated(say) })

/** @returns parameters the authority has not filled in yet: the provisional value is used, in trial mode only */
export function missingParameters(questionnaire: Questionnaire, values: ParameterValues): Parameter[] {
  return questionnaire.parameters.filter((parameter) => ownValue(parameter, values) === null)
}

/**
 * The questionnaire as people read it: `%{name}` replaced in every text, `choicesFromParameter` turned into `choices`.
 *
 * Choices written beside the parameter (« hors du territoire ») come after those of the parameter.
 *
 * @throws RangeError when a text or a question asks for a parameter that is not declared, or of the other kind
 */
export function materialise(questionnaire: Questionnaire, values: ParameterValues): Questionnaire {
  const known = new Map(questionnaire.parameters.map((parameter) => [parameter.name, currentValue(parameter, values)]))
  const { translatedFrom: _, ...read } = questionnaire
  return {
    ...read,
    title: written(questionnaire.title, known),
    summary: written(questionnaire.summary, known),
    audienceText: written(questionnaire.audienceText, known),
    notice: written(questionnaire.notice, known),
    definition: withChoices(written(questionnaire.definition, known), known) as Definition,
  }
}

/** @returns names of the parameters a questionnaire asks for, declared or not */
export function parametersUsed(questionnaire: Questionnaire): Set<string> {
  const text = JSON.stringify([
    questionnaire.title,
    questionnaire.summary,
    questionnaire.audienceText,
    questionnaire.notice,
    questionnaire.definition,
  ])
  return new Set([...text.matchAll(/%\{([^{}]*)\}|"choicesFromParameter":"([^"]*)"/g)].map(([, a, b]) => a ?? b ?? ''))
}

/** @returns the parameter a question takes its choices from; null when it has its own */
export function choicesParameterOf({ definition }: Questionnaire, question: string): string | null {
  const element = elementsIn(definition).find((place) => place.element.name === question)?.element
  return typeof element?.choicesFromParameter === 'string' ? element.choicesFromParameter : null
}

type Known = ReadonlyMap<string, Parameter['provisional']>

function ownValue({ name, kind }: Parameter, values: ParameterValues): Parameter['provisional'] | null {
  const value = Object.hasOwn(values, name) ? values[name] : undefined
  if (kind === 'text')
    return value !== undefined && !Array.isArray(value) && said(value, 'default').trim() !== '' ? value : null
  return Array.isArray(value) && value.length > 0 ? value : null
}

const currentValue = (parameter: Parameter, values: ParameterValues) =>
  ownValue(parameter, values) ?? parameter.provisional

/** Every string at any depth, as data: a value is never read again for `%{…}`. Each language takes the value's own words. */
function written<T>(value: T, known: Known, language = 'default'): T {
  if (typeof value === 'string')
    return value.replace(/%\{([^{}]*)\}/g, (_, name: string) => textOf(name, known, language)) as T
  if (Array.isArray(value)) return value.map((item) => written(item, known, language)) as T
  if (!isObject(value)) return value
  const within = (key: string) => ((languages as readonly string[]).includes(key) ? key : language)
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, written(item, known, within(key))])) as T
}

function textOf(name: string, known: Known, language: string): string {
  const value = known.get(name)
  if (value === undefined || Array.isArray(value))
    throw new RangeError(`materialise needs a text parameter named ${name}`)
  return said(value, language)
}

/** The words of one language, else the French. */
const said = (text: Text, language: string): string =>
  typeof text === 'string' ? text : (text[language as keyof typeof text] ?? text.default)

function withChoices(value: unknown, known: Known): unknown {
  if (Array.isArray(value)) return value.map((item) => withChoices(item, known))
  if (!isObject(value)) return value
  const copy = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withChoices(item, known)]))
  const { choicesFromParameter: name } = copy
  if (typeof name !== 'string') return copy
  const choices = known.get(name)
  if (!Array.isArray(choices)) throw new RangeError(`materialise needs a parameter of choices named ${name}`)
  const values = new Set(choices.map((choice) => choice.value))
  const beside = (Array.isArray(copy.choices) ? (copy.choices as Choice[]) : []).filter(
    ({ value }) => !values.has(value),
  )
  return { ...copy, choices: [...structuredClone(choices), ...beside] }
}
