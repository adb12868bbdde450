/** The way of a person through one questionnaire: notice, questions, sending, receipt. */
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { useSearch } from 'wouter'
import type { PublishedQuestionnaire } from '../../api/wire.ts'
import type { Sheet } from '../../surveys/response.ts'
import * as api from '../api.ts'
import { type Delivery, deliver, deliverWaiting } from '../delivery.ts'
import { type Draft, drafts } from '../outbox.ts'
import { useComfort } from '../parts/comfort.ts'
import { inLanguage, readIn } from '../parts/inLanguage.ts'
import { Shell } from '../parts/Shell.tsx'
import { Skeleton, State, stateOf } from '../parts/State.tsx'
import { useLoaded } from '../parts/useLoaded.ts'
import { Addressed, Spoken, useLanguage } from '../words/useSay.ts'
import { Kept } from './Kept.tsx'
import { Notice } from './Notice.tsx'
import { Receipt } from './Receipt.tsx'
import { Waiting } from './Waiting.tsx'
import './answer.css'

const engine = () => import('./Questions.tsx')
const Questions = lazy(async () => ({ default: (await engine()).Questions }))

type Stage = { at: 'kept'; draft: Draft } | { at: 'notice' } | { at: 'questions'; draft: Draft | null } | { at: 'sent' }

export function Answer({ slug }: { slug: string }) {
  const ask = useCallback(async () => {
    const draft = await drafts.of(slug)
    // An answer begun under an older version goes on under that version.
    return { draft, questionnaire: await api.questionnaire(slug, draft?.version) }
  }, [slug])
  const [loaded, again] = useLoaded(ask)
  const { language } = useComfort()
  if (loaded === null)
    return (
      <Shell>
        <Skeleton />
      </Shell>
    )
  if ('error' in loaded)
    return (
      <Shell>
        <State name={stateOf(loaded.error)} again={api.isWorthRetrying(loaded.error) ? again : undefined} />
      </Shell>
    )
  const { questionnaire, draft } = loaded.value
  return (
    <Addressed value={questionnaire.audience.startsWith('young') ? 'tu' : 'vous'}>
      {questionnaire.status === 'closed' ? (
        <Shell>
          <State name="closed" />
        </Shell>
      ) : (
        <Spoken value={readIn(questionnaire.title, language)}>
          <Way questionnaire={questionnaire} draft={draft ?? null} startAgain={again} />
        </Spoken>
      )}
    </Addressed>
  )
}

type Props = { questionnaire: PublishedQuestionnaire; draft: Draft | null; startAgain: () => void }

function Way({ questionnaire, draft, startAgain }: Props) {
  const [stage, setStage] = useState<Stage>(draft ? { at: 'kept', draft } : { at: 'notice' })
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const [delivery, setDelivery] = useState<Delivery | null>(null)
  const [isSending, setIsSending] = useState(false)
  const language = useLanguage()
  const search = useSearch()
  const channel =
    new URLSearchParams(search)
      .get('canal')
      ?.replace(/[^a-z0-9-]/g, '')
      .slice(0, 40) ?? ''

  useEffect(() => {
    void deliverWaiting()
  }, [])
  const prepare = useCallback(() => void engine(), [])
  const send = useCallback(async (ready: Sheet) => {
    setSheet(ready)
    setIsSending(true)
    const told = await deliver(ready)
    setIsSending(false)
    setDelivery(told)
    if (told.outcome === 'received') setStage({ at: 'sent' })
  }, [])
  const sendAgain = useCallback(() => void (sheet && send(sheet)), [sheet, send])

  const frame = {
    title: inLanguage(questionnaire.title, language),
    isTrial: questionnaire.trial,
    isDemo: questionnaire.demo,
  }
  if (stage.at === 'sent')
    return (
      <Shell {...frame}>
        <Receipt questionnaire={questionnaire} />
      </Shell>
    )
  if (delivery?.outcome === 'waiting')
    return (
      <Shell {...frame}>
        <Waiting delivery={delivery} isSending={isSending} again={sendAgain} />
      </Shell>
    )
  if (stage.at === 'questions')
    return (
      <Suspense
        fallback={
          <Shell {...frame}>
            <Skeleton />
          </Shell>
        }
      >
        <Questions
          questionnaire={questionnaire}
          draft={stage.draft}
          channel={channel}
          frame={frame}
          isSending={isSending}
          refusal={delivery?.outcome === 'refused' ? delivery.refusal : null}
          send={send}
        />
      </Suspense>
    )
  return (
    <Shell {...frame}>
      {stage.at === 'kept' ? (
        <Kept
          draft={stage.draft}
          resume={() => setStage({ at: 'questions', draft: stage.draft })}
          erase={async () => {
            await drafts.drop(questionnaire.slug)
            startAgain()
          }}
        />
      ) : (
        <Notice
          questionnaire={questionnaire}
          prepare={prepare}
          start={() => setStage({ at: 'questions', draft: null })}
        />
      )}
    </Shell>
  )
}
