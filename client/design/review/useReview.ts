/** What the gate says of the draft, a moment after the last change. */
import { useCallback, useEffect, useState } from 'react'
import type { design } from '../../../api/wire/public.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { type ReviewResult, reviewQuestionnaire } from '../../../surveys/review/review.ts'

const gateMs = 250

export function useGate(
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
    const timer = setTimeout(() => setFindings(look(questionnaire)), gateMs)
    return () => clearTimeout(timer)
  }, [questionnaire, look])
  return findings
}
