/** The screens of a questionnaire, as its answers stand: a small group of questions each, a card a child. */
import type {
  PageModel,
  PanelModel,
  Question,
  QuestionMatrixModel,
  QuestionPanelDynamicModel,
  SurveyModel,
} from 'survey-core'
import { soleAnswer } from '../../../surveys/answers/single-answer.ts'
import { answerRowOf } from '../types/catalogue.ts'

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
  /** The only line of a grid this screen asks, when grids are asked line by line. */
  row: string | null
  isLastRow: boolean
}

/** Room a question takes, a short one being 1. */
export function weightOf(piece: Piece): number {
  if (piece.isPanel)
    return visible((piece as PanelModel).elements as Piece[]).reduce((sum, part) => sum + weightOf(part), 0)
  const { choices, rows } = piece as unknown as { choices?: unknown[]; rows?: unknown[] }
  return answerRowOf(piece as Question)?.weight ?? Math.max(2, (choices ?? rows ?? []).length / 2)
}

const whole = { row: null, isLastRow: false } as const
/** What has only one answer possible is answered without being asked. */
const visible = (pieces: Piece[]) =>
  pieces.filter((piece) => piece.isVisible && (piece.isPanel || soleAnswer(piece as Question) === null))

/**
 * @param room what one screen holds; a question larger than that has its own screen
 * @param byRow grids are asked line by line, for who reads with difficulty
 */
export function screensOf(model: SurveyModel, room: number, byRow = false): Screen[] {
  const screens = model.visiblePages.flatMap((page) => screensOfPage(page, byRow ? 1 : room))
  return byRow ? screens.flatMap(linesOf) : screens
}

function linesOf(screen: Screen): Screen[] {
  const [piece, ...others] = screen.pieces
  if (piece?.getType() !== 'matrix' || others.length > 0) return [screen]
  const { visibleRows } = piece as QuestionMatrixModel
  return visibleRows.map(({ name }, index) => ({
    ...screen,
    key: index === 0 ? screen.key : `${screen.key}#${name}`,
    row: String(name),
    isLastRow: index === visibleRows.length - 1,
  }))
}

/** Where this key stands; a turned phone or another language may have put its question on another screen. */
export function placeOf(screens: Screen[], key: string): number {
  const exact = screens.findIndex((screen) => screen.key === key)
  if (exact >= 0) return exact
  const [path, index] = key.split('#')[0]!.split('/').reverse()
  const holding = screens.findIndex(
    ({ pieces, child }) =>
      (child === null || index === undefined || child.index === Number(index)) &&
      pieces.some((piece) => piece.name === path),
  )
  return Math.max(0, holding)
}

function screensOfPage(page: PageModel, room: number): Screen[] {
  const screens: Screen[] = []
  let run: Piece[] = []
  const flush = () => {
    screens.push(
      ...grouped(run, room).map((pieces) => ({
        key: pieces[0]!.name,
        page,
        pieces,
        child: null,
        cards: null,
        ...whole,
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
    screens.push(...screensOfChildren(page, piece as QuestionPanelDynamicModel, room))
  }
  flush()
  return screens
}

function screensOfChildren(page: PageModel, group: QuestionPanelDynamicModel, room: number): Screen[] {
  const ofEach = group.panels.flatMap((panel, index) =>
    grouped(visible(panel.elements as Piece[]), room).map((pieces) => ({
      key: `${group.name}/${index}/${pieces[0]!.name}`,
      page,
      pieces,
      child: { group, index },
      cards: null,
      ...whole,
    })),
  )
  return [...ofEach, { key: `${group.name}/cards`, page, pieces: [], child: null, cards: group, ...whole }]
}

function grouped(pieces: Piece[], room: number): Piece[][] {
  const groups: Piece[][] = []
  let taken = Number.POSITIVE_INFINITY
  for (const piece of pieces) {
    const weight = weightOf(piece)
    if (taken + weight > room) {
      groups.push([])
      taken = 0
    }
    groups.at(-1)!.push(piece)
    taken += weight
  }
  return groups
}

/** The questions of a screen, panels opened. */
export function questionsOf(pieces: Piece[]): Question[] {
  return visible(pieces).flatMap((piece) =>
    piece.isPanel ? questionsOf((piece as PanelModel).elements as Piece[]) : [piece as Question],
  )
}

export type Progress = { step: number; steps: number; share: number; minutesLeft: number }

const optionalMinutes = 3

/**
 * Where the person is: real steps are the pages to be seen as the answers stand.
 *
 * @param minutes of the whole questionnaire without its optional part
 * @returns share: done, in [0, 1]; minutesLeft: whole minutes, at least 1
 */
export function progressOf(screens: Screen[], index: number, minutes: number): Progress {
  const pages = [...new Set(screens.map(({ page }) => page))]
  const screen = screens[index]
  const step = screen === undefined ? pages.length : pages.indexOf(screen.page) + 1
  const ahead = (isOptional: boolean) => {
    const part = screens.map((one, at) => ({ weight: weightOfScreen(one), at, page: one.page }))
    const mine = part.filter(({ page }) => Boolean(page.getPropertyValue('optionalPart')) === isOptional)
    const total = mine.reduce((sum, { weight }) => sum + weight, 0)
    return total === 0 ? 0 : mine.filter(({ at }) => at >= index).reduce((sum, { weight }) => sum + weight, 0) / total
  }
  const left = minutes * ahead(false) + optionalMinutes * ahead(true)
  return {
    step,
    steps: pages.length,
    share: screens.length === 0 ? 1 : index / screens.length,
    minutesLeft: Math.max(1, Math.round(left)),
  }
}

const weightOfScreen = ({ pieces }: Screen) => pieces.reduce((sum, piece) => sum + weightOf(piece), 1)
