/** After the short door: what is left to ask a person who has the time, with the answers they gave. */
import { useMemo } from 'react'
import type { SurveyModel } from 'survey-core'
import { elementsIn, pathOf } from '../../../surveys/questionnaire/elements.ts'
import type { Definition, Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { isEssential } from '../../../surveys/questionnaire/short-form.ts'
import { progressIn } from './progress.ts'
import { type Piece, questionsOf, type Screen, shownOn } from './screens.ts'

export type Order = {
  /** What was said by the short door first, then the rest: a screen that asks of both becomes two. */
  restLast: (screens: readonly Screen[]) => Screen[]
  /** It asks something that the short door does not. */
  isRest: (screen: Screen) => boolean
}

export function orderOf(definition: Definition): Order {
  const essential = new Set(elementsIn(definition).filter(isEssential).map(pathOf))
  const isRest: Order['isRest'] = ({ pieces, child, cards }) => {
    const asked = questionsOf(pieces)
    // a screen that only gives something to read
    const shown = asked.length > 0 ? asked : shownOn(pieces)
    const paths = cards ? [cards.name] : shown.map(({ name }) => (child ? `${child.group.name}.${name}` : name))
    return paths.some((path) => !essential.has(path))
  }
  const halvesOf = (screen: Screen): Screen[] => {
    const isOfRest = (piece: Piece) => isRest({ ...screen, pieces: [piece] })
    const halves = [screen.pieces.filter((piece) => !isOfRest(piece)), screen.pieces.filter(isOfRest)]
    if (halves.some((pieces) => pieces.length === 0)) return [screen]
    const { child } = screen
    return halves.map((pieces) => {
      const { name } = pieces[0]!
      return { ...screen, pieces, key: child ? `${child.group.name}/${child.index}/${name}` : name }
    })
  }
  return {
    isRest,
    restLast(screens) {
      const all = screens.flatMap(halvesOf)
      return [...all.filter((screen) => !isRest(screen)), ...all.filter(isRest)]
    },
  }
}

/** `first`: key of the screen it begins with. */
export type Rest<Opened> = { opened: Opened; first: string; minutes: number }

/**
 * @param isWanted at the end of the short door only: a second model of the questionnaire is made
 * @param open the whole questionnaire with the answers given so far
 * @returns null when nothing is left to ask
 */
export function useRest<Opened extends { model: SurveyModel }>(
  isWanted: boolean,
  whole: Questionnaire,
  open: () => Opened,
  screensOf: (model: SurveyModel) => Screen[],
): Rest<Opened> | null {
  // biome-ignore lint/correctness/useExhaustiveDependencies: no answer changes while the end is shown
  return useMemo(() => {
    if (!isWanted) return null
    const opened = open()
    const { restLast, isRest } = orderOf(whole.definition)
    const all = restLast(screensOf(opened.model))
    const at = all.findIndex(isRest)
    return at < 0 ? null : { opened, first: all[at]!.key, minutes: progressIn(whole)(all, at).minutesLeft }
  }, [isWanted, whole])
}
