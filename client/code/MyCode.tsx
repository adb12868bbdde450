/** /mon-code: with the twelve words a person reads, corrects or withdraws their own answer. */

import { useCallback, useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { OwnResponse, PublishedQuestionnaire } from '../../api/wire/public.ts'
import type { SentResponse } from '../../surveys/answers/response.ts'
import { proofOf } from '../../surveys/answers/withdrawal-words.ts'
import { isForYoung } from '../../surveys/questionnaire/audiences.ts'
import { type Changed, correction } from '../answer/device/correction.ts'
import { shownReceipt } from '../answer/device/shown-receipt.ts'
import { forgetSent } from '../answer/device/tabs.ts'
import { LazyQuestions } from '../answer/way/LazyQuestions.tsx'
import { isWorthRetrying, questionnaire, Refusal } from '../parts/api.ts'
import { ResultsLine } from '../parts/ResultsLine.tsx'
import { Shell } from '../parts/Shell.tsx'
import { Skeleton, State, type StateName, stateOf } from '../parts/State.tsx'
import type { Address } from '../words/speak.ts'
import { Addressed } from '../words/useSay.ts'
import { wordsInAddress } from './address.ts'
import { CodeForm } from './CodeForm.tsx'
import { Done } from './Done.tsx'
import { OwnAnswers } from './OwnAnswers.tsx'
import { draftOf } from './own.ts'
import { correct, reread, withdraw } from './own-api.ts'
import { Unreadable } from './Unreadable.tsx'
import { useOwnSay } from './words.ts'
import './code.css'
import '../answer/answer.css'

type Own = { proof: string; response: OwnResponse; published: PublishedQuestionnaire }
type Stage =
  | { at: 'typing'; isUnknown?: boolean; typed?: string }
  | { at: 'opening' }
  | { at: 'reading'; own: Own }
  | { at: 'closed'; why: 'damaged' | 'waiting'; proof: string }
  /** `changed` before the page was read again. */
  | { at: 'correcting'; own: Own; changed?: Changed }
  | { at: 'done'; what: 'corrected' | 'withdrawn' | 'none'; own?: Own; backupsUntil?: string | undefined }
  | { at: 'failed'; name: StateName; again: (() => void) | undefined }

export function MyCode() {
  const sayOwn = useOwnSay()
  const [stage, setStage] = useState<Stage>({ at: 'typing' })
  const [isSending, setIsSending] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  // who it is becomes known with their answer
  const [address, setAddress] = useState<Address>('vous')
  const openBy = useCallback(async (proof: string, typed = '') => {
    setStage({ at: 'opening' })
    try {
      const { sheet: response, waits } = await reread(proof)
      const underWay = correction.now()
      const kept = underWay?.proof === proof ? underWay : null
      if (!response) {
        if (kept) correction.drop()
        if (waits) return setStage({ at: 'closed', why: 'waiting', proof })
        return setStage({ at: 'typing', isUnknown: true, typed })
      }
      const published = await questionnaire(response.questionnaire, { version: response.version })
      setAddress(isForYoung(published.audience) ? 'tu' : 'vous')
      const own = { proof, response, published }
      setStage(kept ? { at: 'correcting', own, changed: kept.changed } : { at: 'reading', own })
    } catch (error) {
      setStage(
        isUnreadable(error) ? { at: 'closed', why: 'damaged', proof } : failure(error, () => void openBy(proof, typed)),
      )
    }
  }, [])
  const open = useCallback((words: readonly string[]) => openBy(proofOf(words), words.join(' ')), [openBy])
  const scanned = useRef(false)
  useEffect(() => {
    if (scanned.current) return
    scanned.current = true
    const words = wordsInAddress()
    const underWay = correction.now()
    if (words) void open(words)
    else if (underWay) void openBy(underWay.proof)
  }, [open, openBy])

  const isCorrecting = stage.at === 'correcting'
  // the link to this page, at its foot, leads to the twelve words again
  useEffect(() => {
    if (isCorrecting) return
    const begin = () => setStage({ at: 'typing' })
    addEventListener('pushState', begin)
    return () => removeEventListener('pushState', begin)
  }, [isCorrecting])

  // what was changed and is not sent is nowhere but in this tab
  useEffect(() => {
    if (!isCorrecting) return
    const stay = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', stay)
    return () => removeEventListener('beforeunload', stay)
  }, [isCorrecting])

  const proof = stage.at === 'correcting' ? stage.own.proof : ''
  const keep = useCallback((changed: Changed) => correction.save({ proof, changed }), [proof])

  if (stage.at === 'correcting') {
    const { own, changed } = stage
    const send = async ({ answers }: SentResponse) => {
      setIsSending(true)
      setRefusal(null)
      try {
        const outcome = await correct(own.proof, answers)
        correction.drop()
        setStage(outcome === 'done' ? { at: 'done', what: 'corrected', own } : { at: 'done', what: 'none' })
      } catch (error) {
        if (isUnreadable(error)) return setStage({ at: 'closed', why: 'damaged', proof: own.proof })
        setRefusal(error instanceof Refusal ? error : new Refusal(503, { code: 'unreached' }))
      } finally {
        setIsSending(false)
      }
    }
    return (
      <Addressed value={address}>
        <LazyQuestions
          questionnaire={own.published}
          draft={{ ...draftOf(own.response, own.published), ...changed, screen: 'end' }}
          channel=""
          frame={{ title: sayOwn('title'), isTrial: own.published.trial, isDemo: own.published.demo }}
          isSending={isSending}
          refusal={refusal}
          corrects={own.response.day}
          isChanged={changed !== undefined}
          keep={keep}
          giveUp={() => {
            correction.drop()
            setStage({ at: 'reading', own })
          }}
          send={(response) => void send(response)}
        />
      </Addressed>
    )
  }
  async function remove(proof: string) {
    try {
      const { outcome, backupsUntil } = await withdraw(proof)
      correction.drop()
      if (stage.at === 'reading') {
        const { slug } = stage.own.published
        shownReceipt.drop(slug)
        // its page offers to answer: it no longer says that an answer has arrived
        forgetSent(slug)
      }
      setStage({ at: 'done', what: outcome === 'done' ? 'withdrawn' : 'none', backupsUntil })
    } catch (error) {
      setStage(failure(error, () => void remove(proof)))
    }
  }
  return (
    <Addressed value={address}>
      <Shell title={sayOwn('title')}>
        {stage.at === 'opening' && <Skeleton />}
        {stage.at === 'typing' && (
          <CodeForm
            title={sayOwn('title')}
            verdict={stage.isUnknown ? { title: sayOwn('none'), why: sayOwn('noneMore') } : null}
            typed={stage.typed}
            label={sayOwn('open')}
            open={(words) => void open(words)}
          >
            <p>
              <Link href="/reprendre">{sayOwn('carry.begun')}</Link>
            </p>
            <p>
              <ResultsLine slug={null} />
            </p>
          </CodeForm>
        )}
        {stage.at === 'failed' && <State name={stage.name} again={stage.again} />}
        {stage.at === 'done' && (
          <Done
            what={stage.what}
            backupsUntil={stage.backupsUntil}
            again={() => setStage({ at: 'typing' })}
            reread={() => void (stage.own && openBy(stage.own.proof))}
            wordsAt={stage.own && isShownHere(stage.own) ? `/q/${stage.own.published.slug}` : null}
          />
        )}
        {stage.at === 'closed' && <Unreadable why={stage.why} withdraw={() => remove(stage.proof)} />}
        {stage.at === 'reading' && (
          <OwnAnswers
            response={stage.own.response}
            published={stage.own.published}
            correct={() => setStage({ at: 'correcting', own: stage.own })}
            withdraw={() => remove(stage.own.proof)}
          />
        )}
      </Shell>
    </Addressed>
  )
}

/** This tab still shows the twelve words of this answer. */
function isShownHere({ proof, published }: Own) {
  const shown = shownReceipt.of(published.slug)
  return shown !== null && proofOf(shown.code) === proof
}

const isUnreadable = (error: unknown) => error instanceof Refusal && error.code === 'response-unreadable'

const failure = (error: unknown, again: () => void): Stage => ({
  at: 'failed',
  name: stateOf(error),
  again: isWorthRetrying(error) ? again : undefined,
})
