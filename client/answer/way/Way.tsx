/** The way of a person through one questionnaire: saved answers, notice, questions, sending, receipt. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { useSearch } from 'wouter'
import type { SentResponse } from '../../../surveys/answers/response.ts'
import { isShort } from '../../../surveys/questionnaire/door.ts'
import { CodeCard } from '../../code/CodeCard.tsx'
import { pathTo } from '../../code/picture.ts'
import * as api from '../../parts/api.ts'
import { languageNow } from '../../parts/comfort.ts'
import { toTitle } from '../../parts/focus/toTitle.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { Erase } from '../../parts/forms/Erase.tsx'
import { inLanguage } from '../../parts/inLanguage.ts'
import { Shell } from '../../parts/Shell.tsx'
import { HomeLink, Skeleton } from '../../parts/State.tsx'
import { InYourLanguage } from '../../words/InYourLanguage.tsx'
import { useLanguage, useSay } from '../../words/useSay.ts'
import { eraseCarried } from '../carry/erase.ts'
import { giveAgain, type AsLeft as Left, leftHere, type Touched } from '../device/as-left.ts'
import { type Begun, backFrom, channelIn, codeInAddress, firstStage, mended, type Stage } from '../device/begun.ts'
import { type Delivery, deliver, deliverWaiting, isOver, whenBack } from '../device/delivery.ts'
import { type Draft, drafts, receipts, type Waiting as Sent, waiting } from '../device/outbox.ts'
import { shownReceipt } from '../device/shown-receipt.ts'
import {
  answeredHere,
  forgetSent,
  holdAnswers,
  isSomebodyElse,
  noteSent,
  onNews,
  takeOver,
  wasJustSent,
} from '../device/tabs.ts'
import { holdQuestionnaire } from '../offline/held.ts'
import { installPages, sendWhenBack } from '../offline/offline.ts'
import { AsLeft, drawn } from '../session/AsLeft.tsx'
import { Contact } from './Contact.tsx'
import { Elsewhere } from './Elsewhere.tsx'
import { Invitation } from './Invitation.tsx'
import { whenIdle } from './idle.ts'
import { Notice } from './Notice.tsx'
import { Receipt } from './Receipt.tsx'
import { Refused } from './Refused.tsx'
import { SavedAnswers } from './SavedAnswers.tsx'
import { useInvitation } from './useInvitation.ts'
import { type Engine, useReady } from './useReady.ts'
import { openVisit } from './visit.ts'
import { Waiting } from './Waiting.tsx'

const engine = () => import('../screens/Questions.tsx')
const sentElsewhere = async (code: readonly string[]) => (await import('../carry/carried.ts')).isSent(code)

type Props = {
  begun: Begun
  startAgain: () => void
  /** The answers go on under another version. */
  moveTo: (begun: Begun) => void
}

export function Way({ begun, startAgain, moveTo }: Props) {
  const { questionnaire, draft: first, isCurrent, isMoved } = begun
  const [stage, setStage] = useState<Stage>(firstStage(begun))
  const [code, setCode] = useState<readonly string[]>(
    stage.at === 'waiting' ? stage.code : ((first ?? begun.receipt)?.code ?? []),
  )
  const unsent = stage.at === 'waiting' ? stage.aside.sheet : null
  const [response, setResponse] = useState<SentResponse | null>(unsent)
  const [delivery, setDelivery] = useState<Delivery | null>(
    unsent && { outcome: 'waiting', why: navigator.onLine ? 'busy' : 'cut', isSaved: true },
  )
  const [isSending, setIsSending] = useState(false)
  const [isHeld, setIsHeld] = useState(false)
  const [sendsClosed, setSendsClosed] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const [here, setHere] = useState<Engine | null>(null)
  /** Before the person's eyes until the questions are made. */
  const [left, setLeft] = useState<Left | null>(null)
  const touched = useRef<Touched>(null)
  const language = useLanguage()
  const say = useSay()
  const channel = channelIn(useSearch())
  const invitation = useInvitation(questionnaire, codeInAddress)

  // biome-ignore lint/correctness/useExhaustiveDependencies: what waited when the page was opened
  useEffect(() => {
    installPages()
    // sent from this page, so that it says when it has left
    if (unsent) void sendAgain()
    else void deliverWaiting()
  }, [])
  const isForAnother = stage.at === 'notice' && isSomebodyElse(questionnaire.slug)
  useEffect(() => {
    if (isForAnother) toTitle()
  }, [isForAnother])
  useSeen(stage.at === 'sent', questionnaire.slug)
  const isLeavingContact = stage.at === 'contact'
  useEffect(() => {
    if (!isLeavingContact) return
    const follow = () => setStage({ at: 'sent' })
    addEventListener('popstate', follow)
    return () => removeEventListener('popstate', follow)
  }, [isLeavingContact])
  /** A step of the browser's history: its back button comes back to the receipt. */
  const callMe = () => {
    history.pushState({}, '')
    setStage({ at: 'contact' })
  }
  const isWaiting = delivery?.outcome === 'waiting' && waitsAt.has(stage.at)
  // whoever answers here meanwhile, what waits of others leaves as soon as it can; where one's own waits, it goes first
  useEffect(() => {
    if (isWaiting) return
    return whenBack(() => void (isUnderWay.current || deliverWaiting()))
  }, [isWaiting])
  useEffect(() => {
    const { slug, version } = questionnaire
    if ((stage.at === 'sent' || isWaiting) && code.length > 0)
      shownReceipt.save(slug, { version, code: [...code], ...(isWaiting ? { waits: true } : {}) })
  }, [stage.at, isWaiting, questionnaire, code])
  const mine =
    stage.at === 'saved' || stage.at === 'questions'
      ? stage.draft.id
      : stage.at === 'elsewhere'
        ? stage.id
        : // what still waits is no more of whom this page is for
          isSomebodyElse(questionnaire.slug)
          ? null
          : (unsent?.id ?? null)
  /** Its words stand on this page while it waits: whichever tab it leaves from, they stay. */
  const hasShown = isWaiting && code.length > 0
  useEffect(
    () =>
      onNews(({ what, id }) => {
        if (what !== 'sent' || id !== mine) return
        setDelivery(null)
        setStage({ at: hasShown ? 'sent' : 'gone' })
      }),
    [mine, hasShown],
  )
  const answering = stage.at === 'questions' ? stage.draft.id : null
  useEffect(() => (answering === null ? undefined : holdAnswers(answering)), [answering])
  const isUnderWay = useRef(false)
  const isHere = stage.at === 'saved' || stage.at === 'questions' || stage.at === 'elsewhere'
  useEffect(() => {
    if (!isHere) return
    let isWanted = true
    // a copy was kept: by now it may have been sent from another device
    const look = async () => {
      const draft = document.visibilityState === 'visible' ? await drafts.of(questionnaire.slug) : undefined
      if (draft?.carried === undefined) return
      // nobody can tell without a network: the server decides when they are sent
      const wasSent = await sentElsewhere(draft.code).catch(() => false)
      // what leaves from here says itself that it has arrived
      if (!wasSent || isUnderWay.current || !isWanted) return
      noteSent(questionnaire.slug)
      setStage({ at: 'gone', isCarried: true })
      await drafts.drop(questionnaire.slug)
    }
    void look()
    document.addEventListener('visibilitychange', look)
    return () => {
      isWanted = false
      document.removeEventListener('visibilitychange', look)
    }
  }, [isHere, questionnaire.slug])
  const isAnswering = stage.at === 'questions'
  const isSaved = stage.at === 'saved'
  const bring = useCallback(() => engine().then(setHere, setFailure), [])
  useEffect(() => {
    if (left !== null) return
    // what does not come now is asked for again at the start
    const ahead = () => void engine().then(setHere, () => {})
    if (isSaved) return whenIdle(ahead)
    if (isAnswering) void bring()
    else ahead()
  }, [left, isSaved, isAnswering, bring])
  const wake = useCallback((meanwhile: Touched) => {
    touched.current = meanwhile
    setLeft(null)
  }, [])
  // behind what brings the live screen to its top
  useEffect(() => {
    if (left !== null || touched.current === null) return
    giveAgain(touched.current)
    touched.current = null
  }, [left])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another language of it is held already
  useEffect(() => {
    // what was held before is held
    if (here && isCurrent !== null) holdQuestionnaire(questionnaire, isCurrent)
  }, [here !== null, questionnaire.slug, questionnaire.version])
  const { ready, fresh, openBy } = useReady(here, stage, questionnaire, channel)
  const resume = async (draft: Draft) => {
    await takeOver(draft.id)
    const latest = await drafts.of(draft.questionnaire)
    // gone meanwhile: it was sent, or erased, from another tab
    if (latest === undefined && draft.savedAt > 0) return startAgain()
    const next = { ...(latest ?? draft), ...invitation.own }
    if (ready.current === null) setLeft(leftHere(next.left))
    setStage({ at: 'questions', draft: next })
  }
  const start = async (isByShort: boolean) => {
    if (language === 'fr-facile') void api.countUse('easy')
    // another tab has sent it since this page was opened
    if (wasJustSent(questionnaire.slug)) return setStage({ at: 'gone' })
    openBy(isByShort)
    const [questions, visit] = await Promise.all([engine(), openVisit(questionnaire.slug)])
    const own = {
      ...fresh(questions, isByShort),
      savedAt: Date.now(),
      ...invitation.own,
      ...(visit ? { visit } : {}),
    }
    const draft = await drafts.begin(own)
    const isNew = draft?.id === own.id
    // or while it was being opened
    if (draft === null || (isNew && wasJustSent(questionnaire.slug))) {
      if (isNew) await drafts.drop(questionnaire.slug)
      return setStage({ at: 'gone' })
    }
    if (isNew) setStage({ at: 'questions', draft })
    else await resume(draft)
  }
  /** Somebody else answers on the same device. */
  const another = () => {
    forgetSent(questionnaire.slug)
    shownReceipt.drop(questionnaire.slug)
    startAgain()
  }
  const goOnHere = async () => {
    const draft = await drafts.of(questionnaire.slug)
    if (draft) await resume(draft)
    else startAgain()
  }
  const leave = useCallback(() => {
    setStage((before) => (before.at === 'questions' ? { at: 'elsewhere', id: before.draft.id } : before))
  }, [])

  /** The trial ended while this person answered: their answers are put under the questionnaire that counts. */
  const carryOver = useCallback(
    async (aside: Sent | null) => {
      const draft = (await drafts.of(questionnaire.slug)) ?? (aside && backFrom(aside))
      if (!draft) return
      const asked = languageNow()
      const current = await api.questionnaire(questionnaire.slug, { language: asked })
      const { beginning } = await engine()
      const moved = {
        ...beginning(current, draft.channel, current.short !== undefined && isShort(draft.drawn)),
        data: draft.data,
        savedAt: Date.now(),
      }
      await drafts.save(moved)
      if (aside) await waiting.drop(aside.sheet.id)
      void eraseCarried(draft.carried).catch(() => {})
      setDelivery(null)
      moveTo({
        questionnaire: current,
        language: asked,
        isCurrent: true,
        draft: moved,
        isMoved: true,
        receipt: null,
        aside: null,
        isBrought: false,
      })
      setStage({ at: 'saved', draft: moved })
    },
    [questionnaire.slug, moveTo],
  )
  const send = useCallback(
    async (ready: SentResponse, words: readonly string[]) => {
      // a second touch before the screen was drawn again
      if (isUnderWay.current) return
      isUnderWay.current = true
      answeredHere(questionnaire.slug)
      setResponse(ready)
      setCode(words)
      setIsSending(true)
      const delivered = await deliver(ready, setIsHeld)
      isUnderWay.current = false
      setIsSending(false)
      if (delivered.outcome === 'refused') {
        if (delivered.refusal.code === 'trial-over')
          // what it is carried over to may not come: the answers wait here, and it is tried again
          return carryOver(delivered.aside).catch(() => setDelivery({ outcome: 'waiting', why: 'cut', isSaved: true }))
        if (isAboutCode(delivered.refusal.code))
          return setStage({ at: 'invitation', trouble: troubleIn(delivered.refusal.code), response: ready })
        if (isOver(delivered.refusal)) {
          const draft = await drafts.of(questionnaire.slug)
          await drafts.dropSent(ready)
          await waiting.drop(ready.id)
          return setStage({ at: 'gone', isCarried: draft?.id === ready.id && draft.carried !== undefined })
        }
        if (delivered.aside) {
          setDelivery(null)
          return setStage({ at: 'refused', aside: delivered.aside })
        }
        // where nothing could be saved, the answers are those of the response
        setStage((now) => (now.at === 'questions' ? { at: 'questions', draft: mended(now.draft, ready) } : now))
      }
      setDelivery(delivered)
      if (delivered.outcome === 'waiting' && delivered.isSaved) setSendsClosed(await sendWhenBack())
      if (delivered.outcome !== 'received') return
      setStage({ at: words.length > 0 ? 'sent' : 'gone' })
      void deliverWaiting()
    },
    [carryOver, questionnaire.slug],
  )
  /** Answers that were set aside come back to be mended. */
  const review = async (aside: Sent) => {
    const draft = backFrom(aside)
    if (draft === null || !(await waiting.giveBack(draft))) return startAgain()
    setStage({ at: 'questions', draft })
  }
  const sendAgain = useCallback(async () => {
    if (response) await send(response, code)
  }, [response, code, send])

  /** The code goes with the answers that waited for it, or with those to come. */
  const withCode = (given: string | undefined) => {
    invitation.give(given)
    if (stage.at !== 'invitation') return
    if (stage.response === null) return setStage({ at: 'notice' })
    const { invitation: _, ...bare } = stage.response
    void send(given === undefined ? bare : { ...bare, invitation: given }, code)
  }

  if (failure !== null) throw failure
  const frame = {
    title: inLanguage(questionnaire.title, language),
    isTrial: questionnaire.trial,
    isDemo: questionnaire.demo,
  }
  if (isWaiting)
    return (
      <Shell {...frame}>
        <Waiting
          delivery={delivery}
          sendsClosed={sendsClosed}
          isSending={isSending}
          hasWords={code.length > 0}
          again={sendAgain}
        >
          {code.length > 0 && <CodeCard code={code} freezesAt={questionnaire.freezesAt} name={frame.title} stays />}
          {delivery.isSaved && (
            <div className="actions no-print">
              <HomeLink kind="quiet" />
              {code.length > 0 ? (
                <Erase
                  label={say('tabs.another')}
                  kind="quiet"
                  ask={{ really: say('tabs.anotherReally'), yes: say('tabs.anotherYes') }}
                  erase={another}
                />
              ) : (
                <Button kind="quiet" onClick={another}>
                  {say('tabs.another')}
                </Button>
              )}
            </div>
          )}
        </Waiting>
      </Shell>
    )
  if (stage.at === 'questions' && left !== null)
    return (
      <Shell {...frame} step={left.step} isCompact under={drawn(left.progress)}>
        <AsLeft left={left} wake={bring} over={wake} />
      </Shell>
    )
  if (stage.at === 'questions' && here === null)
    return (
      <Shell {...frame}>
        <Skeleton />
      </Shell>
    )
  if (stage.at === 'questions' && here !== null)
    return (
      <here.Questions
        questionnaire={questionnaire}
        draft={stage.draft}
        ready={ready}
        channel={channel}
        frame={frame}
        isSending={isSending}
        isHeld={isHeld}
        refusal={delivery?.outcome === 'refused' ? delivery.refusal : null}
        send={send}
        leave={leave}
      />
    )
  return (
    // the words shown on this page are not asked for on the next one
    <Shell {...frame} ownAt={stage.at === 'sent' ? pathTo(code) : undefined}>
      {stage.at === 'sent' && (
        <Receipt
          questionnaire={questionnaire}
          code={code}
          callMe={questionnaire.audience === 'young-11-15' ? null : callMe}
          another={another}
        />
      )}
      {stage.at === 'contact' && <Contact leave={() => history.back()} />}
      {stage.at === 'gone' && <Elsewhere here={null} isCarried={stage.isCarried} another={another} />}
      {stage.at === 'refused' && (
        <Refused
          aside={stage.aside}
          definition={questionnaire.definition}
          isSending={isSending}
          review={() => void review(stage.aside)}
          again={() => void send(stage.aside.sheet, stage.aside.draft?.code ?? [])}
          erase={async () => {
            await waiting.drop(stage.aside.sheet.id)
            void eraseCarried(stage.aside.draft?.carried).catch(() => {})
            startAgain()
          }}
        />
      )}
      {stage.at === 'elsewhere' && <Elsewhere here={() => void goOnHere()} />}
      {stage.at === 'saved' && (
        <SavedAnswers
          draft={stage.draft}
          name={frame.title}
          isMoved={isMoved}
          resume={() => void resume(stage.draft)}
          erase={async () => {
            await drafts.drop(questionnaire.slug)
            startAgain()
          }}
        />
      )}
      {(stage.at === 'invitation' || (stage.at === 'notice' && invitation.isAsked)) && (
        <Invitation
          slug={questionnaire.slug}
          trouble={stage.at === 'invitation' ? stage.trouble : invitation.trouble}
          isOptional={questionnaire.invitation === 'optional'}
          isAfter={stage.at === 'invitation' && stage.response !== null}
          go={(given) => withCode(given)}
          without={() => withCode(undefined)}
        />
      )}
      {stage.at === 'notice' && !invitation.isAsked && (
        <>
          <InYourLanguage />
          <Notice questionnaire={questionnaire} start={(isByShort) => void start(isByShort).catch(setFailure)} />
          {invitation.mayGive && (
            <Button kind="quiet" onClick={invitation.ask}>
              {say('invitation.have')}
            </Button>
          )}
        </>
      )}
    </Shell>
  )
}

/** Where what does not leave is before the person's eyes. */
const waitsAt: ReadonlySet<Stage['at']> = new Set(['questions', 'refused', 'invitation', 'waiting'])

const isAboutCode = (refusal: string) => refusal.startsWith('code-')
const troubleIn = (refusal: string) =>
  refusal === 'code-spent'
    ? 'spent'
    : refusal === 'code-unknown'
      ? 'unknown'
      : refusal === 'code-misspelt'
        ? 'misspelt'
        : null

/** The code stays on the device until its receipt has been before somebody's eyes. */
function useSeen(isShown: boolean, slug: string) {
  useEffect(() => {
    if (!isShown) return
    const look = () => {
      if (document.visibilityState === 'visible') void receipts.drop(slug)
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [isShown, slug])
}
