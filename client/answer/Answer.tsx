/** One questionnaire at its address: loaded, closed, or gone through. */

import { useCallback } from 'react'
import { isForYoung } from '../../surveys/questionnaire/audiences.ts'
import * as api from '../parts/api.ts'
import { useComfort } from '../parts/comfort.ts'
import { readIn } from '../parts/inLanguage.ts'
import { Shell } from '../parts/Shell.tsx'
import { Opening, State, stateOf } from '../parts/State.tsx'
import { OwnLanguages } from '../parts/site.ts'
import { useLoaded } from '../parts/useLoaded.ts'
import { Addressed, Spoken } from '../words/useSay.ts'
import { begun } from './device/begun.ts'
import { Soon } from './way/Soon.tsx'
import { Way } from './way/Way.tsx'
import './answer.css'

export function Answer({ slug }: { slug: string }) {
  const ask = useCallback(() => begun(slug), [slug])
  const [loaded, again] = useLoaded(ask)
  const { language } = useComfort()
  if (loaded === null)
    return (
      <Shell>
        <Opening />
      </Shell>
    )
  if ('error' in loaded)
    return (
      <Shell>
        <State name={stateOf(loaded.error)} again={api.isWorthRetrying(loaded.error) ? again : undefined} />
      </Shell>
    )
  const { questionnaire, draft, receipt, aside } = loaded.value
  // Whoever had begun before the closing minute may still finish: the server decides.
  const isClosed = questionnaire.status === 'closed' && draft === null && receipt === null && aside === null
  const isSoon = questionnaire.status === 'soon' && draft === null && aside === null
  return (
    <Addressed value={isForYoung(questionnaire.audience) ? 'tu' : 'vous'}>
      {isSoon ? (
        <Shell>
          <Soon questionnaire={questionnaire} />
        </Shell>
      ) : isClosed ? (
        <Shell>
          <State name="closed" />
        </Shell>
      ) : (
        <Spoken value={readIn(questionnaire.title, language)}>
          <OwnLanguages value={questionnaire.languages}>
            <Way begun={loaded.value} startAgain={again} />
          </OwnLanguages>
        </Spoken>
      )}
    </Addressed>
  )
}
