/** Reviews the draft a moment after its last change; what was found of an element follows its new code at once. */
import { useCallback, useEffect, useState } from 'react'
import type { design } from '../../../api/wire/public.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { type ReviewResult, reviewQuestionnaire } from '../../../surveys/review/review.ts'
import { atRenamedPath } from '../draft/renamed.ts'

const reviewMs = 250

export function useReview(
  questionnaire: Questionnaire,
  measures: design.Measure[],
  room: design.DesignRoom,
  reasons: design.Draft['reasons'] | undefined,
): { findings: ReviewResult; renamed: (from: string, to: string) => void } {
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
  const renamed = useCallback(
    (from: string, to: string) =>
      setFindings(({ toFix, toCheck, budget }) => ({
        toFix: atRenamedPath(toFix, from, to),
        toCheck: atRenamedPath(toCheck, from, to),
        budget,
      })),
    [],
  )
  return { findings, renamed }
}
