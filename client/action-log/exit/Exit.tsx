/** /a-chaud/…: three questions at the exit of an event, in the language of the person; nothing says who answers. */

import { useCallback, useRef, useState } from 'react'
import { type Satisfaction, satisfactions, type Usefulness, usefulness } from '../../../surveys/action-log/exit.ts'
import { shortDayText } from '../../../surveys/days.ts'
import { ask, Refusal } from '../../parts/api.ts'
import { FocusedTitle } from '../../parts/focus/FocusedTitle.tsx'
import { Send } from '../../parts/forms/Send.tsx'
import { Shell } from '../../parts/Shell.tsx'
import { Skeleton, State, stateOf } from '../../parts/State.tsx'
import { useLoaded } from '../../parts/useLoaded.ts'
import { useLanguage } from '../../words/useSay.ts'
import { useExitSay } from './words.ts'
import './exit.css'

/** Longest word, as the server takes it. */
const mostWord = 80

export function Exit({ code }: { code: string }) {
  const say = useExitSay()
  const [loaded, again] = useLoaded(useCallback(() => ask('GET /api/exit/:code', { params: { code } }), [code]))
  return (
    <Shell title={say('title')}>
      {!loaded && <Skeleton />}
      {loaded && 'error' in loaded && <State name={stateOf(loaded.error)} again={again} />}
      {loaded && 'value' in loaded && (loaded.value.isOpen ? <Questions code={code} {...loaded.value} /> : <Closed />)}
    </Shell>
  )
}

function Questions({ code, activity, day }: { code: string; activity: string; day: string }) {
  const say = useExitSay()
  const language = useLanguage()
  const id = useRef(crypto.randomUUID())
  const [satisfaction, setSatisfaction] = useState<Satisfaction | null>(null)
  const [useful, setUseful] = useState<Usefulness | null>(null)
  const [word, setWord] = useState('')
  const [message, setMessage] = useState('')
  const [isDone, setDone] = useState(false)
  const [isClosed, setClosed] = useState(false)

  async function send() {
    if (satisfaction === null && useful === null && word.trim() === '') return setMessage(say('nothing'))
    setMessage('')
    try {
      await ask('POST /api/exit/:code', {
        params: { code },
        body: { id: id.current, satisfaction, useful, word: word.trim() },
      })
      setDone(true)
    } catch (error) {
      if (error instanceof Refusal && error.code === 'exit-closed') return setClosed(true)
      setMessage(say('failed'))
    }
  }
  if (isClosed) return <Closed />
  if (isDone) return <Message title={say('thanks')} text={say('thanksMore')} />
  return (
    <form
      className="stack exit"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <div>
        <h1>{say('title')}</h1>
        <p>
          {/* the name of the event is as the team wrote it */}
          <b lang="fr" dir="auto">
            {activity}
          </b>
          , {shortDayText(day, language)}
        </p>
        <p className="exit-lead">{say('lead')}</p>
      </div>
      <Choices
        name="satisfaction"
        legend={say('satisfaction')}
        choices={satisfactions.map((value) => ({ value, text: say(value) }))}
        chosen={satisfaction}
        choose={setSatisfaction}
      />
      <Choices
        name="useful"
        legend={say('useful')}
        choices={usefulness.map((value) => ({ value, text: say(value === 'no' ? 'notUseful' : value) }))}
        chosen={useful}
        choose={setUseful}
      />
      <div>
        <label className="exit-legend" htmlFor="word">
          {say('word')}
        </label>
        <p id="word-help" className="exit-lead">
          {say('wordHelp')}
        </p>
        <input
          id="word"
          className="field"
          aria-describedby="word-help"
          maxLength={mostWord}
          autoComplete="off"
          value={word}
          onChange={(event) => setWord(event.target.value)}
        />
      </div>
      <Send problem={message}>{say('send')}</Send>
      <p className="exit-lead">{say('promise')}</p>
    </form>
  )
}

type ChoicesProps<Value extends string> = {
  name: string
  legend: string
  choices: { value: Value; text: string }[]
  chosen: Value | null
  choose: (value: Value) => void
}

function Choices<Value extends string>({ name, legend, choices, chosen, choose }: ChoicesProps<Value>) {
  return (
    <fieldset>
      <legend className="exit-legend">{legend}</legend>
      <div className="exit-choices" data-count={choices.length}>
        {choices.map(({ value, text }) => (
          <label key={value} className="pill drawn-field">
            <input type="radio" name={name} checked={chosen === value} onChange={() => choose(value)} />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function Closed() {
  const say = useExitSay()
  return <Message title={say('closed')} text={say('closedMore')} />
}

function Message({ title, text }: { title: string; text: string }) {
  return (
    <div className="stack message">
      <FocusedTitle>{title}</FocusedTitle>
      <p>{text}</p>
    </div>
  )
}
