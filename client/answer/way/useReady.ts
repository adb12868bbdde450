/** The questions, made ready while somebody reads what comes before them: a slow phone needs a second. Nothing of it is stored. */
import { useEffect, useMemo, useRef, useState } from 'react'
import type { PublishedQuestionnaire } from '../../../api/wire/public.ts'
import { useLanguage } from '../../words/useSay.ts'
import type { Stage } from '../device/begun.ts'
import type { Draft } from '../device/outbox.ts'
import type { Ready } from '../session/begin.ts'
import { whenIdle } from './idle.ts'

/** What draws the questions and begins them. */
export type Engine = Pick<typeof import('../screens/Questions.tsx'), 'Questions' | 'beginning' | 'prepare'>

/** @param engine null until it is there */
export function useReady(engine: Engine | null, stage: Stage, questionnaire: PublishedQuestionnaire, channel: string) {
  const language = useLanguage()
  const [isByShort, openBy] = useState(false)
  /** What a door begins, the same before it is opened and behind it. */
  const fresh = useMemo(() => {
    const made = new Map<boolean, Draft>()
    return ({ beginning }: Engine, isByShort: boolean): Draft => {
      const draft = made.get(isByShort) ?? beginning(questionnaire, channel, isByShort)
      made.set(isByShort, draft)
      return draft
    }
  }, [questionnaire, channel])
  const ready = useRef<Ready>(null)
  useEffect(() => {
    if (engine === null || (stage.at !== 'notice' && stage.at !== 'saved')) return
    return whenIdle(() => {
      const draft = stage.at === 'saved' ? stage.draft : fresh(engine, isByShort)
      ready.current = engine.prepare({ ...questionnaire, parameters: [], indicators: [] }, draft, language)
    })
  }, [engine, stage, fresh, isByShort, questionnaire, language])
  return { ready, fresh, openBy }
}
