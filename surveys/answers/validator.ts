/** The validator: compiles a questionnaire once into a fast check of responses, with no survey model behind it. */
import { conditionsOf } from '../conditions/conditions.ts'
import type { Condition, Scope } from '../conditions/expression.ts'
import { doorKey, isShort } from '../questionnaire/door.ts'
import { elementsIn, isObject, type LocatedElement, special } from '../questionnaire/elements.ts'
import { commentKey } from '../questionnaire/fields.ts'
import type { DefinitionElement, Questionnaire } from '../questionnaire/questionnaire.ts'
import { shortFormOf } from '../questionnaire/short-form.ts'
import { languageProblems } from '../review/language.ts'
import { LanguageError, type LanguageProblem } from '../review/language-problem.ts'
import { isAsked, rowOf } from '../types/catalogue.ts'
import { textLength } from '../types/rules.ts'
import { textProblem, type Verify } from '../types/verify.ts'
import { problem, type ValidationProblem } from './problem.ts'
import type { Answers, SentResponse } from './response.ts'

export { LanguageError } from '../review/language-problem.ts'
export type { ValidationProblem } from './problem.ts'

export type Validated = { ok: true; answers: Answers } | { ok: false; problems: ValidationProblem[] }
export type Validator = (answers: unknown, mode?: SentResponse['mode']) => Validated

/** Enough to correct a response; a hostile one is not worth more words. */
const maxProblems = 50

/**
 * @throws LanguageError listing all that is outside the language: types, properties, sizes, conditions
 * @returns the check: exactly the responses that `answersOf` makes from a survey of this questionnaire pass; on paper, where
 *   nothing but a consent can be required, those with blanks too
 * @example
 * const elements = [{ type: 'boolean', name: 'velo', title: 'Venez-vous à vélo ?' }]
 * const validate = compileValidator({ slug: 'velo', assigned: [], definition: { pages: [{ name: 'page', elements }] } })
 * const { problems } = validate({ velo: 'oui' })
 * [validate({ velo: true }).ok, problems[0].path, problems[0].code] // → [true, 'velo', 'type']
 */
export function compileValidator(questionnaire: Questionnaire): Validator {
  const onScreen = compileDoors(questionnaire, false)
  let onPaper: Check | null = null
  return (answers, mode = 'web') => {
    if (mode !== 'paper') return onScreen(answers)
    onPaper ??= compileDoors(questionnaire, true)
    return onPaper(answers)
  }
}

type Check = (answers: unknown) => Validated

function compileDoors(questionnaire: Questionnaire, isPaper: boolean): Check {
  const whole = compileForm(questionnaire, isPaper)
  const form = shortFormOf(questionnaire)
  const short = form && compileForm(form, isPaper, doorKey)
  return (answers) => (short && isObject(answers) && isShort(answers) ? short : whole)(answers)
}

/** @param door name under which the answers of this form say that they are */
function compileForm(questionnaire: Questionnaire, isPaper: boolean, door?: typeof doorKey): Check {
  const problems = languageProblems(questionnaire)
  if (problems.length > 0) throw new LanguageError(problems)
  const steps = stepsOf(questionnaire, isPaper, problems)
  if (problems.length > 0) throw new LanguageError(problems)
  const keys = keysOf(steps)
  const drawn = questionnaire.assigned.map(({ name, values }) => [name, new Set<unknown>(values)] as const)
  for (const [name] of drawn) keys.add(name)
  if (door) keys.add(door)

  return (answers) => {
    if (!isObject(answers)) return { ok: false, problems: [problem('', 'shape')] }
    const found: ValidationProblem[] = []
    const response = new Map<string, unknown>()
    for (const [name, values] of drawn) {
      if (Object.hasOwn(answers, name) && values.has(answers[name])) response.set(name, answers[name])
      else found.push(problem(name, 'assigned'))
    }
    askAll(steps, answers, { response, row: null }, '', found)
    unknownKeys(answers, keys, '', found)
    return found.length === 0 ? { ok: true, answers } : { ok: false, problems: found.slice(0, maxProblems) }
  }
}

type Step = {
  name: string
  /** The conditions of the page, of the panels around and of the question itself: all must hold. */
  shown: Condition[]
  required: (scope: Scope) => boolean
  /** The question has an « autre, préciser ». */
  comment: boolean
  verify: Verify
  /** A repeated panel with nothing filled in is as good as blank for survey-core. */
  isVoid: (value: unknown) => boolean
}

function askAll(
  steps: Step[],
  holder: Record<string, unknown>,
  scope: Scope,
  prefix: string,
  found: ValidationProblem[],
) {
  const seen = (scope.row ?? scope.response) as Map<string, unknown>
  for (const step of steps) {
    const { name } = step
    const path = prefix + name
    const isThere = Object.hasOwn(holder, name)
    if (!holds(step.shown, scope)) {
      if (isThere) found.push(problem(path, 'hidden'))
      if (step.comment && Object.hasOwn(holder, commentKey(name))) found.push(problem(commentKey(path), 'hidden'))
      continue
    }
    const value = isThere ? holder[name] : undefined
    if (value === undefined) found.push(problem(path, 'missing'))
    else if (value !== null) {
      seen.set(name, value)
      step.verify(value, scope, path, found)
    }
    if ((value === null || step.isVoid(value)) && step.required(scope)) found.push(problem(path, 'required'))
    if (step.comment) commentWith(value, holder, name, path, found)
  }
}

function holds(conditions: Condition[], scope: Scope): boolean {
  for (const condition of conditions) if (!condition(scope)) return false
  return true
}

function commentWith(
  value: unknown,
  holder: Record<string, unknown>,
  name: string,
  path: string,
  found: ValidationProblem[],
) {
  const key = commentKey(name)
  const isOther = value === special.other || (Array.isArray(value) && value.includes(special.other))
  const isThere = Object.hasOwn(holder, key)
  if (!isOther) {
    if (isThere) found.push(problem(commentKey(path), 'comment-alone'))
  } else if (!isThere) found.push(problem(commentKey(path), 'missing'))
  else if (holder[key] !== null) {
    const code = textProblem(holder[key], textLength)
    if (code !== null) found.push(problem(commentKey(path), code))
  }
}

function unknownKeys(
  holder: Record<string, unknown>,
  keys: ReadonlySet<string>,
  prefix: string,
  found: ValidationProblem[],
) {
  for (const key of Object.keys(holder)) {
    if (keys.has(key)) continue
    const forbidden = /^[$_]|\.|^(constructor|prototype)$/.test(key)
    found.push(problem(prefix + key.slice(0, 80), forbidden ? 'forbidden' : 'unknown'))
    if (found.length > maxProblems) return
  }
}

function keysOf(steps: Step[]): Set<string> {
  return new Set(steps.flatMap(({ name, comment }) => (comment ? [name, commentKey(name)] : [name])))
}

/** Conditions outside the language are added to `problems`. */
function stepsOf(questionnaire: Questionnaire, isPaper: boolean, problems: LanguageProblem[]): Step[] {
  const places = elementsIn(questionnaire.definition)
  const conditions = conditionsOf(questionnaire, places, problems)
  const steps: Step[] = []
  const rowsOf = new Map<DefinitionElement, Step[]>()
  for (const place of places) {
    const { element, parent } = place
    const step = stepOf(place, isPaper, conditions(place))
    if (!isAsked(element)) continue
    if (element.type === 'paneldynamic') {
      const rows: Step[] = []
      rowsOf.set(element, rows)
      step.verify = rowsVerifier(element, rows)
      step.isVoid = isVoidPanel
    }
    const list = parent === null ? steps : rowsOf.get(parent)!
    list.push(step)
  }
  return steps
}

function stepOf(
  place: LocatedElement,
  isPaper: boolean,
  { shown, requiredIf }: ReturnType<ReturnType<typeof conditionsOf>>,
): Step {
  const { element } = place
  // a sheet cannot ask again; without its consent a response is worth nothing, wherever it was given
  const mayBeBlank = isPaper && element.role !== 'consent'
  return {
    name: element.name,
    shown,
    required: mayBeBlank ? () => false : (requiredIf ?? (() => element.isRequired === true)),
    comment: element.showOtherItem === true,
    verify: rowOf(element)?.verify?.(element) ?? (() => {}),
    isVoid: () => false,
  }
}

function rowsVerifier(element: DefinitionElement, steps: Step[]): Verify {
  const min = Math.max(1, Number(element.minPanelCount ?? 0))
  const max = Number(element.maxPanelCount)
  let keys: Set<string> | null = null
  return (value, { response }, path, found) => {
    keys ??= keysOf(steps) // the steps of the rows come after the panel
    if (!Array.isArray(value)) return void found.push(problem(path, 'type'))
    if (value.length < min || value.length > max) return void found.push(problem(path, 'rows'))
    for (const [at, row] of value.entries()) {
      const prefix = `${path}.${at}.`
      if (!isObject(row)) {
        found.push(problem(`${path}.${at}`, 'type'))
        continue
      }
      askAll(steps, row, { response, row: new Map() }, prefix, found)
      unknownKeys(row, keys, prefix, found)
    }
  }
}

const isVoidPanel = (value: unknown) =>
  Array.isArray(value) && value.every((row) => isObject(row) && Object.values(row).every((answer) => answer === null))
