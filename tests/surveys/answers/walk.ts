/** A seeded person: answers a questionnaire through a real survey-core model, page by page, as a browser would. */
import type { Question, QuestionPanelDynamicModel, SurveyModel } from 'survey-core'
import { draw, modelOf } from '../../../surveys/answers/engine.ts'
import { special } from '../../../surveys/questionnaire/elements.ts'
import type { DefinitionElement, Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { covers, splitAtMidnight, unaskedCover, type WeekRow } from '../../../surveys/questionnaire/week.ts'
import { ratingSteps } from '../../../surveys/types/rating.ts'

/** In [0, 1). */
export type Random = () => number

/** mulberry32: small, seeded, good enough to choose answers. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export type WalkOptions = {
  /** Share of the questions left blank when they are not required. */
  blank?: number
  /** People also go back and change their mind; rate per question. */
  changes?: number
  /** Required questions are left blank too: the response is then not one a client would send. */
  careless?: boolean
}

/** @returns the survey, answered to its last page (or left where a careless person stopped) */
export function walk(questionnaire: Questionnaire, random: Random, options: WalkOptions = {}): SurveyModel {
  const { blank = 0.25, changes = 0.15, careless = false } = options
  const model = modelOf(questionnaire, 'fr', draw(questionnaire.assigned, random))
  for (let page = 0; page < model.visiblePages.length; page++) {
    // A question may appear while the page is being answered: go on until nothing new is there
    const met = new Set<Question>()
    for (;;) {
      const next = visibleOn(model, page).find((question) => !met.has(question))
      if (next === undefined) break
      met.add(next)
      if (next.getType() === 'paneldynamic') addRows(next as QuestionPanelDynamicModel, random)
      else if ((next.isRequired && !careless) || random() >= blank) answer(next, random)
    }
    if (random() < changes) changeMind(model, random)
  }
  if (!careless) complete(model, random)
  return model
}

function visibleOn(model: SurveyModel, page: number): Question[] {
  return (model.visiblePages[page]?.questions ?? []).flatMap(withRows).filter(isAsked)
}

function withRows(question: Question): Question[] {
  if (question.getType() !== 'paneldynamic') return [question]
  return [question, ...(question as QuestionPanelDynamicModel).panels.flatMap((panel) => panel.questions)]
}

const isAsked = (question: Question) => question.isVisible && question.isParentVisible

function everyAsked(model: SurveyModel): Question[] {
  return model
    .getAllQuestions()
    .filter((question) => question.isVisibleInSurvey)
    .flatMap(withRows)
    .filter(isAsked)
}

function changeMind(model: SurveyModel, random: Random) {
  const asked = everyAsked(model).filter((question) => question.getType() !== 'paneldynamic')
  const question = pick(asked, random)
  if (question === undefined) return
  if (random() < 0.3) question.clearValue()
  else answer(question, random)
}

/** Answers what is required and still blank, until survey-core lets the response go. */
function complete(model: SurveyModel, random: Random) {
  for (let round = 0; round < 20; round++) {
    if (model.validate(true, false)) return
    const stuck = everyAsked(model).filter((question) => question.errors.length > 0)
    for (const question of stuck) {
      if (question.getType() === 'paneldynamic') fillRows(question as QuestionPanelDynamicModel, random)
      else answer(question, random)
    }
  }
  throw new Error(
    `walk could not complete the questionnaire: ${model
      .getAllQuestions()
      .filter((q) => q.errors.length > 0)
      .map((q) => q.name)}`,
  )
}

function addRows(panel: QuestionPanelDynamicModel, random: Random) {
  const wanted = whole(panel.minPanelCount, panel.maxPanelCount, random)
  while (panel.panelCount < wanted) panel.addPanel()
  while (panel.panelCount > wanted) panel.removePanel(panel.panelCount - 1)
}

function fillRows(panel: QuestionPanelDynamicModel, random: Random) {
  if (panel.panelCount === 0) panel.addPanel()
  const first = panel.panels[0]!.questions.find(isAsked)
  if (first !== undefined) answer(first, random)
}

/** Sets an answer the widget of this type could give. */
export function answer(question: Question, random: Random) {
  const value = valueFor(question, random)
  if (value === undefined) return
  question.value = value
  if (question.showOtherItem && question.isOtherSelected && random() < 0.8) question.comment = words(random, 3)
}

function valueFor(question: Question, random: Random): unknown {
  const type = question.getType()
  const choices = (): string[] => question.visibleChoices.map((item: { value: string }) => item.value)
  if (type === 'radiogroup' || type === 'dropdown') return pick(choices(), random)
  if (type === 'checkbox') return someOf(choices(), question.maxSelectedChoices || 99, random)
  if (type === 'ranking') return choices().length === 0 ? undefined : shuffled(choices(), random)
  if (type === 'boolean') return random() < 0.5
  if (type === 'rating') return pick(ratingSteps(question.toJSON() as DefinitionElement), random)
  if (type === 'slider')
    return question.min + question.step * whole(0, (question.max - question.min) / question.step, random)
  if (type === 'matrix') return matrixFor(question, random)
  if (type === 'numbers') return numbersFor(question, random)
  if (type === 'weekhours') return weekFor(question.coverQuestion, random)
  if (type === 'comment') return words(random, 8).slice(0, question.maxLength)
  if (question.inputType === 'date') {
    const [first, last] = [question.min, question.max].map((day: string) => Date.parse(day) / 86_400_000)
    return new Date(whole(first!, last!, random) * 86_400_000).toISOString().slice(0, 10)
  }
  if (question.inputType === 'number') return whole(question.min, question.max, random)
  return words(random, 2).slice(0, question.maxLength)
}

const exclusive: readonly string[] = [special.none, special.refuse, special.dontKnow]

function someOf(choices: string[], most: number, random: Random): string[] | undefined {
  const alone = choices.filter((choice) => exclusive.includes(choice))
  if (alone.length > 0 && random() < 0.15) return [pick(alone, random)!]
  const plain = shuffled(
    choices.filter((choice) => !exclusive.includes(choice)),
    random,
  )
  return plain.length === 0 ? undefined : plain.slice(0, whole(1, Math.min(most, plain.length), random))
}

function matrixFor(question: Question, random: Random) {
  const value: Record<string, string | string[]> = {}
  const columns: string[] = question.columns.map((column: { value: string }) => column.value)
  for (const row of question.rows)
    if (random() < 0.8)
      value[row.value] = question.cellType === 'checkbox' ? someOf(columns, 99, random)! : pick(columns, random)!
  return Object.keys(value).length === 0 ? undefined : value
}

function numbersFor({ rows, min, max }: Question, random: Random) {
  const given = rows
    .filter(() => random() < 0.8)
    .map(({ value }: { value: string }) => [value, whole(min, max, random)])
  return given.length === 0 ? undefined : Object.fromEntries(given)
}

/** One to five spans, some past midnight, with or without alternating weeks. */
export function weekFor(asksCover: boolean, random: Random): WeekRow[] {
  const alternates = random() < 0.3
  const taken = new Set<string>()
  const rows: WeekRow[] = []
  for (let span = whole(1, 5, random); span > 0; span--) {
    const week = alternates ? (random() < 0.5 ? 'A' : 'B') : null
    const from = whole(0, 47, random)
    const cover = asksCover ? pick(covers, random)! : unaskedCover
    const split = splitAtMidnight({
      week,
      day: whole(1, 7, random),
      from,
      to: (from + whole(1, 20, random)) % 48,
      cover,
    })
    const cells = split.flatMap((row) =>
      Array.from({ length: row.to - row.from }, (_, at) => `${week}${row.day}:${row.from + at}`),
    )
    if (cells.some((cell) => taken.has(cell))) continue
    for (const cell of cells) taken.add(cell)
    rows.push(...split)
  }
  return rows
}

const vocabulary = ['le', 'mercredi', 'après-midi', 'garde', 'été', '19 h', 'trajet', 'l’école', '=SOMME(A1)', '<b>']
const words = (random: Random, most: number) =>
  random() < 0.1 ? '   ' : Array.from({ length: whole(1, most, random) }, () => pick(vocabulary, random)).join(' ')

export const whole = (min: number, max: number, random: Random) => min + Math.floor(random() * (max - min + 1))

export function pick<T>(list: readonly T[], random: Random): T | undefined {
  return list[Math.floor(random() * list.length)]
}

export function shuffled<T>(list: readonly T[], random: Random): T[] {
  const copy = [...list]
  for (let last = copy.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    ;[copy[last], copy[other]] = [copy[other]!, copy[last]!]
  }
  return copy
}
