/** The way of a person through one questionnaire: notice, questions, sending, receipt. */
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { useSearch } from 'wouter'
import type { PublishedQuestionnaire } from '../../api/wire.ts'
import type { Sheet } from '../../surveys/response.ts'
import * as api from '../api.ts'
import { CodeCard } from '../code/CodeCard.tsx'
import { type Delivery, deliver, deliverWaiting } from '../delivery.ts'
import { type Draft, drafts, waiting } from '../outbox.ts'
import { useComfort } from '../parts/comfort.ts'
import { inLanguage, readIn } from '../parts/inLanguage.ts'
import { Shell } from '../parts/Shell.tsx'
import { Skeleton, State, stateOf } from '../parts/State.tsx'
import { useLoaded } from '../parts/useLoaded.ts'
import { Addressed, Spoken, useLanguage } from '../words/useSay.ts'
import { Contact } from './Contact.tsx'
import { Elsewhere } from './Elsewhere.tsx'
import { Kept } from './Kept.tsx'
import { Notice } from './Notice.tsx'
import { Receipt } from './Receipt.tsx'
import { forgetSent, onNews, takeOver, wasJustSent } from './tabs.ts'
import { Waiting } from './Waiting.tsx'
import './answer.css'

const engine = () => import('./Questions.tsx')
const Questions = lazy(async () => ({ default: (await engine()).Questions }))

type Stage =
  | { at: 'kept'; draft: Draft }
  | { at: 'notice' }
  | { at: 'questions'; draft: Draft }
  /** Another tab goes on with these answers. */
  | { at: 'elsewhere'; id: string }
  /** They have left from another tab. */
  | { at: 'gone' }
  | { at: 'sent' }
  | { at: 'contact' }

type Begun = {
  questionnaire: PublishedQuestionnaire
  draft: Draft | null
  /** The draft was begun in a trial now over: its answers go on under the questionnaire that counts. */
  isMoved: boolean
  /** This very draft left a moment ago: a page reloaded while it was sending. */
  hasLeft: boolean
}

async function begun(slug: string): Promise<Begun> {
  const draft = (await drafts.of(slug)) ?? null
  const isSending = draft !== null && (await waiting.all()).some(({ id }) => id === draft.id)
  if (isSending) await deliverWaiting()
  const hasLeft = isSending && (await drafts.of(slug)) === undefined
  // An answer begun under an older version goes on under that version.
  const questionnaire = await api.questionnaire(slug, draft?.version)
  return { questionnaire, draft, isMoved: false, hasLeft }
}

export function Answer({ slug }: { slug: string }) {
  const ask = useCallback(() => begun(slug), [slug])
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
  // Whoever had begun before the closing minute may still finish: the server decides.
  const isClosed = questionnaire.status === 'closed' && draft === null
  return (
    <Addressed value={questionnaire.audience.startsWith('young') ? 'tu' : 'vous'}>
      {isClosed ? (
        <Shell>
          <State name="closed" />
        </Shell>
      ) : (
        <Spoken value={readIn(questionnaire.title, language)}>
          <Way begun={loaded.value} startAgain={again} />
        </Spoken>
      )}
    </Addressed>
  )
}

function Way({ begun, startAgain }: { begun: Begun; startAgain: () => void }) {
  const [{ questionnaire, draft: first, isMoved }, setBegun] = useState(begun)
  const [stage, setStage] = useState<Stage>(firstStage(begun))
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const [code, setCode] = useState<readonly string[]>(first?.code ?? [])
  const [delivery, setDelivery] = useState<Delivery | null>(null)
  const [isSending, setIsSending] = useState(false)
  const language = useLanguage()
  const channel = channelIn(useSearch())

  useEffect(() => {
    void deliverWaiting()
  }, [])
  const mine =
    stage.at === 'kept' || stage.at === 'questions' ? stage.draft.id : stage.at === 'elsewhere' ? stage.id : null
  useEffect(
    () =>
      onNews(({ what, id }) => {
        if (what === 'sent' && id === mine) setStage({ at: 'gone' })
      }),
    [mine],
  )
  const prepare = useCallback(() => void engine(), [])
  const resume = async (draft: Draft) => {
    await takeOver(draft.id)
    const latest = await drafts.of(draft.questionnaire)
    // gone meanwhile: it was sent, or erased, from another tab
    if (latest === undefined && draft.savedAt > 0) return startAgain()
    setStage({ at: 'questions', draft: latest ?? draft })
  }
  const start = async () => {
    // another tab has sent it since this page was opened
    if (wasJustSent(questionnaire.slug)) return setStage({ at: 'gone' })
    const { beginning } = await engine()
    const own = beginning(questionnaire, channel)
    const draft = await drafts.begin(own)
    if (draft.id === own.id) setStage({ at: 'questions', draft })
    else await resume(draft)
  }
  const here = async () => {
    const draft = await drafts.of(questionnaire.slug)
    if (draft) await resume(draft)
    else startAgain()
  }
  const leave = useCallback(() => {
    setStage((before) => (before.at === 'questions' ? { at: 'elsewhere', id: before.draft.id } : before))
  }, [])

  /** The trial ended while this person answered: their answers are put under the questionnaire that counts. */
  const carryOver = useCallback(async () => {
    const draft = await drafts.of(questionnaire.slug)
    if (!draft) return
    const current = await api.questionnaire(questionnaire.slug)
    const { beginning } = await engine()
    const moved = { ...beginning(current, draft.channel), data: draft.data, savedAt: Date.now() }
    await drafts.keep(moved)
    setDelivery(null)
    setBegun({ questionnaire: current, draft: moved, isMoved: true, hasLeft: false })
    setStage({ at: 'kept', draft: moved })
  }, [questionnaire])
  const isUnderWay = useRef(false)
  const send = useCallback(
    async (ready: Sheet, words: readonly string[]) => {
      // a second touch before the screen was drawn again
      if (isUnderWay.current) return
      isUnderWay.current = true
      setSheet(ready)
      setCode(words)
      setIsSending(true)
      const told = await deliver(ready)
      isUnderWay.current = false
      setIsSending(false)
      if (told.outcome === 'refused' && told.refusal.code === 'trial-over') return carryOver()
      if (told.outcome === 'refused' && told.refusal.code === 'response-differs') {
        await drafts.dropSent(ready)
        return setStage({ at: 'gone' })
      }
      setDelivery(told)
      if (told.outcome === 'received') setStage({ at: 'sent' })
    },
    [carryOver],
  )
  const sendAgain = useCallback(() => void (sheet && send(sheet, code)), [sheet, code, send])

  const frame = {
    title: inLanguage(questionnaire.title, language),
    isTrial: questionnaire.trial,
    isDemo: questionnaire.demo,
  }
  if (delivery?.outcome === 'waiting' && stage.at === 'questions')
    return (
      <Shell {...frame}>
        <Waiting delivery={delivery} isSending={isSending} again={sendAgain}>
          <CodeCard code={code} freezesAt={questionnaire.freezesAt} />
        </Waiting>
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
          leave={leave}
        />
      </Suspense>
    )
  return (
    <Shell {...frame}>
      {stage.at === 'sent' && (
        <Receipt
          questionnaire={questionnaire}
          code={code}
          callMe={questionnaire.audience === 'young-11-15' ? null : () => setStage({ at: 'contact' })}
        />
      )}
      {stage.at === 'contact' && <Contact leave={() => setStage({ at: 'sent' })} />}
      {stage.at === 'gone' && (
        <Elsewhere
          here={null}
          another={() => {
            forgetSent(questionnaire.slug)
            startAgain()
          }}
        />
      )}
      {stage.at === 'elsewhere' && <Elsewhere here={() => void here()} />}
      {stage.at === 'kept' && (
        <Kept
          draft={stage.draft}
          isMoved={isMoved}
          resume={() => void resume(stage.draft)}
          erase={async () => {
            await drafts.drop(questionnaire.slug)
            startAgain()
          }}
        />
      )}
      {stage.at === 'notice' && <Notice questionnaire={questionnaire} prepare={prepare} start={() => void start()} />}
    </Shell>
  )
}

function firstStage({ questionnaire, draft, hasLeft }: Begun): Stage {
  if (draft === null) return { at: wasJustSent(questionnaire.slug) ? 'gone' : 'notice' }
  return hasLeft ? { at: 'sent' } : { at: 'kept', draft }
}

/** `?canal=affiche&zone=nord` → `affiche--nord`: where the link was found, never who follows it. */
function channelIn(search: string): string {
  const asked = new URLSearchParams(search)
  const plain = (name: string) =>
    asked
      .get(name)
      ?.toLowerCase()
      .replace(/[^a-z0-9-]/g, '')
      .slice(0, 19) ?? ''
  return [plain('canal'), plain('zone')].join('--').replace(/^--$|--$/, '')
}
