/** What a questionnaire costs the people who answer it: minutes, from the words to read and the kind of answer to give. */
import type { MinutesSpan } from '../questionnaire/audiences.ts'
import {
  type Choice,
  choicesOf,
  elementsIn,
  frenchOf,
  type LocatedElement,
  labelled,
  listOf,
} from '../questionnaire/elements.ts'
import type { Definition, DefinitionElement, Questionnaire } from '../questionnaire/questionnaire.ts'
import { shortFormOf } from '../questionnaire/short-form.ts'
import { isAsked, rowOf } from '../types/catalogue.ts'

/**
 * Seconds, our own round figures, to be compared with the times measured at the pretest.
 * Reading: adults read about 4 words a second in silence (Brysbaert 2019, 238 words a minute in English); we count
 * 3.3, for tired readers on a phone. Lists of answers are scanned, not read: people stop at the one that fits them.
 * Answering, once the question and its choices are read, is said by each type (`seconds`).
 */
export const pace = {
  wordsPerSecond: 3.3,
  scannedWordsPerSecond: 6,
  /** Turning a page. */
  page: 2,
} as const

/** The share of people who meet a question that depends on an earlier answer, on the median path. */
const conditional = 0.5

export type Burden = {
  /** The required core, one row per repeated panel; a question with a condition of its own counts for half. */
  median: number
  /** The whole core, one row per repeated panel, every condition fulfilled. */
  core: number
  /** Everything, the optional part and every row of the repeated panels included. */
  longest: number
  /** Questions asked at most on one response (one row per panel), boxes of consent and « Encore … ? » aside. */
  items: number
}

/**
 * @returns minutes, unrounded; notice included
 * @source pace, above: estimates, not measures
 */
export function burdenOf({ definition, notice }: Pick<Questionnaire, 'definition' | 'notice'>): Burden {
  const places = elementsIn(definition)
  const seconds = { median: 0, core: 0, longest: 0 }
  const opening = readingSeconds(notice.lines.map((line) => `${frenchOf(line.title)} ${frenchOf(line.text)}`))
  for (const part of ['median', 'core', 'longest'] as const) {
    for (const page of pagesOf(definition)) {
      if (part !== 'longest' && page.optionalPart === true) continue
      seconds[part] += pace.page + readingSeconds([page.title, page.description])
      for (const place of places) {
        if (place.page !== page) continue
        const rows = part === 'longest' ? Number(place.parent?.maxPanelCount ?? 1) : 1
        const chance = part === 'median' && isConditional(place) ? conditional : 1
        seconds[part] += secondsFor(place.element, places) * rows * chance
      }
    }
  }
  const asked = places.filter(
    ({ element }) => isAsked(element) && rowOf(element)?.holds !== 'rows' && !steering.has(String(element.role)),
  )
  return {
    median: (opening + seconds.median) / 60,
    core: (opening + seconds.core) / 60,
    longest: (opening + seconds.longest) / 60,
    items: asked.length,
  }
}

/** Rows of a repeated panel that a long answer describes: few families have more children to speak of. */
export const longRows = 2

/**
 * The shortest and a long way through the core, as announced to people: nothing that depends on an earlier answer, then
 * everything, with two rows of each repeated panel; of versions drawn by lot, one.
 *
 * @returns whole minutes, at least 1, `from` at most `to`; notice included
 * @source pace, above: estimates, not measures
 */
export function minutesSpan({
  definition,
  notice,
  assigned,
}: Pick<Questionnaire, 'definition' | 'notice' | 'assigned'>): MinutesSpan {
  const places = elementsIn(definition)
  const opening = readingSeconds(notice.lines.map((line) => `${frenchOf(line.title)} ${frenchOf(line.text)}`))
  const seconds = { from: opening, to: opening }
  for (const page of pagesOf(definition)) {
    if (page.optionalPart === true) continue
    const turned = pace.page + readingSeconds([page.title, page.description])
    seconds.to += turned
    if (page.visibleIf === undefined) seconds.from += turned
  }
  for (const place of places) {
    if (place.page.optionalPart === true) continue
    const cost = secondsFor(place.element, places)
    const conditions = [place.page, ...place.containers, ...(place.parent ? [place.parent] : []), place.element].map(
      ({ visibleIf }) => visibleIf,
    )
    if (conditions.every((condition) => condition === undefined)) seconds.from += cost
    const drawn = assigned.find(({ name }) => conditions.some((condition) => String(condition).includes(`{${name}}`)))
    seconds.to += (cost * (place.parent ? longRows : 1)) / (drawn?.values.length ?? 1)
  }
  const from = Math.max(1, Math.round(seconds.from / 60))
  return { from, to: Math.max(from, Math.round(seconds.to / 60)) }
}

/** As people are told everywhere: what is counted, made longer by what its authors announce, never shorter. `perChild`: of two children, and as long as this for each other one. */
export function announcedMinutes(
  questionnaire: Pick<Questionnaire, 'definition' | 'notice' | 'assigned' | 'minutes'>,
): MinutesSpan & { perChild?: number } {
  const { from, to } = minutesSpan(questionnaire)
  const perChild = childMinutes(questionnaire)
  return { from, to: Math.max(to, questionnaire.minutes), ...(perChild === null ? {} : { perChild }) }
}

/** @returns whole minutes of one child at most; null where no children are described */
export function childMinutes({ definition }: Pick<Questionnaire, 'definition'>): number | null {
  const places = elementsIn(definition)
  const group = places.find(({ element, parent }) => parent && element.role === 'birth-year')?.parent
  if (!group) return null
  const asked = places.filter(({ parent, page }) => parent?.name === group.name && page.optionalPart !== true)
  return Math.ceil(asked.reduce((sum, { element }) => sum + pace.page + secondsFor(element, places), 0) / 60)
}

/** @returns whole minutes of the optional part at most, for who is asked everything there; null where there is none */
export function extraMinutes({ definition }: Pick<Questionnaire, 'definition'>): number | null {
  const places = elementsIn(definition)
  const seconds = places
    .filter(({ page }) => page.optionalPart === true)
    .reduce((sum, { element, parent }) => sum + (pace.page + secondsFor(element, places)) * (parent ? longRows : 1), 0)
  return seconds === 0 ? null : Math.ceil(seconds / 60)
}

/** @returns whole minutes by the short door, for who is asked most there, notice included; null where there is one door only */
export function shortMinutes(questionnaire: Pick<Questionnaire, 'definition' | 'notice' | 'assigned'>): number | null {
  const short = shortFormOf(questionnaire)
  return short && minutesSpan(short).to
}

/**
 * What one way through a questionnaire takes, by the same pace.
 *
 * @param screens names of the questions that each screen asked
 * @returns minutes, unrounded; notice included
 * @source pace, above
 */
export function minutesAlong(
  { definition, notice }: Pick<Questionnaire, 'definition' | 'notice'>,
  screens: readonly (readonly string[])[],
): number {
  const places = elementsIn(definition)
  const opening = readingSeconds(notice.lines.map((line) => `${frenchOf(line.title)} ${frenchOf(line.text)}`))
  const seconds = screens.map((names) =>
    names.reduce<number>((sum, name) => {
      const place = places.find(({ element }) => element.name === name)
      return place ? sum + secondsFor(place.element, places) : sum
    }, pace.page),
  )
  return seconds.reduce((sum, one) => sum + one, opening) / 60
}

/** Semantics of questions that lead people through, and measure nothing. */
const steering = new Set(['gate', 'consent'])

const pagesOf = (definition: Definition) => listOf<Definition['pages'][number]>(definition.pages)

const isConditional = ({ element, containers }: LocatedElement) =>
  [element, ...containers].some(({ visibleIf }) => visibleIf !== undefined)

/** Seconds to read a question, scan its answers and give one. */
export function secondsFor(element: DefinitionElement, places: LocatedElement[]): number {
  const question = readingSeconds([element.title, element.description])
  const row = rowOf(element)
  if (row?.holds === 'grid') {
    const lines = listOf<Choice>(element.rows)
    return (
      question + readingSeconds(lines.map((line) => line.text)) + scanning(element.columns) + lines.length * row.seconds
    )
  }
  const offered = row?.isFolded ? [] : offeredTexts(element, places)
  return question + scanSeconds(offered) + (row?.seconds ?? 5)
}

/** Answers carried from an earlier question are known already, and few: two of them are counted. */
function offeredTexts(element: DefinitionElement, places: LocatedElement[]): string[] {
  const source = places.find((place) => place.element.name === element.choicesFromQuestion)
  const carried = source ? choicesOf(source.element).slice(0, 2) : []
  return [...carried, ...choicesOf(element)].map((choice) => choice.text)
}

const scanning = (columns: unknown) =>
  scanSeconds(listOf<Choice>(columns).map(({ value, text }) => labelled(value, text).text))
const scanSeconds = (texts: unknown[]) => wordsIn(texts) / pace.scannedWordsPerSecond
const readingSeconds = (texts: unknown[]) => wordsIn(texts) / pace.wordsPerSecond

/** « 7 h 30 » or « 5 000 € » is read as one word, and punctuation is not read. */
export const wordsIn = (texts: unknown[]): number =>
  texts.flatMap((text) => frenchOf(text).split(/[ \n]+/)).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
