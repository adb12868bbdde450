/** At the end of the short door: what is left to ask a person who has the time, with the answers they gave. */
import { useMemo } from 'react'
import type { SurveyModel } from 'survey-core'
import { pathOf, placesOf } from '../../../surveys/questionnaire/elements.ts'
import type { Definition, Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { isEssential } from '../../../surveys/questionnaire/short-form.ts'
import { progressIn } from './progress.ts'
import { questionsOf, type Screen, shownOn } from './screens.ts'

/** @returns the test of a screen: it asks something that the short door does not */
export function isOfRest(definition: Definition): (screen: Screen) => boolean {
  const essential = new Set(placesOf(definition).filter(isEssential).map(pathOf))
  return ({ pieces, child, cards }) => {
    const asked = questionsOf(pieces)
    // a screen that only gives something to read
    const shown = asked.length > 0 ? asked : shownOn(pieces)
    const paths = cards ? [cards.name] : shown.map(({ name }) => (child ? `${child.group.name}.${name}` : name))
    return paths.some((path) => !essential.has(path))
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
    const left = screensOf(opened.model).filter(isOfRest(whole.definition))
    return left.length === 0 ? null : { opened, first: left[0]!.key, minutes: progressIn(whole)(left, 0).minutesLeft }
  }, [isWanted, whole])
}
