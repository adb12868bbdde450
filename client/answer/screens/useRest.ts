/** At the end of the short door: what is left to ask a person who has the time, with the answers they gave. */
import { useMemo } from 'react'
import type { SurveyModel } from 'survey-core'
import type { Definition } from '../../../surveys/questionnaire/questionnaire.ts'
import { progressIn } from './progress.ts'
import { isOfRest } from './rest.ts'
import type { Screen } from './screens.ts'

/** `first`: key of the screen it begins with. */
export type Rest<Opened> = { opened: Opened; first: string; minutes: number }

/**
 * @param isWanted at the end of the short door only: a second model of the questionnaire is made
 * @param open the whole questionnaire with the answers given so far
 * @returns null when nothing is left to ask
 */
export function useRest<Opened extends { model: SurveyModel }>(
  isWanted: boolean,
  definition: Definition,
  open: () => Opened,
  screensOf: (model: SurveyModel) => Screen[],
): Rest<Opened> | null {
  // biome-ignore lint/correctness/useExhaustiveDependencies: no answer changes while the end is shown
  return useMemo(() => {
    if (!isWanted) return null
    const opened = open()
    const left = screensOf(opened.model).filter(isOfRest(definition))
    return left.length === 0
      ? null
      : { opened, first: left[0]!.key, minutes: progressIn(definition)(left, 0).minutesLeft }
  }, [isWanted, definition])
}
