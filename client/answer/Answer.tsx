/** One questionnaire at its address: loaded, closed, or gone through. */

import { useCallback, useState } from 'react'
import { isForYoung } from '../../surveys/questionnaire/audiences.ts'
import * as api from '../parts/api.ts'
import { useComfort } from '../parts/comfort.ts'
import { readIn } from '../parts/inLanguage.ts'
import { Shell } from '../parts/Shell.tsx'
import { Opening, State, stateOf } from '../parts/State.tsx'
import { OwnLanguages } from '../parts/site.ts'
import { useLoaded } from '../parts/useLoaded.ts'
import { Addressed, Spoken } from '../words/useSay.ts'
import { type Begun, begun } from './device/begun.ts'
import { drafts } from './device/outbox.ts'
import { useTexts } from './device/texts.ts'
import { Soon } from './way/Soon.tsx'
import { Way } from './way/Way.tsx'
import './answer.css'

/** What the device held of the questionnaire whose address the page was opened at; it serves once. */
let opened: { slug: string; begun: Begun } | null = null

/**
 * Reads it before anything is drawn, when answers were begun: whoever comes back sees one screen drawn, in the place of three.
 *
 * @param late the page was drawn without it: what is read then is not kept for a later visit
 */
export async function openAhead(slug: string, late: AbortSignal): Promise<void> {
  if (!(await drafts.of(slug))) return
  const found = await begun(slug)
  if (!late.aborted) opened = { slug, begun: found }
}

export function Answer({ slug }: { slug: string }) {
  const ask = useCallback(() => begun(slug), [slug])
  const [here] = useState(() => {
    const first = opened?.slug === slug ? { value: opened.begun } : null
    opened = null
    return first
  })
  const [loaded, again] = useLoaded(ask, here)
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
  return <Opened first={loaded.value} again={again} />
}

/** What the device holds of it, in the language chosen. */
function Opened({ first, again }: { first: Begun; again: () => void }) {
  const [begun, moveTo] = useState(first)
  const { language } = useComfort()
  const questionnaire = useTexts(begun.questionnaire, begun.language)
  const { draft, receipt, aside } = begun
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
            <Way begun={{ ...begun, questionnaire }} startAgain={again} moveTo={moveTo} />
          </OwnLanguages>
        </Spoken>
      )}
    </Addressed>
  )
}
