/** One question, or a text to read: what is asked, the help under it, the answer, what is wrong with it, why it is asked. */
import { type ReactNode, type Ref, useContext, useEffect, useRef, useState } from 'react'
import type { Question } from 'survey-core'
import { ReactQuestionFactory } from 'survey-react-ui'
import type { Text } from '../../../surveys/questionnaire/questionnaire.ts'
import { Bold } from '../../parts/Bold.tsx'
import { inLanguage, readIn } from '../../parts/inLanguage.ts'
import { Addressed, useLanguage, useSay } from '../../words/useSay.ts'
import { childTitle } from '../children/childTitle.ts'
import { progressId } from '../screens/ProgressBar.tsx'
import { plain } from '../screens/plain.ts'
import { problemOf } from '../screens/problems.ts'
import type { Screen } from '../screens/screens.ts'
import { isInLetters } from '../screens/unfinished.ts'
import { answerRowOf } from '../types/catalogue.ts'
import { HelpText } from '../way/HelpLines.tsx'
import { Aloud } from './Aloud.tsx'
import { Help } from './Help.tsx'
import { controlId, describedBy, rangeId } from './ids.ts'
import '../types/register.tsx'

type Props = {
  question: Question
  child: Screen['child']
  /** The line down to which a grid is shown; null = whole. */
  row: string | null
  /** Answered, above what is asked now. */
  isQuiet?: boolean
  problem: string | undefined
  /** The question is the heading of its screen. */
  heading?: Ref<HTMLHeadingElement> | undefined
}

export function QuestionBlock({ question, child, row, isQuiet = false, problem: announced, heading }: Props) {
  const say = useSay()
  const atOnce = announced === undefined && isInLetters(question) ? problemOf(question, say) : null
  const problem = announced ?? atOnce ?? undefined
  const language = useLanguage()
  const isYoung = useContext(Addressed) === 'tu'
  const range = answerRowOf(question)?.range?.(question, language, say) ?? ''
  const body = ReactQuestionFactory.Instance.createQuestion(question.getTemplate(), {
    question,
    isDisplayMode: false,
    creator: null,
    problem,
    row,
  })
  const asked = (
    <>
      <Bold text={question.locTitle.textOrHtml} />
      {question.isRequired && <RequiredMark />}
    </>
  )
  const around = (
    <>
      <Help question={question} />
      {range && (
        <p className="question-help" id={rangeId(question)}>
          {range}
        </p>
      )}
      {problem && (
        <p
          className="question-problem"
          id={`${question.id}-problem`}
          // what « Suivant » found is heard at the top of the screen
          role={atOnce === null ? undefined : 'alert'}
        >
          {/* one text, so that it is heard in one breath */}
          <span>{`${say('errors.prefix')} ${problem}`}</span>
        </p>
      )}
      <Aloud question={question} row={row} />
      {child && <SameAsBefore question={question} child={child} />}
      {body}
    </>
  )
  const shared = {
    className: 'question',
    id: question.id,
    'data-name': question.name,
    'data-problem': problem !== undefined,
    'data-quiet': isQuiet || undefined,
  }
  return (
    <div {...shared}>
      {!question.hasInput ? (
        <>
          <Title heading={heading}>{asked}</Title>
          {around}
        </>
      ) : answerRowOf(question)?.single !== undefined ? (
        <>
          <Title heading={heading}>
            <label htmlFor={controlId(question)}>{asked}</label>
          </Title>
          {around}
        </>
      ) : (
        <fieldset
          {...demanded(question, problem)}
          aria-describedby={describedBy(question, problem !== undefined, range)}
        >
          <legend>
            <Title heading={heading}>{asked}</Title>
          </legend>
          {around}
        </fieldset>
      )}
      {isYoung && mayTellHarm(question) && (
        <p className="receipt-small help-under">
          <HelpText />
        </p>
      )}
      <Why question={question} />
    </div>
  )
}

/** One answer of several is demanded of the whole list: no single one of them can be, nor be wrong before anything was done. */
const demanded = (question: Question, problem: string | undefined) =>
  question.isRequired && /^(radiogroup|boolean)$/.test(question.getType())
    ? ({ role: 'radiogroup', 'aria-required': true, 'aria-invalid': problem !== undefined } as const)
    : {}

/** What is hard to answer, and words that may tell of anything. */
const mayTellHarm = (question: Question) =>
  question.getPropertyValue('sensitivity') === 'sensitive' || question.getType() === 'comment'

function Title({ heading, children }: { heading: Ref<HTMLHeadingElement> | undefined; children: ReactNode }) {
  if (heading === undefined) return <h2 className="question-title">{children}</h2>
  return (
    <h1 ref={heading} tabIndex={-1} className="question-title" aria-describedby={progressId}>
      {children}
    </h1>
  )
}

function RequiredMark() {
  const say = useSay()
  return <span className="question-required"> ({say('answer.required')})</span>
}

/** Shown to those who can read it: French stands for simplified French, and for no other language. */
function Why({ question }: { question: Question }) {
  const say = useSay()
  const language = useLanguage()
  const text = (question.getLocalizableString('why')?.getJson() ?? '') as Text
  const why = readIn(text, language) === language ? inLanguage(text, language) : ''
  if (why === '') return null
  return (
    <details className="question-why">
      <summary>
        {say('answer.why')}
        <span className="visually-hidden"> ({question.locTitle.textOrHtml.replaceAll('**', '')})</span>
      </summary>
      <p>{why}</p>
    </details>
  )
}

function SameAsBefore({ question, child }: { question: Question; child: NonNullable<Screen['child']> }) {
  const say = useSay()
  const [isDone, setIsDone] = useState(false)
  const done = useRef<HTMLParagraphElement>(null)
  // the button leaves: what it has filled stays in sight
  useEffect(() => {
    if (isDone) done.current?.focus({ preventScroll: true })
  }, [isDone])
  const before = child.group.panels[child.index - 1]?.getQuestionByName(question.name)
  if (!before?.isVisible || before.isEmpty() || !answerRowOf(question)?.isShareable) return null
  if (!question.isEmpty())
    return isDone ? (
      <p ref={done} tabIndex={-1} className="visually-hidden" role="status">
        {say('children.sameDone')}
      </p>
    ) : null
  return (
    <button
      type="button"
      className="button same"
      onClick={() => {
        question.value = plain(before.value)
        if (before.comment) question.comment = before.comment
        setIsDone(true)
      }}
    >
      {say('children.same', { title: childTitle(child.group, child.index - 1) })}
    </button>
  )
}
