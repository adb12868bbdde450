/** The questions, screen by screen. Loaded with the survey engine while the notice is read. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { QuestionPanelDynamicModel } from 'survey-core'
import type { PublishedQuestionnaire } from '../../api/wire.ts'
import { compile } from '../../surveys/check.ts'
import { draw, modelOf } from '../../surveys/engine.ts'
import type { Questionnaire } from '../../surveys/questionnaire.ts'
import type { Sheet } from '../../surveys/response.ts'
import { answersOf } from '../../surveys/sheet.ts'
import type { Refusal } from '../api.ts'
import { type Draft, drafts } from '../outbox.ts'
import { Shell } from '../parts/Shell.tsx'
import { useLanguage, useSay } from '../words/useSay.ts'
import { Cards } from './Cards.tsx'
import { chance, newId } from './chance.ts'
import { End } from './End.tsx'
import { Navigation } from './Navigation.tsx'
import { ProgressBar } from './ProgressBar.tsx'
import { plain } from './plain.ts'
import { problemOf, problemsOf } from './problems.ts'
import { ScreenOf } from './ScreenOf.tsx'
import { capacity, progressOf, questionsOf, screensOf } from './screens.ts'
import { unfinished } from './unfinished.ts'
import { useModel } from './useModel.ts'
import './questions/questions.css'
import './week/week.css'

type Props = {
  questionnaire: PublishedQuestionnaire
  /** Answers to go on with; null starts anew. */
  draft: Draft | null
  channel: string
  frame: { title: string; isTrial: boolean; isDemo: boolean }
  isSending: boolean
  refusal: Refusal | null
  send: (sheet: Sheet) => void
}

const saveAfterMs = 250
const end = 'end'

export function Questions({ questionnaire: published, draft, channel, frame, isSending, refusal, send }: Props) {
  const say = useSay()
  const language = useLanguage()
  const whole = useMemo<Questionnaire>(() => ({ ...published, parameters: [], indicators: [] }), [published])
  const [{ session, model }] = useState(() => begin(whole, draft, channel))
  const room = useRoom()
  const [key, setKey] = useScreenKey(draft?.screen ?? '')
  const [problems, setProblems] = useState(new Map<string, string>())
  const top = useRef<HTMLHeadingElement>(null)
  const summary = useRef<HTMLDivElement>(null)

  const screens = screensOf(model, room)
  const at =
    key === end
      ? screens.length
      : Math.max(
          0,
          screens.findIndex((screen) => screen.key === key),
        )
  const screen = screens[at]
  const questions = screen ? questionsOf(screen.pieces) : []

  const { save, stop } = useSaving(session, () => ({ data: model.data, screen: key }))
  const follow = useCallback(() => {
    save()
    // A problem leaves as soon as the answer mends it; no new one is told before « Suivant ».
    setProblems((before) => {
      if (before.size === 0) return before
      const all = model.getAllQuestions(true, false, true)
      const still = [...before].filter(([id]) => all.some((question) => question.id === id && problemOf(question, say)))
      return still.length === before.size ? before : new Map(still)
    })
  }, [save, model, say])
  useModel(model, follow)

  useEffect(() => {
    model.locale = language === 'fr' ? '' : language
  }, [model, language])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new screen is read from its top
  useEffect(() => {
    top.current?.focus({ preventScroll: true })
    scrollTo(0, 0)
    save()
  }, [key])
  useEffect(() => {
    if (problems.size > 0) summary.current?.focus()
  }, [problems])

  const goTo = (next: string) => {
    setProblems(new Map())
    setKey(next)
  }
  const next = () => {
    const found = problemsOf(questions, say)
    setProblems(found)
    if (found.size === 0) goTo(screensOf(model, room)[at + 1]?.key ?? end)
  }
  const finish = () => {
    const answers = answersOf(model)
    const checked = compile(whole)(answers)
    if (checked.ok) {
      stop()
      return send({
        id: session.id,
        questionnaire: published.slug,
        version: published.version,
        mode: 'web',
        channel: session.channel,
        language,
        answers: checked.answers,
      })
    }
    const name = checked.problems[0]!.path.split('.')[0]
    const blamed = screens.find(
      (one) => (one.child?.group.name ?? one.pieces[0]?.name) === name || holds(one.pieces, name),
    )
    if (blamed) goTo(blamed.key)
    setProblems(new Map([['', checked.problems[0]!.message]]))
  }
  const cardsKey = (group: QuestionPanelDynamicModel, index: number) =>
    screensOf(model, room).find(({ child }) => child?.group === group && child.index === index)?.key ?? key

  return (
    <Shell {...frame} isCompact under={<ProgressBar progress={progressOf(screens, at, published.minutes)} />}>
      <form
        noValidate
        className="questions"
        onSubmit={(event) => {
          event.preventDefault()
          if (screen) next()
          else finish()
        }}
      >
        {problems.size > 0 && (
          <div className="problems" ref={summary} tabIndex={-1} role="alert">
            <p className="problems-title">{say('errors.title')}</p>
            <ul>
              {[...problems].map(([id, problem]) => (
                <li key={id}>
                  {id === '' ? (
                    problem
                  ) : (
                    <a
                      href={`#${id}`}
                      onClick={(event) => {
                        event.preventDefault()
                        focusOn(id)
                      }}
                    >
                      {questions.find((question) => question.id === id)?.locTitle.textOrHtml}
                    </a>
                  )}
                </li>
              ))}
            </ul>
          </div>
        )}
        {screen === undefined ? (
          <End ref={top} refusal={refusal} />
        ) : screen.cards ? (
          <Cards
            ref={top}
            group={screen.cards}
            page={screen.page}
            open={(index) => goTo(cardsKey(screen.cards!, index))}
          />
        ) : (
          <ScreenOf ref={top} screen={screen} problems={problems} />
        )}
        <Navigation
          back={at === 0 ? null : () => goTo(screens[at - 1]!.key)}
          skip={questions.length > 0 && questions.every(isBlankAndOptional) ? next : null}
          label={say(screen ? 'answer.next' : isSending ? 'answer.sending' : 'answer.send')}
          isBusy={isSending}
        />
      </form>
    </Shell>
  )
}

function begin(questionnaire: Questionnaire, draft: Draft | null, channel: string) {
  const session = draft ?? {
    id: newId(),
    questionnaire: questionnaire.slug,
    version: questionnaire.version,
    channel,
    drawn: draw(questionnaire.assigned, chance),
  }
  const model = modelOf(questionnaire, 'fr', session.drawn)
  if (draft) model.data = { ...draft.data, ...draft.drawn }
  return { session, model }
}

/** Keeps the answers on the device a moment after each change. */
function useSaving(session: Omit<Draft, 'data' | 'screen' | 'savedAt'>, now: () => Pick<Draft, 'data' | 'screen'>) {
  const latest = useRef(now)
  latest.current = now
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const save = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      const { data, screen } = latest.current()
      void drafts.keep({ ...session, data: plain(data), screen, savedAt: Date.now() })
    }, saveAfterMs)
  }, [session])
  const stop = useCallback(() => clearTimeout(timer.current), [])
  return { save, stop }
}

/** The screen shown, one step of the browser's history each: its back button goes back one screen, not out. */
function useScreenKey(first: string): [string, (key: string) => void] {
  const [key, setKey] = useState(first)
  useEffect(() => {
    history.replaceState({ ...history.state, screen: first }, '')
    const follow = ({ state }: PopStateEvent) => {
      if (typeof state?.screen === 'string') setKey(state.screen)
    }
    addEventListener('popstate', follow)
    return () => removeEventListener('popstate', follow)
  }, [first])
  const goTo = (next: string) => {
    history.pushState({ screen: next }, '')
    setKey(next)
  }
  return [key, goTo]
}

/** How much a screen holds on this device, followed when it is turned. */
function useRoom() {
  const [room, setRoom] = useState<number>(() => (phone().matches ? capacity.phone : capacity.wide))
  useEffect(() => {
    const query = phone()
    const follow = () => setRoom(query.matches ? capacity.phone : capacity.wide)
    query.addEventListener('change', follow)
    return () => query.removeEventListener('change', follow)
  }, [])
  return room
}
const phone = () => matchMedia('(max-width: 40rem)')

type Asked = ReturnType<typeof questionsOf>[number]
const isBlankAndOptional = (question: Asked) =>
  !question.isRequired && question.isEmpty() && unfinished(question) === undefined
const holds = (pieces: Parameters<typeof questionsOf>[0], name: string | undefined) =>
  questionsOf(pieces).some((question) => question.name === name)

function focusOn(id: string) {
  const block = document.getElementById(id)
  const control = block?.querySelector<HTMLElement>('input, select, textarea, button, [tabindex="0"]')
  control?.focus()
  block?.scrollIntoView({ block: 'start' })
}
