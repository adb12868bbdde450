/** The questions, screen by screen. Loaded with the survey engine while the notice is read. */
import {
  type KeyboardEvent,
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'react'
import type { Question } from 'survey-core'
import type { PublishedQuestionnaire } from '../../../api/wire/public.ts'
import type { SentResponse } from '../../../surveys/answers/response.ts'
import { shortDayText } from '../../../surveys/days.ts'
import { isShort } from '../../../surveys/questionnaire/door.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { shortFormOf } from '../../../surveys/questionnaire/short-form.ts'
import { childMinutes } from '../../../surveys/review/burden.ts'
import { prepareSquare } from '../../code/picture.ts'
import type { Refusal } from '../../parts/api.ts'
import { Shell } from '../../parts/Shell.tsx'
import { Skeleton } from '../../parts/State.tsx'
import { useIsShared } from '../../parts/shared.ts'
import { useLanguage, useSay } from '../../words/useSay.ts'
import { comeTo, comeToProblems, comeToScreen, isTitleSeen } from '../asking/come-to.ts'
import { isAnswered, isGiven, mayBePassed, titleSaid, type Unit, unitsOf } from '../asking/units.ts'
import { useLostFocus } from '../asking/useLostFocus.ts'
import { useOneByOne } from '../asking/useOneByOne.ts'
import { useUnseen } from '../asking/useUnseen.ts'
import { anotherOf, Cards } from '../children/Cards.tsx'
import { isOfChild } from '../children/child.ts'
import { childName } from '../children/childTitle.ts'
import { useChildren } from '../children/useChildren.tsx'
import { asLeft } from '../device/as-left.ts'
import type { Changed } from '../device/correction.ts'
import type { Draft } from '../device/outbox.ts'
import { useSaving } from '../device/useSaving.ts'
import { useTakenOver } from '../device/useTakenOver.ts'
import { WithPictures } from '../pictograms/Pictures.tsx'
import { Noted } from '../question/NoName.tsx'
import { begin, beginning, goingOn, prepare, type Ready } from '../session/begin.ts'
import { responseOf } from '../session/response.ts'
import { useOpened } from '../session/useOpened.ts'
import { End, endTitle } from '../way/End.tsx'
import { useCapacity } from '../way/useCapacity.ts'
import { useSteps } from '../way/useSteps.ts'
import { GoesOn } from './GoesOn.tsx'
import { Navigation } from './Navigation.tsx'
import { ProblemSummary } from './ProblemSummary.tsx'
import { ProgressBar, useOnward, useStepWords } from './ProgressBar.tsx'
import { plain } from './plain.ts'
import { problemOf, problemsOf } from './problems.ts'
import { progressIn } from './progress.ts'
import { isLeftBlank, ReviewList } from './ReviewList.tsx'
import { ScreenOf } from './ScreenOf.tsx'
import { namedOn, placeOf, questionsOf, type Screen, screensOf, shownOn } from './screens.ts'
import { sendingLabel } from './sending-label.ts'
import { onUnfinished, unfinished } from './unfinished.ts'
import { useBlanks } from './useBlanks.ts'
import { useDetour } from './useDetour.ts'
import { isOneTouch, onlyOneTouch, useGoingOn, useJustCome, useSwap } from './useGoingOn.ts'
import { useModel } from './useModel.ts'
import { orderOf, useRest } from './useRest.ts'
import { useScreenKey } from './useScreenKey.ts'
import '../question/questions.css'
import '../asking/quiet.css'
import '../week/week.css'

// one file begins them and draws them: « Je commence » asks for no other
export { beginning, prepare }

type Props = {
  questionnaire: PublishedQuestionnaire
  /** Answers to go on with; null starts anew. */
  draft: Draft | null
  /** Made while what comes before was read. */
  ready?: { current: Ready | null }
  channel: string
  frame: { title: string; isTrial: boolean; isDemo: boolean }
  isSending: boolean
  /** This device holds the answers while they are on their way. */
  isHeld?: boolean
  refusal: Refusal | null
  /** ISO day of the response that is corrected: the device saves nothing, and the words stay those it has. */
  corrects?: string
  /** It was changed before this page was read again. */
  isChanged?: boolean
  /** Holds what is changed, as it is changed. */
  keep?: (changed: Changed) => void
  /** Nothing is corrected: the person goes back to where their answers are read. */
  giveUp?: () => void
  /** Where there is no draft: by which door. */
  isShort?: boolean
  /** Where there is no draft: the screen to begin with, by its key or a question on it; else the first. */
  screen?: string
  send: (response: SentResponse, code: readonly string[]) => void
  /** Another tab goes on with these answers, once they are written down here. */
  leave?: () => void
}

const end = 'end'
/** Behind the key of the screen from which the answers go elsewhere. */
const carrying = '?carry'
const carryPage = () => import('../carry/Carry.tsx')
const Carry = lazy(async () => ({ default: (await carryPage()).Carry }))

export function Questions(props: Props) {
  const {
    questionnaire: published,
    draft,
    ready,
    channel,
    frame,
    isSending,
    isHeld = false,
    refusal,
    corrects,
    isChanged = false,
    keep,
    giveUp,
    isShort: isShortChosen = false,
    screen: firstScreen = '',
    send,
    leave,
  } = props
  const say = useSay()
  const language = useLanguage()
  const isCorrection = corrects !== undefined
  const whole = useMemo<Questionnaire>(() => ({ ...published, parameters: [], indicators: [] }), [published])
  const first = () => beginning(whole, channel, isShortChosen)
  const { begun, model, session, carried, setCarried, reopen } = useOpened(whole, draft, first, language, ready)
  const [shown, setKey] = useScreenKey(draft?.screen ?? firstScreen)
  const isCarrying = shown.endsWith(carrying)
  const key = isCarrying ? shown.slice(0, -carrying.length) : shown
  const detour = useDetour(key)
  const { capacity, ahead } = useCapacity(shown, detour.list !== null)
  const [problems, setProblems] = useState(new Map<string, string>())
  /** How often problems were announced. */
  const [announced, setAnnounced] = useState(0)
  const top = useRef<HTMLHeadingElement>(null)
  useLostFocus(top)
  const summary = useRef<HTMLDivElement>(null)
  /** What was shown before. */
  const from = useRef('')
  /** Ids of what the screen asked as it came. */
  const came = useRef<ReadonlySet<string>>(new Set())

  const isEasy = language === 'fr-facile'
  const { restLast } = useMemo(() => orderOf(published.definition), [published.definition])
  const screensIn = (held: typeof capacity) => {
    const all = screensOf(model, held)
    return begun.goesOn ? restLast(all) : all
  }
  const screensNow = () => screensIn(capacity)
  const screens = screensNow()
  const at = key === end ? screens.length : placeOf(screens, key)
  const screen = screens[at]
  const questions = screen ? questionsOf(screen.pieces) : []
  /** Laid out anew, it begins with questions of the screens before this one. */
  const due = screen && namedOn(screen, key)

  const isByShort = isShort(begun.drawn)
  const { position, perChild } = useMemo(() => {
    const short = isByShort && shortFormOf(whole)
    // as its door announced
    const asked = short ? { ...short, minutes: published.short ?? 0 } : whole
    return { position: progressIn(asked), perChild: childMinutes(asked) }
  }, [isByShort, whole, published.short])
  const units = screen ? unitsOf(shownOn(screen.pieces), isEasy) : []
  const asking = useOneByOne(units, isEasy && detour.list === null, key)
  const { newest } = asking
  // who changes one answer of a list stands where the list does
  const stands = detour.list === null ? at : detour.list === end ? screens.length : placeOf(screens, detour.list)
  const progress = useOnward(
    position,
    stands,
    screens[stands]?.key,
    position(screens, stands, detour.passed(screens, stands)),
  )
  const child = screen?.child ? childName(screen.child.group, screen.child.index) : null
  const steps = useStepWords(progress, child)
  /** The list of answers: what counts the children asks nothing of its own, and is the way to another child. */
  const listed = isCorrection ? screens : screens.filter(({ cards }) => !cards)
  const withBlanks = listed.filter((one) => blanksOf(one).length > 0)
  /** From the list, questions without an answer are gone to one after the other. */
  const [isFilling, setFilling] = useState(false)
  const toFill = isFilling && detour.list === end ? screens.slice(at).filter((one) => blanksOf(one).length > 0) : []
  const left = toFill.flatMap(blanksOf).length
  const stepWords = isCorrection
    ? say('own.mark', { date: shortDayText(corrects, language) })
    : left > 0
      ? say('answer.end.left', { count: left })
      : steps
  /** Screen on which a name in a text was pointed out. */
  const [noted, setNoted] = useState<string | null>(null)
  /** How often « Suivant » has led to something on the screen. */
  const [led, setLed] = useState(0)
  const [, redraw] = useReducer((turn: number) => turn + 1, 0)
  /** What was last changed from a list of answers, its screen, and the screen of that list. */
  const [changed, setChanged] = useState<Change | null>(null)

  const blanks = useBlanks(detour, screen, units)
  /** The question to come to on it, from that list. */
  const wanted = useRef<Question>(null)

  const isShared = useIsShared()
  // browsers encrypt on https and on the machine itself only
  const mayCarry = leave !== undefined && !isShared && isSecureContext
  const visit = { slug: published.slug, version: published.version, isNew: draft?.screen === '', isByShort }
  const reportTime = useSteps(visit, screen?.page.name ?? null, !isCorrection && !isShared && !begun.goesOn)
  const { save, flush, stop, again } = useSaving(session, !isCorrection && !isShared, () => ({
    data: model.data,
    // who was changing one answer of a list comes back to the list
    screen: detour.list ?? key,
    left: detour.list === null && problems.size === 0 ? asLeft(key) : undefined,
  }))
  const follow = useCallback(() => {
    save()
    const { drawn, goesOn } = begun
    keep?.(plain({ data: model.data, drawn, ...(goesOn ? { goesOn } : {}) }))
    // A problem leaves as soon as the answer mends it; no new one shows before « Suivant », but of letters for figures.
    setProblems((before) => {
      if (before.size === 0) return before
      const all = model.getAllQuestions(true, false, true)
      const still = [...before].filter(([id]) => all.some((question) => question.id === id && problemOf(question, say)))
      return still.length === before.size ? before : new Map(still)
    })
  }, [save, keep, begun, model, say])
  useModel(model, follow)
  useEffect(() => onUnfinished(redraw), [])
  useEffect(() => {
    if (isShared) return () => model.clear(true, true)
  }, [isShared, model])

  useEffect(() => {
    if (refusal) again()
  }, [refusal, again])
  useTakenOver(session.id, { flush, stop }, leave)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new screen is read from its top, from its first picture on
  useLayoutEffect(() => {
    came.current = new Set(units.map(({ id }) => id))
    comeToScreen(top.current, at === 0)
    // back in the list, at the line that was changed
    if (changed?.list === key) lineOf(changed)?.focus()
    // gone on with: what is due now stands below what was answered
    const asked = wanted.current ?? due ?? (newest && !asking.isAtNewest ? newest.question : undefined)
    const unit = units.find(({ question }) => question === asked)
    wanted.current = null
    if (unit) {
      if (unit.question !== questions[0]) comeTo(unit, 'focus', 'start')
    } else blanks.comeToNext(questions[0])
    // who looked at « Continuer plus tard » is back where they were
    if (from.current === `${key}${carrying}`) document.querySelector<HTMLElement>('.question-carry')?.focus()
    from.current = shown
  }, [shown, carried])
  // biome-ignore lint/correctness/useExhaustiveDependencies: laid out anew, where nobody had begun
  useLayoutEffect(() => {
    const unit = units.find(({ question }) => question === due)
    if (unit) comeTo(unit, 'focus', 'start')
  }, [capacity])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each screen, once it is drawn
  useEffect(() => {
    // a screen left is saved at once, and so is a copy stored elsewhere: nobody waits before reloading
    void flush()
    // after the first question, which comes sooner without it
    if (at > 0 && !isShared) prepareSquare()
    // it is wanted above all where the network goes
    if (at > 0 && mayCarry) void carryPage().catch(() => {})
  }, [shown, carried])
  // after the screen was brought to its top
  const unseen = useUnseen(asking.shown)
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once; who mends one of them stays in the answer
  useEffect(() => {
    if (problems.size > 0) comeToProblems(summary.current)
  }, [announced])
  const announce = (found: typeof problems) => {
    setProblems(found)
    setAnnounced((times) => times + 1)
  }

  const goTo = (next: string) => {
    setProblems(new Map())
    setKey(next)
  }
  const next = (isPressed = false) => {
    const found = problemsOf(questions, say)
    announce(found)
    // the screen may stay: who pressed need not wait for the answers to be held
    if (isPressed) void flush()
    if (found.size > 0) return
    if (isPressed && !detour.isUnderWay && unseen.show()) return setLed(led + 1)
    // further down on this screen
    if (blanks.comeToNext()) return setLed(led + 1)
    goTo(detour.after(screensNow(), at) ?? end)
  }
  /** What looks like a name is come to once, before the screen is left; the person decides. */
  const isHeldByNote = () => {
    const note = document.querySelector<HTMLElement>('.questions .no-name [data-unsaid]')
    if (!note || noted === key) return false
    setNoted(key)
    note.tabIndex = -1
    note.focus({ preventScroll: true })
    note.scrollIntoView({ block: 'center' })
    return true
  }
  const isBelow = newest !== undefined && !unseen.isSeen(newest)
  /** Who types an answer has the next question below it, and is not there yet. */
  const isAhead = isBelow || (newest !== undefined && !asking.isAtNewest)
  const asks = units.filter(({ question }) => question.hasInput)
  const { isSwapped, note: noteSwap } = useSwap(isBelow)
  const mayPass = newest ? !isAhead && mayBePassed(newest) : asks.length > 0 && asks.every(mayBePassed)
  /** What was given above the question that came is told before anything else is asked. */
  const isWrongAbove = () => {
    const above = asks.slice(0, asks.indexOf(newest!)).map(({ question }) => question)
    // of a grid, the lines below are not asked yet
    const isDone = (one: Question) => one !== newest?.question || unfinished(one) !== undefined
    const found = problemsOf([...new Set(above)].filter(isDone), say)
    if (found.size > 0) announce(found)
    return found.size > 0
  }
  const skip = (click: { detail: number }) => {
    if (isTooSoon() || isSwapped(click) || (newest && isWrongAbove())) return
    if (!asking.pass()) next()
  }
  /** « Suivant », or Enter, which leaves nothing blank: the question that came below, or the next screen. */
  const goOn = () => {
    if (isHeldByNote()) return
    if (newest === undefined) return next(true)
    if (isWrongAbove()) return
    if (isBelow && asking.isAtNewest && isTitleSeen(newest)) return unseen.showAnswers(newest)
    if (isAhead || mayPass) {
      noteSwap()
      return asking.come('focus')
    }
    announce(problemsOf([newest.question], say))
  }
  /** Of the screen before this one, as the device is held by now. */
  const keyBefore = () => {
    const all = screensIn(ahead())
    const here = screen ? placeOf(all, screen.key) : all.length
    const isLower = screen && all[here] && namedOn(all[here], screen.key)
    return all[Math.max(0, isLower ? here : here - 1)]!.key
  }
  const back = () => {
    if (screen && due) return goTo(screen.key)
    const isFirst = screen?.child != null && !isOfChild(screen.child, screens[at - 1])
    goTo(detour.leave(isFirst) ?? keyBefore())
  }
  /** One answer of the list on this screen is changed, and the person comes back to it. */
  const change = (target: string, question: Question | null) => {
    const list = screen?.key ?? end
    wanted.current = question
    detour.change(list, screensNow())
    setChanged({ list, target, name: question?.name })
    setFilling(false)
    goTo(target)
  }
  const mayGoOn = questions.some(isOneTouch)
  /** The answers of this screen have brought it: what was there has been looked at already by whoever comes back to one answer. */
  const isNew = ({ id }: Unit) => !came.current.has(id)
  const { handlers, isTooSoon } = useGoingOn(`${key} ${led}`, () => {
    const isLeft = (unit: Unit) => asking.isOn && newest === undefined && mayBePassed(unit)
    const isWhole = asks.some(isAnswered) && asks.every((unit) => isGiven(unit.question) || isLeft(unit))
    if (isWhole && isHeldByNote()) return false
    if (isWhole) next()
    else if (newest === undefined) showNextBlank(detour.list === null && !isCorrection ? asks : asks.filter(isNew))
    return isWhole || (!asking.above?.question.isOtherSelected && asking.come('stays'))
  })
  const [atFirst] = useState(() => JSON.stringify(model.data))
  const isAsSent = isCorrection && !isChanged && JSON.stringify(model.data) === atFirst
  const isJustCome = useJustCome(screen === undefined && !isCarrying)
  const rest = useRest(
    isByShort && screen === undefined,
    whole,
    () => begin(whole, { ...goingOn({ ...session, data: plain(model.data) }), screen: '', savedAt: 0 }, language, true),
    (opened) => screensOf(opened, capacity),
  )
  const answerBlank = () => {
    blanks.restart()
    // from one to the next, then back to the list: what is left blank again bars the way to none
    detour.change(
      end,
      screensNow().filter((one) => blanksOf(one).length === 0),
    )
    setChanged(null)
    setFilling(true)
    goTo(withBlanks[0]!.key)
  }
  const finish = () => {
    const sent = responseOf(whole, model, session, language)
    if ('response' in sent) {
      stop()
      reportTime()
      return send(sent.response, session.code)
    }
    const blamed = screens.find((one) => isAbout(one, sent.blamed))
    if (blamed) goTo(blamed.key)
    announce(new Map([['', say('why.answers')]]))
  }
  const children = useChildren({ detour, shown: screen?.key, screensNow, goTo, change })
  const { sibling, ownAnswers } = children
  const isNothing = !isCorrection && screens.every(({ pieces }) => questionsOf(pieces).every((one) => one.isEmpty()))
  const asked = screen?.cards
    ? screen.cards.canAddPanel
      ? say(anotherOf(screen.cards))
      : screen.page.locTitle.textOrHtml
    : units.length > 0 && titleSaid(newest ?? units[0]!)
  if (isCarrying)
    return (
      <Shell {...frame} isCompact>
        <Suspense fallback={<Skeleton />}>
          <Carry
            draft={{ ...session, data: plain(model.data), screen: key, savedAt: Date.now() }}
            note={setCarried}
            leave={() => history.back()}
          />
        </Suspense>
      </Shell>
    )
  const heading = asked || say(endTitle({ isNothing, isAsSent, isShort: rest !== null && !isCorrection }))

  return (
    <Shell
      {...frame}
      step={key}
      title={`${problems.size > 0 ? `${say('errors.prefix')} ` : ''}${heading} · ${stepWords} · ${frame.title}`}
      isCompact
      under={<ProgressBar progress={isCorrection ? null : progress} words={stepWords} />}
    >
      <form
        noValidate
        autoComplete="off"
        className="questions"
        {...handlers}
        onKeyDown={tickOnEnter}
        onSubmit={(event) => {
          event.preventDefault()
          if (isJustCome || isTooSoon(screen?.cards?.canAddPanel)) return
          if (screen) goOn()
          else if (isNothing) goTo(screens[0]!.key)
          else finish()
        }}
      >
        {problems.size > 0 && <ProblemSummary ref={summary} problems={problems} questions={questions} />}
        {screen === undefined ? (
          <End
            ref={top}
            definition={published.definition}
            refusal={refusal}
            title={heading}
            isCorrection={isCorrection}
            isAsSent={isAsSent}
            isNothing={isNothing}
            isSending={isSending}
            isHeld={isHeld}
            rest={
              rest && {
                minutes: rest.minutes,
                goOn: () => {
                  reopen(rest.opened)
                  goTo(rest.first)
                },
              }
            }
            isOpen={changed?.list === end}
            blank={{ count: withBlanks.flatMap(blanksOf).length, answer: answerBlank }}
          >
            <ReviewList isGrouped screens={listed} open={change} />
          </End>
        ) : screen.cards ? (
          <Cards
            ref={top}
            group={screen.cards}
            page={screen.page}
            minutes={perChild}
            open={(index) => {
              blanks.restart()
              children.open(screen.cards!, index)
            }}
          />
        ) : (
          <WithPictures isWanted={isEasy || isShared || published.audience === 'young-11-15'}>
            <Noted value={noted === key}>
              <ScreenOf {...{ screen, asking, problems, sibling, ownAnswers }} ref={top} whole={frame.title} />
            </Noted>
          </WithPictures>
        )}
        <p role="status" className="visually-hidden">
          {asking.coming && say('answer.coming', { title: titleSaid(asking.coming) })}
        </p>
        <div className="question-asides no-print">
          {mayGoOn && <GoesOn only={onlyOneTouch(questions)} />}
          {mayCarry && (
            <button type="button" className="question-carry" onClick={() => goTo(`${key}${carrying}`)}>
              {say('answer.carry')}
            </button>
          )}
        </div>
        <Navigation
          back={(at === 0 && !due) || (giveUp && screen === undefined) ? null : back}
          giveUp={giveUp && screen === undefined ? giveUp : null}
          isChanged={isCorrection && !isAsSent}
          skip={mayPass ? skip : null}
          label={
            screen?.cards?.canAddPanel || (newest && mayPass) || (screen === undefined && isAsSent)
              ? null
              : screen
                ? say(detour.isUnderWay && toFill.every((one) => one === screen) ? 'answer.resume' : 'answer.next')
                : sendingLabel(say, { isNothing, isSending, isCorrection })
          }
          isBusy={isSending}
          isDeaf={isJustCome}
        />
      </form>
    </Shell>
  )
}

type Change = { list: string; target: string; name: string | undefined }

/** Its line in the list; what counts the children has one a screen. */
const lineOf = ({ target, name }: Change) =>
  document.querySelector<HTMLElement>(
    `[data-screen="${CSS.escape(target)}"]${name === undefined ? '' : `[data-of="${CSS.escape(name)}"]`} button`,
  )

const blanksOf = ({ pieces }: Screen) => questionsOf(pieces).filter(isLeftBlank)

/** What is asked under a choice just given comes into sight; what stands above was left on purpose. */
function showNextBlank(asks: readonly Unit[]) {
  const next = asks[asks.findLastIndex(({ question }) => !question.isEmpty()) + 1]
  if (next !== undefined && next !== asks[0]) comeTo(next, 'stays')
}

/** Enter on a choice ticks it: it does not leave the question unanswered. */
function tickOnEnter(event: KeyboardEvent<HTMLFormElement>) {
  const { target } = event
  if (event.key !== 'Enter' || !(target instanceof HTMLInputElement) || !/^(radio|checkbox)$/.test(target.type)) return
  event.preventDefault()
  target.click()
}

/** A repeated panel is blamed by its own name, wherever its screens begin. */
const isAbout = ({ child, pieces }: Screen, name: string) =>
  (child?.group.name ?? pieces[0]?.name) === name || shownOn(pieces).some((question) => question.name === name)
