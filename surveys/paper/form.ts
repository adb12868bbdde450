/**
 * A questionnaire as it stands on paper: numbered questions, answers with the codes staff type, and where to go next in
 * words. Plain data: the PDF prints it, the entry screen asks from it, so both show the same numbers.
 */

import type { Drawn } from '../answers/engine.ts'
import { parseCondition } from '../conditions/expression.ts'
import { type Language, languageRows } from '../languages.ts'
import { isForYoung } from '../questionnaire/audiences.ts'
import { type LocatedElement, listOf, pathOf, special } from '../questionnaire/elements.ts'
import type { DefinitionPage } from '../questionnaire/questionnaire.ts'
import { timeLine } from '../review/time-line.ts'
import { isAsked, rowOf } from '../types/catalogue.ts'
import { greatest } from '../types/number.ts'
import type { PaperKind } from '../types/type.ts'
import { choicesIn, reordered } from './choices.ts'
import { judge, type Read, sayCondition, withoutImplied } from './conditions.ts'
import type { PaperChoice } from './paper-choice.ts'
import { carriedInto, numberOf, type Printed, type Station, stationsOf, textIn } from './stations.ts'
import { type Speech, speechOf } from './words.ts'

export type PaperItem = {
  path: string
  number: string
  kind: PaperKind
  title: string
  help: string
  /** « Une seule réponse. » */
  instruction: string
  /** « Entre 0 et 60. » */
  range: string
  /** « Questions 4 à 7 : seulement si … »; said once for neighbours with the same condition. */
  condition: string
  isConditional: boolean
  choices: PaperChoice[]
  /** Lines of a grid. */
  rows: { value: string; text: string }[]
  /** Written after each number. */
  unit: string
  min: number | null
  max: number | null
  /** By how much a number moves. */
  step: number | null
  maxLength: number | null
  /** Has an « autre, préciser ». */
  hasOther: boolean
  /** Path of the question whose ticked answers are offered again. */
  carriedFrom: string | null
  asksCover: boolean
  maxChoices: number | null
}

/** Read, not answered. */
export type PaperText = { kind: 'text'; title: string; text: string; condition: string }

export type PaperPiece = PaperItem | PaperText

export type PaperBlock =
  | ({ block: 'item' } & PaperPiece)
  | {
      block: 'rows'
      path: string
      title: string
      help: string
      name: string
      min: number
      max: number
      items: PaperPiece[]
    }

export type PaperPart = { title: string; text: string; condition: string; blocks: PaperBlock[] }

export type Paper = {
  slug: string
  version: number
  language: Language
  direction: 'ltr' | 'rtl'
  title: string
  summary: string
  audience: string
  isYoung: boolean
  /** `isTime`: its text is written by whoever prints, who knows the last day. */
  notice: { title: string; text: string; more: string; isTime: boolean }[]
  parts: PaperPart[]
}

/**
 * @param questionnaire published: parameters filled in
 * @param drawn the values drawn for this form: questions they rule out are not printed
 */
export function paperOf(questionnaire: Printed, language: Language, drawn: Drawn = {}): Paper {
  const text = (value: unknown) => textIn(value, language)
  const isYoung = isForYoung(questionnaire.audience)
  const say = speechOf(language, isYoung)
  const stations = stationsOf(questionnaire, drawn)
  const parts = questionnaire.definition.pages.flatMap((page) => {
    const here = stations.filter(({ place }) => place.page === page)
    if (here.length === 0) return []
    return [
      {
        title: text(page.title),
        text: text(page.description),
        condition: partCondition(page, here, stations, language, say),
        blocks: blocksOf(here, stations, questionnaire, language, drawn, say),
      },
    ]
  })
  return {
    slug: questionnaire.slug,
    version: questionnaire.version,
    language,
    direction: languageRows[language].direction,
    title: text(questionnaire.title),
    summary: text(questionnaire.summary),
    audience: text(questionnaire.audienceText),
    isYoung,
    notice: questionnaire.notice.lines.map((line) => ({
      title: text(line.title),
      text: text(line.text),
      more: text(line.more),
      isTime: line.id === timeLine,
    })),
    parts,
  }
}

/** Items of a paper in order, those of a repeated block once. */
export const itemsOf = (paper: Paper): PaperItem[] => paper.parts.flatMap(itemsIn)

export const itemsIn = ({ blocks }: PaperPart): PaperItem[] =>
  blocks
    .flatMap((block): PaperPiece[] => (block.block === 'item' ? [block] : block.items))
    .filter((piece) => piece.kind !== 'text')

function readsOf(stations: Station[], parent: LocatedElement['parent'], language: Language, say: Speech) {
  return (name: string): Read | null => {
    const bare = name.replace(/^panel\./, '')
    const holder = bare === name ? null : parent
    const found = stations.find(({ place }) => place.element.name === bare && place.parent === holder)
    if (found === undefined) return null
    const choices = choicesIn(found.place, stations, language, say).map(({ value, text }) => ({
      value: String(value),
      text: text.replaceAll('**', ''),
    }))
    return { number: found.number, choices, isBox: found.place.element.type === 'checkbox' && choices.length === 1 }
  }
}

function partCondition(
  page: DefinitionPage,
  here: Station[],
  stations: Station[],
  language: Language,
  say: Speech,
): string {
  if (typeof page.visibleIf !== 'string' || page.visibleIf === '') return ''
  const said = sayCondition(parseCondition(page.visibleIf), readsOf(stations, null, language, say), say)
  if (said === '') return ''
  const next = numberOf(stations[stations.indexOf(here.at(-1)!) + 1], stations)
  return `${say.partIf(said)} ${next === null ? say.otherwiseEnd : say.otherwise(next)}`
}

function blocksOf(
  here: Station[],
  stations: Station[],
  questionnaire: Printed,
  language: Language,
  drawn: Drawn,
  say: Speech,
): PaperBlock[] {
  const piece = (station: Station): PaperPiece => {
    const { element } = station.place
    if (isAsked(element)) return itemOf(station, stations, questionnaire, language, drawn, say)
    const [title, text] = [textIn(element.title, language), textIn(element.description, language)]
    return { kind: 'text', title, text, condition: runCondition(station, stations, language, say) }
  }
  return here
    .filter(({ place }) => place.parent === null)
    .map((station) => {
      const { element } = station.place
      if (rowOf(element)?.holds !== 'rows') return { block: 'item', ...piece(station) }
      return {
        block: 'rows',
        path: element.name,
        title: textIn(element.title, language),
        help: textIn(element.description, language),
        name: textIn(element.templateTitle, language) || textIn(element.title, language),
        min: Number(element.minPanelCount ?? 0),
        max: Number(element.maxPanelCount),
        items: here.filter(({ place }) => place.parent === element).map(piece),
      }
    })
}

function itemOf(
  station: Station,
  stations: Station[],
  { assigned }: Printed,
  language: Language,
  drawn: Drawn,
  say: Speech,
): PaperItem {
  const { place, number } = station
  const { element } = place
  const row = rowOf(element)!
  const kind = row.paper!
  const numberIn = (value: unknown) => (typeof value === 'number' ? value : null)
  const carried = carriedInto(place, stations)
  const order = assigned.find(({ orders }) => orders?.includes(element.name))
  const choices = choicesIn(place, stations, language, say)
  const maxChoices = numberIn(element.maxSelectedChoices)
  return {
    path: pathOf(place),
    number,
    kind,
    title: textIn(element.title, language) || element.name,
    help: textIn(element.description, language),
    instruction:
      row.instruction?.(element, (value) => textIn(value, language), say) ??
      instructionOf(kind, choices.length, maxChoices, carried?.number ?? null, say),
    range: row.range?.(element, (value) => textIn(value, language), say) ?? '',
    condition: runCondition(station, stations, language, say),
    isConditional: station.own !== '',
    choices: reordered(choices, order && drawn[order.name]).map((choice) => ({
      ...choice,
      goTo: goToOf(station, choice.value, kind, stations, drawn, say),
    })),
    rows: listOf<{ value: string; text?: unknown }>(row.holds === 'grid' ? element.rows : []).map((line) => ({
      value: line.value,
      text: textIn(line.text, language) || line.value,
    })),
    unit: textIn(element.unit, language),
    min: numberIn(element.min),
    max: numberIn(element.max) === null ? null : greatest(element),
    step: numberIn(element.step),
    maxLength: row.bounds?.(element).maxLength ?? null,
    hasOther: element.showOtherItem === true,
    carriedFrom: carried === null ? null : pathOf(carried.place),
    asksCover: element.coverQuestion !== false,
    maxChoices,
  }
}

function instructionOf(
  kind: PaperKind,
  count: number,
  most: number | null,
  carried: string | null,
  say: Speech,
): string {
  const from = carried === null ? '' : `${say.carried(carried)} `
  if (kind === 'choices') return count === 1 ? '' : from + (most === null ? say.several : say.most(most))
  if (kind === 'choice') return from + say.one
  if (kind === 'grid') return say.perRow
  if (kind === 'ticks') return say.severalPerRow
  return kind === 'ranking' ? from + say.rank : ''
}

/** Said at the first of neighbours with the same condition, for all of them. */
function runCondition(station: Station, stations: Station[], language: Language, say: Speech): string {
  const { own, place } = station
  if (own === '') return ''
  const siblings = stations.filter((other) => other.place.parent === place.parent && other.place.page === place.page)
  const at = siblings.indexOf(station)
  if (siblings[at - 1]?.own === own) return ''
  let last = at
  while (siblings[last + 1]?.own === own) last++
  const reads = readsOf(stations, place.parent, language, say)
  const trees = [...place.containers, place.element].flatMap(({ visibleIf }) =>
    typeof visibleIf === 'string' && visibleIf !== '' ? [parseCondition(visibleIf)] : [],
  )
  const asked = (name: string) =>
    stations.find((other) => other.place.parent === place.parent && nameIn(other) === name)?.conditions ?? []
  const said = sayCondition(withoutImplied(trees, asked), reads, say)
  if (said === '') return ''
  return say.onlyIf(said, rangeOf(siblings.slice(at, last + 1), say))
}

function rangeOf(run: Station[], say: Speech): string {
  const numbers = run.flatMap(({ number }) => (number === '' ? [] : [number]))
  const [first, last] = [numbers[0], numbers.at(-1)!]
  if (first === undefined) return say.toRead
  if (first === last) return say.question(first)
  return numbers.length === 2 ? say.two(first, last) : say.questions(first, last)
}

/** As the conditions beside it call it. */
const nameIn = ({ place }: Station) => (place.parent === null ? '' : 'panel.') + place.element.name

/** Where this answer leads, when it is not to the next question. */
function goToOf(
  station: Station,
  value: PaperChoice['value'],
  kind: PaperKind,
  stations: Station[],
  drawn: Drawn,
  say: Speech,
): string {
  const isSettled = kind === 'choice' || kind === 'boolean' || (kind === 'choices' && isExclusive(value))
  if (!isSettled) return ''
  const { parent } = station.place
  const path = stations.filter(({ place }) => place.parent === parent && isAsked(place.element))
  const known = new Map<string, unknown>(Object.entries(drawn))
  known.set(nameIn(station), value)
  for (let at = path.indexOf(station) + 1; at < path.length; at++) {
    const next = path[at]!
    if (next.conditions.some((condition) => judge(condition, known) === false)) {
      known.set(nameIn(next), null)
      continue
    }
    return at === path.indexOf(station) + 1 ? '' : say.goTo(numberOf(next, stations)!)
  }
  if (station === path.at(-1)) return ''
  return parent === null ? say.goToEnd : say.rowEnd
}

const isExclusive = (value: unknown) => value === special.none || value === special.refuse || value === special.dontKnow
