/** The questions, screen by screen. Loaded with the survey engine while the notice is read. */
import { type KeyboardEvent, lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { QuestionMatrixModel, QuestionPanelDynamicModel } from 'survey-core'
import type { PublishedQuestionnaire } from '../../../api/wire/public.ts'
import { draw, modelOf } from '../../../surveys/answers/engine.ts'
import { answersOf } from '../../../surveys/answers/from-survey.ts'
import type { SentResponse } from '../../../surveys/answers/response.ts'
import { giveSoles } from '../../../surveys/answers/single-answer.ts'
import { compileValidator } from '../../../surveys/answers/validator.ts'
import { hashOf, newCode, proofOf } from '../../../surveys/answers/withdrawal-words.ts'
import { doorKey, isShort, shortDoor } from '../../../surveys/questionnaire/door.ts'
import type { Language, Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { shortFormOf } from '../../../surveys/questionnaire/short-form.ts'
import { prepareSquare } from '../../code/picture.ts'
import type { Refusal } from '../../parts/api.ts'
import { Shell } from '../../parts/Shell.tsx'
import { Skeleton } from '../../parts/State.tsx'
import { useIsShared } from '../../parts/shared.ts'
import { useLanguage, useSay } from '../../words/useSay.ts'
import type { Draft } from '../device/outbox.ts'
import { announceLeft, onNews } from '../device/tabs.ts'
import { useSaving } from '../device/useSaving.ts'
import { WithPictures } from '../pictograms/Pictures.tsx'
import { useUnseen } from '../question/useUnseen.ts'
import { isMany } from '../types/grids/Matrix.tsx'
import { chance, newId } from '../way/chance.ts'
import { End } from '../way/End.tsx'
import { useRoom } from '../way/useRoom.ts'
import { useSteps } from '../way/useSteps.ts'
import { anotherOf, Cards } from './Cards.tsx'
import { childName } from './childTitle.ts'
import { GoesOn } from './GoesOn.tsx'
import { Navigation } from './Navigation.tsx'
import { ProblemSummary } from './ProblemSummary.tsx'
import { ProgressBar, useStepWords } from './ProgressBar.tsx'
import { plain } from './plain.ts'
import { problemOf, problemsOf } from './problems.ts'
import { progressIn } from './progress.ts'
import { ReviewList } from './ReviewList.tsx'
import { ScreenOf } from './ScreenOf.tsx'
import { Sibling } from './Sibling.tsx'
import { placeOf, questionsOf, type Screen, screensOf, shownOn } from './screens.ts'
import { takeOver } from './sibling.ts'
import { unfinished } from './unfinished.ts'
import { useDetour } from './useDetour.ts'
import { oneTouch, useGoingOn } from './useGoingOn.ts'
import { useModel } from './useModel.ts'
import { orderOf, useRest } from './useRest.ts'
import { useScreenKey } from './useScreenKey.ts'
import '../question/questions.css'
import '../week/week.css'

type Props = {
  questionnaire: PublishedQuestionnaire
  /** Answers to go on with; null starts anew. */
  draft: Draft | null
  channel: string
  frame: { title: string; isTrial: boolean; isDemo: boolean }
  isSending: boolean
  /** This device holds the answers while they are on their way. */
  isHeld?: boolean
  refusal: Refusal | null
  /** Corrects a response already sent: the device saves nothing, and the words stay those it has. */
  isCorrection?: boolean
  /** Where there is no draft: by which door. */
  isShort?: boolean
  send: (response: SentResponse, code: readonly string[]) => void
  /** Another tab goes on with these answers, once they are written down here. */
  leave?: () => void
}

const end = 'end'
/** Of the height of the window: a question that begins below is brought up. */
const lowest = 0.4
/** CSS pixels: below, questions and their answers have the whole window. */
const smallHeight = 640
/** Behind the key of the screen from which the answers go elsewhere. */
const carrying = '?carry'
const Carry = lazy(async () => ({ default: (await import('../carry/Carry.tsx')).Carry }))

export function Questions(props: Props) {
  const {
    questionnaire: published,
    draft,
    channel,
    frame,
    isSending,
    isHeld = false,
    refusal,
    isCorrection = false,
    isShort: isShortChosen = false,
    send,
    leave,
  } = props
  const say = useSay()
  const language = useLanguage()
  const whole = useMemo<Questionnaire>(() => ({ ...published, parameters: [], indicators: [] }), [published])
  const [{ session: begun, model }, setBegun] = useState(() =>
    begin(whole, draft ?? beginning(whole, channel, isShortChosen), language, draft !== null),
  )
  const [carried, setCarried] = useState(begun.carried)
  const session = useMemo(() => withCarried(begun, carried), [begun, carried])
  // before anything is drawn: the model announces no change of its language
  const locale = language === 'fr' ? '' : language
  if (model.locale !== locale) model.locale = locale
  const room = useRoom()
  const [shown, setKey] = useScreenKey(draft?.screen ?? '')
  const isCarrying = shown.endsWith(carrying)
  const key = isCarrying ? shown.slice(0, -carrying.length) : shown
  const [problems, setProblems] = useState(new Map<string, string>())
  const top = useRef<HTMLHeadingElement>(null)
  const summary = useRef<HTMLDivElement>(null)

  const isEasy = language === 'fr-facile'
  const { restLast } = useMemo(() => orderOf(published.definition), [published.definition])
  const screensNow = () => {
    const all = screensOf(model, room, isEasy)
    return begun.goesOn ? restLast(all) : all
  }
  const screens = screensNow()
  const at = key === end ? screens.length : placeOf(screens, key)
  const screen = screens[at]
  const questions = screen ? questionsOf(screen.pieces) : []

  const isByShort = isShort(begun.drawn)
  const position = useMemo(() => progressIn((isByShort && shortFormOf(whole)) || whole), [isByShort, whole])
  const progress = position(screens, at)
  const child = screen?.child ? childName(screen.child.group, screen.child.index) : null
  const stepWords = useStepWords(progress, child)
  const detour = useDetour()
  const [taken, setTaken] = useState<string | null>(null)
  /** Screen last changed from the list of all answers. */
  const [changed, setChanged] = useState<string | null>(null)

  const isShared = useIsShared()
  const visit = { slug: published.slug, version: published.version, isNew: draft?.screen === '', isByShort }
  const reportTime = useSteps(visit, screen?.page.name ?? null, !isCorrection && !isShared && !begun.goesOn)
  const { save, flush, stop, again } = useSaving(session, !isCorrection && !isShared, () => ({
    data: model.data,
    screen: key,
  }))
  const follow = useCallback(() => {
    save()
    // A problem leaves as soon as the answer mends it; no new one shows before « Suivant ».
    setProblems((before) => {
      if (before.size === 0) return before
      const all = model.getAllQuestions(true, false, true)
      const still = [...before].filter(([id]) => all.some((question) => question.id === id && problemOf(question, say)))
      return still.length === before.size ? before : new Map(still)
    })
  }, [save, model, say])
  useModel(model, follow)
  useEffect(() => {
    if (isShared) return () => model.clear(true, true)
  }, [isShared, model])

  useEffect(() => {
    if (refusal) again()
  }, [refusal, again])
  useEffect(() => {
    if (!leave) return
    return onNews(async ({ what, id }) => {
      if (id !== session.id || what !== 'taken') return
      await flush()
      stop()
      announceLeft(session.id)
      leave()
    })
  }, [session, flush, stop, leave])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new screen is read from its top
  useEffect(() => {
    top.current?.focus({ preventScroll: true })
    scrollTo(0, 0)
    // behind the first one, on a small screen or in large letters, the tools would take the screen: they are one gesture up
    if (at > 0 && innerHeight < smallHeight) scrollTo(0, document.getElementById('content')?.offsetTop ?? 0)
    const isLow = (top.current?.getBoundingClientRect().top ?? 0) > lowest * innerHeight
    // what a page says before its question, a consent above all, is read first
    if (isLow) (document.querySelector('.screen-intro') ?? top.current)?.scrollIntoView()
    // back in the list, at the line that was changed
    const line = screen === undefined && document.querySelector<HTMLElement>(`[data-screen="${changed}"] button`)
    if (line) line.focus()
    // a screen left is saved at once, and so is a copy stored elsewhere: nobody waits before reloading
    void flush()
    // after the first question, which comes sooner without it
    if (at > 0 && !isShared) prepareSquare()
  }, [shown, carried])
  // after the screen was brought to its top
  const showUnseen = useUnseen(questions)
  useEffect(() => {
    if (problems.size > 0) summary.current?.focus()
  }, [problems])

  const goTo = (next: string) => {
    setProblems(new Map())
    setKey(next)
  }
  const next = (isPressed = false) => {
    // a grid asked line by line is looked at when its last line is left
    const found = screen?.row && !screen.isLastRow ? new Map<string, string>() : problemsOf(questions, say)
    setProblems(found)
    // the screen may stay: who pressed need not wait for the answers to be held
    if (isPressed) void flush()
    if (found.size > 0 || (isPressed && !detour.isUnderWay && showUnseen())) return
    goTo(detour.after(screensNow(), at) ?? end)
  }
  const skip = () => {
    if (!isTooSoon()) next()
  }
  const back = () => {
    goTo(detour.leave() ?? screens[at - 1]!.key)
  }
  /** One answer of the list on this screen is changed, and the person comes back to it. */
  const change = (target: string) => {
    detour.change(screen?.key ?? end, screensNow())
    if (screen === undefined) setChanged(target)
    goTo(target)
  }
  const mayGoOn = questions.some((question) => oneTouch.has(question.getType()) && !isMany(question))
  const { handlers, isTooSoon } = useGoingOn(() => {
    const now = screen ? questionsOf(screen.pieces) : []
    const isWhole = now.length > 0 && now.every((question) => isGiven(question, screen?.row ?? null))
    if (!isWhole) showNextBlank(now)
    return isWhole
  }, next)
  const rest = useRest(
    isByShort && screen === undefined,
    whole,
    () => begin(whole, { ...goingOn({ ...session, data: plain(model.data) }), screen: '', savedAt: 0 }, language, true),
    (opened) => screensOf(opened, room, isEasy),
  )
  const finish = () => {
    const answers = answersOf(model)
    const checked = compileValidator(whole)(answers)
    if (checked.ok) {
      stop()
      reportTime()
      return send(
        {
          id: session.id,
          questionnaire: published.slug,
          version: published.version,
          mode: 'web',
          channel: session.channel,
          // simplified French hints at health: it is counted apart, never stored with a response
          language: isEasy ? 'fr' : language,
          answers: checked.answers,
          withdrawal: hashOf(proofOf(session.code)),
          ...(session.invitation === undefined ? {} : { invitation: session.invitation }),
          ...(session.visit === undefined ? {} : { visit: session.visit }),
        },
        session.code,
      )
    }
    const name = checked.problems[0]!.path.split('.')[0]
    const blamed = screens.find(
      (one) => (one.child?.group.name ?? one.pieces[0]?.name) === name || holds(one.pieces, name),
    )
    if (blamed) goTo(blamed.key)
    setProblems(new Map([['', say('why.answers')]]))
  }
  const ofChild = (group: QuestionPanelDynamicModel, index: number) =>
    screensNow().filter(({ child }) => child?.group === group && child.index === index)
  const sibling = (one: NonNullable<Screen['child']>) => {
    const cards = `${one.group.name}/cards`
    const others = ofChild(one.group, one.index).filter(({ key }) => key !== screen?.key)
    return (
      <Sibling
        child={one}
        isTaken={taken === `${one.group.name}/${one.index}`}
        take={() => {
          takeOver(one)
          setTaken(`${one.group.name}/${one.index}`)
          detour.begin(cards, screensNow())
        }}
      >
        <ReviewList screens={others} open={change} />
      </Sibling>
    )
  }
  // browsers encrypt on https and on the machine itself only
  const mayCarry = leave !== undefined && !isShared && isSecureContext
  const isNothing = !isCorrection && screens.every(({ pieces }) => questionsOf(pieces).every((one) => one.isEmpty()))
  const asked = screen?.cards
    ? screen.cards.canAddPanel
      ? say(anotherOf(screen.cards))
      : screen.page.locTitle.textOrHtml
    : screen && shownOn(screen.pieces)[0]?.locTitle.textOrHtml.replaceAll('**', '')
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
  const heading =
    asked ??
    say(isNothing ? 'answer.end.nothing' : rest && !isCorrection ? 'answer.end.shortTitle' : 'answer.end.title')

  return (
    <Shell
      {...frame}
      title={`${problems.size > 0 ? `${say('errors.prefix')} ` : ''}${heading} · ${stepWords} · ${frame.title}`}
      isCompact
      under={<ProgressBar progress={progress} child={child} />}
    >
      <form
        noValidate
        autoComplete="off"
        className="questions"
        {...handlers}
        onKeyDown={tickOnEnter}
        onSubmit={(event) => {
          event.preventDefault()
          if (isTooSoon()) return
          if (screen) next(true)
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
            isCorrection={isCorrection}
            isNothing={isNothing}
            isSending={isSending}
            isHeld={isHeld}
            rest={
              rest && {
                minutes: rest.minutes,
                goOn: () => {
                  setBegun(rest.opened)
                  goTo(rest.first)
                },
              }
            }
            isOpen={changed !== null}
          >
            <ReviewList isGrouped screens={screens.filter(({ cards }) => !cards)} open={change} />
          </End>
        ) : screen.cards ? (
          <Cards
            ref={top}
            group={screen.cards}
            page={screen.page}
            open={(index) => goTo(ofChild(screen.cards!, index)[0]?.key ?? key)}
          />
        ) : (
          <WithPictures isWanted={isEasy || isShared || published.audience === 'young-11-15'}>
            <ScreenOf ref={top} screen={screen} problems={problems} whole={frame.title} sibling={sibling} />
          </WithPictures>
        )}
        <div className="question-asides no-print">
          {mayGoOn && <GoesOn />}
          {mayCarry && (
            <button type="button" className="question-carry" onClick={() => goTo(`${key}${carrying}`)}>
              {say('answer.carry')}
            </button>
          )}
        </div>
        <Navigation
          back={at === 0 ? null : back}
          skip={questions.length > 0 && questions.every(isBlankAndOptional) ? skip : null}
          label={
            screen?.cards?.canAddPanel
              ? null
              : say(
                  screen
                    ? !detour.isUnderWay
                      ? 'answer.next'
                      : 'answer.resume'
                    : isNothing
                      ? 'answer.end.again'
                      : isSending
                        ? 'answer.sending'
                        : isCorrection
                          ? 'own.save'
                          : 'answer.send',
                )
          }
          isBusy={isSending}
        />
      </form>
    </Shell>
  )
}

/** Begins a response: its id, its words, its draws and its door are made once. */
export const beginning = (
  { slug, version, assigned }: Pick<Questionnaire, 'slug' | 'version' | 'assigned'>,
  channel: string,
  isByShort: boolean,
): Draft => ({
  id: newId(),
  questionnaire: slug,
  version,
  channel,
  code: newCode((numbers) => crypto.getRandomValues(numbers)),
  drawn: { ...draw(assigned, chance), ...(isByShort ? { [doorKey]: shortDoor } : {}) },
  data: {},
  screen: '',
  savedAt: Date.now(),
})

const withCarried = ({ carried: _, ...session }: Draft, carried: string | undefined): Draft =>
  carried === undefined ? session : { ...session, carried }

/** @param hasAnswers some were given before */
function begin(questionnaire: Questionnaire, session: Draft, language: Language, hasAnswers: boolean) {
  const model = modelOf(questionnaire, language, session.drawn, session.id)
  if (hasAnswers) {
    model.data = { ...session.data, ...session.drawn }
    giveSoles(model)
  }
  return { session, model }
}

/** By the short door so far, from now on by the other one. */
function goingOn<S extends Pick<Draft, 'drawn' | 'data'>>(session: S): S & Pick<Draft, 'goesOn'> {
  const { [doorKey]: _, ...drawn } = session.drawn
  const { [doorKey]: __, ...data } = session.data
  return { ...session, drawn, data, goesOn: true }
}

type Asked = ReturnType<typeof questionsOf>[number]
const isBlankAndOptional = (question: Asked) =>
  !question.isRequired && question.isEmpty() && unfinished(question) === undefined
/** What is asked under a choice just given comes into sight; what stands above was left on purpose. */
function showNextBlank(questions: Asked[]) {
  const given = questions.findLastIndex((question) => !question.isEmpty())
  const next = questions[given + 1]
  if (given < 0 || next === undefined) return
  document.getElementById(next.id)?.scrollIntoView({ block: 'nearest', behavior: 'smooth' })
}
/** Answered, and nothing more to say: « Autre » waits for its words, a grid for all of its lines. */
function isGiven(question: Asked, row: string | null): boolean {
  if (question.isEmpty() || unfinished(question) !== undefined || question.isOtherSelected) return false
  // a week may always hold one moment more, a line of boxes one more tick, a line of numbers one more digit
  if (/^(weekhours|numbers)$/.test(question.getType()) || isMany(question)) return false
  if (question.getType() !== 'matrix') return true
  const { visibleRows } = question as QuestionMatrixModel
  // a line without an answer holds null or undefined
  return visibleRows.filter(({ name }) => row === null || name === row).every(({ value }) => (value ?? null) !== null)
}

/** Enter on a choice ticks it: it does not leave the question unanswered. */
function tickOnEnter(event: KeyboardEvent<HTMLFormElement>) {
  const { target } = event
  if (event.key !== 'Enter' || !(target instanceof HTMLInputElement) || !/^(radio|checkbox)$/.test(target.type)) return
  event.preventDefault()
  target.click()
}

const holds = (pieces: Parameters<typeof shownOn>[0], name: string | undefined) =>
  shownOn(pieces).some((question) => question.name === name)
