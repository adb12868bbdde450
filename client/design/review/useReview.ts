/** Reviews the draft a moment after its last change. */
import { useCallback, useEffect, useState } from 'react'
import type { design } from '../../../api/wire/public.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { type ReviewResult, reviewQuestionnaire } from '../../../surveys/review/review.ts'

const reviewMs = 250

export function useReview(
  questionnaire: Questionnaire,
  measures: design.Measure[],
  room: design.DesignRoom,
  reasons: design.Draft['reasons'] | undefined,
): ReviewResult {
  const look = useCallback(
    (draft: Questionnaire) =>
      reviewQuestionnaire(draft, { measures, reasons, previous: room.published?.questionnaire ?? null }),
    [measures, room, reasons],
  )
  const [findings, setFindings] = useState(() => look(questionnaire))
  useEffect(() => {
    const timer = setTimeout(() => setFindings(look(questionnaire)), reviewMs)
    return () => clearTimeout(timer)
  }, [questionnaire, look])
  return findings
}
