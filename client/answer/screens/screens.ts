/** The screens of a questionnaire, as its answers stand: a small group of questions each, a card a child. */
import type { PageModel, PanelModel, Question, QuestionPanelDynamicModel, SurveyModel } from 'survey-core'
import { soleAnswer } from '../../../surveys/answers/single-answer.ts'
import { answerRowOf } from '../types/catalogue.ts'
import type { Capacity } from './capacity.ts'

export type Piece = Question | PanelModel
export type Screen = {
  /** Stays the same while answers change what else stands on the screen. */
  key: string
  page: PageModel
  pieces: Piece[]
  /** The repeated panel these pieces belong to, and which of its rows. */
  child: { group: QuestionPanelDynamicModel; index: number } | null
  /** The repeated panel whose cards this screen lists. */
  cards: QuestionPanelDynamicModel | null
}

/** Of the capacity of a screen, what a question takes, a short one being 1. */
export function weightOf(piece: Piece, gridLine: number): number {
  if (piece.isPanel)
    return visible((piece as PanelModel).elements as Piece[]).reduce((sum, part) => sum + weightOf(part, gridLine), 0)
  const { choices, rows } = piece as unknown as { choices?: unknown[]; rows?: unknown[] }
  const listed = choices ? choices.length / 2 : (rows ?? []).length * gridLine
  return answerRowOf(piece as Question)?.weight ?? Math.max(2, listed)
}

/** What has only one answer possible is answered without being asked. */
const visible = (pieces: Piece[]) =>
  pieces.filter((piece) => piece.isVisible && (piece.isPanel || soleAnswer(piece as Question) === null))

/** @param capacity what one screen holds; a question larger than that has its own screen */
export const screensOf = (model: SurveyModel, capacity: Capacity): Screen[] =>
  model.visiblePages.flatMap((page) => screensOfPage(page, capacity))

/** Where this key stands; a turned phone or another language may have put its question on another screen. */
export function placeOf(screens: Screen[], key: string): number {
  const exact = screens.findIndex((screen) => screen.key === key)
  if (exact >= 0) return exact
  const [path, index] = partsOf(key)
  const holding = screens.findIndex(
    ({ pieces, child }) =>
      (child === null || index === undefined || child.index === Number(index)) &&
      pieces.some((piece) => piece.name === path),
  )
  return Math.max(0, holding)
}

// a draft of before may name a line of a grid behind its question
const partsOf = (key: string): (string | undefined)[] => key.split('#')[0]!.split('/').reverse()

/** The question that this key names, where it stands further down on the screen. */
export const namedOn = ({ key: own, pieces }: Screen, key: string): Question | undefined =>
  own === key ? undefined : questionsOf(pieces).find(({ name }) => name === partsOf(key)[0])

function screensOfPage(page: PageModel, capacity: Capacity): Screen[] {
  const screens: Screen[] = []
  let run: Piece[] = []
  const names = page.questions.map(({ name }) => name)
  const flush = () => {
    screens.push(
      ...grouped(run, capacity, names).map((pieces) => ({
        key: pieces[0]!.name,
        page,
        pieces,
        child: null,
        cards: null,
      })),
    )
    run = []
  }
  for (const piece of visible(page.elements as Piece[])) {
    if (piece.getType() !== 'paneldynamic') {
      run.push(piece)
      continue
    }
    flush()
    screens.push(...screensOfChildren(page, piece as QuestionPanelDynamicModel, capacity))
  }
  flush()
  return screens
}

function screensOfChildren(page: PageModel, group: QuestionPanelDynamicModel, capacity: Capacity): Screen[] {
  const ofEach = group.panels.flatMap((panel, index) => {
    const names = panel.questions.map(({ name }) => name)
    return apart(visible(panel.elements as Piece[]), index)
      .flatMap((pieces) => grouped(pieces, capacity, names))
      .map((pieces) => ({
        key: `${group.name}/${index}/${pieces[0]!.name}`,
        page,
        pieces,
        child: { group, index },
        cards: null,
      }))
  })
  return [...ofEach, { key: `${group.name}/cards`, page, pieces: [], child: null, cards: group }]
}

/** What answers bring may lengthen a screen so many times: most people are asked none of it. */
const stretch = 1.5

/** Whether brothers and sisters often give the same answer to it. */
export const isShareable = (piece: Piece): boolean =>
  !piece.isPanel && answerRowOf(piece as Question)?.isShareable === true

/** Of a later child, what may be taken over from the one before stands behind the screen that offers it: there it is listed, not asked. */
function apart(pieces: Piece[], index: number): Piece[][] {
  const from = index === 0 ? 0 : pieces.findIndex(isShareable)
  return from > 0 ? [pieces.slice(0, from), pieces.slice(from)] : [pieces]
}

/**
 * What a person sees stays where it is: questions that depend on others of the page come behind them, in the order written,
 * while the screen gets no longer than `stretch` allows, and else on a screen of their own after that one, so that no answer
 * takes a question away. A text right before a question goes where that one goes.
 *
 * @param names of the questions asked together with these
 */
function grouped(pieces: Piece[], capacity: Capacity, names: readonly string[]): Piece[][] {
  const depends = introduced(
    pieces.filter((piece) => names.some((name) => isReadBy(piece, name))),
    pieces,
  )
  const screens = packed(
    pieces.filter((piece) => !depends.has(piece)),
    capacity,
  )
  if (screens.length === 0) return packed(pieces, capacity)
  return screens.flatMap((fixed, at, all) => {
    const next = all[at + 1]?.[0]
    const from = at === 0 ? 0 : pieces.indexOf(fixed[0]!)
    const own = pieces.slice(from, next && pieces.indexOf(next))
    const behind = own.filter((piece) => depends.has(piece))
    const most = { ...capacity, most: capacity.most * stretch }
    const count = behind.findIndex((_, last) => packed([...fixed, ...behind.slice(0, last + 1)], most).length > 1)
    const moved = introduced(count < 0 ? [] : behind.slice(count), own)
    const later = own.filter((piece) => moved.has(piece))
    return [
      own.filter((piece) => !moved.has(piece)),
      ...grouped(
        later,
        capacity,
        later.map(({ name }) => name),
      ),
    ]
  })
}

/** These, and the texts right before them. */
function introduced(these: Piece[], pieces: readonly Piece[]): ReadonlySet<Piece> {
  const all = new Set(these)
  for (const [at, piece] of [...pieces.entries()].reverse())
    if (isText(piece) && all.has(pieces[at + 1]!)) all.add(piece)
  return all
}

const isReadBy = ({ visibleIf }: Piece, name: string) => new RegExp(`\\{(?:panel\\.)?${name}\\b`).test(visibleIf ?? '')

function packed(pieces: Piece[], capacity: Capacity): Piece[][] {
  const groups: Piece[][] = []
  let taken = Number.POSITIVE_INFINITY
  for (const piece of pieces) {
    const weight = weightOf(piece, capacity.gridLine)
    const isIntroduced = groups.at(-1)?.every(isText)
    if (!isIntroduced && (taken + weight > capacity.most || weight >= capacity.alone)) {
      const texts = introducing(groups.at(-1))
      groups.push(texts)
      taken = texts.length
    }
    groups.at(-1)!.push(piece)
    taken = weight >= capacity.alone ? capacity.most : taken + weight
  }
  return groups
}

/** Takes from the end of a screen the text that introduces what the next one asks. */
const introducing = (group: Piece[] = []): Piece[] => (group.length > 1 && isText(group.at(-1)!) ? [group.pop()!] : [])

const isText = (piece: Piece) => !piece.isPanel && !(piece as Question).hasInput

/** The questions and texts of a screen, panels opened. */
export function shownOn(pieces: Piece[]): Question[] {
  return visible(pieces).flatMap((piece) =>
    piece.isPanel ? shownOn((piece as PanelModel).elements as Piece[]) : [piece as Question],
  )
}

/** The same without what is only read. */
export const questionsOf = (pieces: Piece[]): Question[] => shownOn(pieces).filter(({ hasInput }) => hasInput)
