/** The screens of a questionnaire, as its answers stand: a small group of questions each, a card a child. */
import type { PageModel, PanelModel, Question, QuestionPanelDynamicModel, SurveyModel } from 'survey-core'
import { soleAnswer } from '../../../surveys/answers/single-answer.ts'
import { answerRowOf } from '../types/catalogue.ts'
import type { Room } from './capacity.ts'

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

/** Room a question takes, a short one being 1. */
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

/** @param room what one screen holds; a question larger than that has its own screen */
export const screensOf = (model: SurveyModel, room: Room): Screen[] =>
  model.visiblePages.flatMap((page) => screensOfPage(page, room))

/** Where this key stands; a turned phone or another language may have put its question on another screen. */
export function placeOf(screens: Screen[], key: string): number {
  const exact = screens.findIndex((screen) => screen.key === key)
  if (exact >= 0) return exact
  const [path, index] = key.split('/').reverse()
  const holding = screens.findIndex(
    ({ pieces, child }) =>
      (child === null || index === undefined || child.index === Number(index)) &&
      pieces.some((piece) => piece.name === path),
  )
  return Math.max(0, holding)
}

function screensOfPage(page: PageModel, room: Room): Screen[] {
  const screens: Screen[] = []
  let run: Piece[] = []
  const flush = () => {
    screens.push(
      ...packed(run, room).map((pieces) => ({
        key: pieces[0]!.name,
        page,
        pieces,
        child: null,
        cards: null,
      })),
    )
    run = []
  }
  for (const piece of page.elements as Piece[]) {
    if (piece.getType() !== 'paneldynamic') {
      run.push(piece)
      continue
    }
    if (!piece.isVisible) continue
    flush()
    screens.push(...screensOfChildren(page, piece as QuestionPanelDynamicModel, room))
  }
  flush()
  return screens
}

function screensOfChildren(page: PageModel, group: QuestionPanelDynamicModel, room: Room): Screen[] {
  const ofEach = group.panels.flatMap((panel, index) =>
    packed(panel.elements as Piece[], room).map((pieces) => ({
      key: `${group.name}/${index}/${pieces[0]!.name}`,
      page,
      pieces,
      child: { group, index },
      cards: null,
    })),
  )
  return [...ofEach, { key: `${group.name}/cards`, page, pieces: [], child: null, cards: group }]
}

/**
 * Questions stand in the order they were written. A screen keeps room for what its own answers may bring, so that no
 * answer takes a question away.
 *
 * @param pieces that may be asked here, with those that wait for an answer
 */
function packed(pieces: Piece[], room: Room): Piece[][] {
  const asked = new Set(visible(pieces))
  const groups: Piece[][] = [[]]
  let names: string[] = []
  let taken = 0
  for (const piece of pieces) {
    const isAwaited = names.some((name) => isReadBy(piece, name))
    if (!asked.has(piece) && !isAwaited) continue
    const weight = weightOf(piece, room.gridLine)
    const isAlone = weight >= room.alone
    if (names.length > 0 && (taken + weight > room.most || isAlone)) {
      const introduced = introducing(groups.at(-1))
      groups.push(introduced)
      taken = introduced.length
      names = introduced.map(({ name }) => name)
      if (!asked.has(piece)) continue
    }
    if (asked.has(piece)) groups.at(-1)!.push(piece)
    names.push(...namesIn(piece))
    taken = isAlone ? room.most : taken + weight
  }
  return groups.filter(({ length }) => length > 0)
}

const namesIn = (piece: Piece): string[] =>
  piece.isPanel ? (piece as PanelModel).questions.map(({ name }) => name) : [piece.name]

const isReadBy = (piece: Piece, name: string) =>
  (piece as { choicesFromQuestion?: string }).choicesFromQuestion === name ||
  new RegExp(`\\{(?:panel\\.)?${name}\\b`).test(piece.visibleIf ?? '')

/** Takes from the end of a screen the text that introduces what the next one asks. */
const introducing = (group: Piece[] = []): Piece[] =>
  group.length > 1 && !group.at(-1)!.isPanel && !(group.at(-1) as Question).hasInput ? [group.pop()!] : []

/** The questions and texts of a screen, panels opened. */
export function shownOn(pieces: Piece[]): Question[] {
  return visible(pieces).flatMap((piece) =>
    piece.isPanel ? shownOn((piece as PanelModel).elements as Piece[]) : [piece as Question],
  )
}

/** The same without what is only read. */
export const questionsOf = (pieces: Piece[]): Question[] => shownOn(pieces).filter(({ hasInput }) => hasInput)
