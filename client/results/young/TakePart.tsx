/** /participer: a young person writes an idea, or offers to take part. Under 15, no contact of theirs is asked. */
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { isReachable, reachText } from '../../../surveys/answers/reach.ts'
import { mostIdea, type Wish, wishes } from '../../../surveys/answers/taking-part.ts'
import { newId } from '../../answer/way/chance.ts'
import { HelpText } from '../../answer/way/HelpLines.tsx'
import { ask } from '../../parts/api.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { Send } from '../../parts/forms/Send.tsx'
import { useSending } from '../../parts/forms/useSending.ts'
import { Shell } from '../../parts/Shell.tsx'
import { useSite } from '../../parts/site.ts'
import { PageLink } from '../../words/PageLink.tsx'
import { useYoungSay } from './words.ts'

export function TakePart() {
  const say = useYoungSay()
  const site = useSite()
  if (site && !site.hasYoung)
    return (
      <Shell title={say('title')}>
        <div className="stack message">
          <h1>{say('closed')}</h1>
          <p>{say('closedMore')}</p>
        </div>
      </Shell>
    )
  return (
    <Shell title={say('title')}>
      <div className="stack">
        <h1>{say('title')}</h1>
        <p>{say('lead')}</p>
        <Idea />
        <Taking contact={site?.contact ?? ''} />
        <p>
          <HelpText />
        </p>
      </div>
    </Shell>
  )
}

/** What is sent is heard to be done: `done` takes the focus. */
function useSentHere(failed: string) {
  const { state, ...form } = useSending(failed)
  const isDone = state === 'done'
  const done = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (isDone) done.current?.focus()
  }, [isDone])
  return { ...form, isDone, done }
}

function Idea() {
  const say = useYoungSay()
  const id = useId()
  const [idea, setIdea] = useState({ id: newId(), text: '' })
  const { problem, setProblem, isDone, done, sending, again } = useSentHere(say('failed'))
  async function send(event: FormEvent) {
    event.preventDefault()
    if (idea.text.trim().length < 3) return setProblem(say('idea.empty'))
    await sending(async () => {
      await ask('POST /api/ideas', { body: idea })
      setIdea({ id: newId(), text: '' })
    })
  }
  return (
    <section className="stack" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{say('idea.title')}</h2>
      {isDone ? (
        <>
          <p ref={done} tabIndex={-1}>
            <b>{say('idea.done')}</b>
          </p>
          <p>{say('idea.doneMore')}</p>
          <div className="actions">
            <Button onClick={again}>{say('idea.again')}</Button>
          </div>
        </>
      ) : (
        <form className="stack" noValidate onSubmit={(event) => void send(event)}>
          <label className="stack-tight" htmlFor={`${id}-text`}>
            <b>{say('idea.label')}</b>
          </label>
          <p className="question-help" id={`${id}-help`}>
            {say('idea.help')}
          </p>
          <textarea
            id={`${id}-text`}
            className="field"
            rows={4}
            maxLength={mostIdea}
            value={idea.text}
            aria-invalid={problem !== ''}
            aria-describedby={`${id}-help ${id}-problem`}
            onChange={({ target }) => setIdea({ ...idea, text: target.value })}
          />
          <Send problem={problem} problemId={`${id}-problem`}>
            {say('idea.send')}
          </Send>
        </form>
      )}
      <p>
        <PageLink to="/idees">{say('idea.wall')}</PageLink>
      </p>
    </section>
  )
}

function Taking({ contact }: { contact: string }) {
  const say = useYoungSay()
  const id = useId()
  const [age, setAge] = useState<'under' | 'over' | null>(null)
  return (
    <section className="stack" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{say('take.title')}</h2>
      <fieldset className="stack-tight">
        <legend>
          <b>{say('take.age')}</b>
        </legend>
        <div className="choices" data-shape="pills">
          {(['under', 'over'] as const).map((one) => (
            <label className="choice" key={one}>
              <input type="radio" name={`${id}-age`} checked={age === one} onChange={() => setAge(one)} />
              <span>{say(`take.${one}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {age === 'under' && (
        <div role="status" className="stack-tight">
          <p>{say('take.young')}</p>
          {contact !== '' && <p>{say('take.contact', { contact })}</p>}
        </div>
      )}
      {age === 'over' && <Form />}
    </section>
  )
}

function Form() {
  const say = useYoungSay()
  const id = useId()
  const [sent, setSent] = useState({ id: newId(), name: '', phone: '', email: '', wishes: [] as Wish[] })
  const { problem, setProblem, isDone, done, sending } = useSentHere(say('failed'))
  async function send(event: FormEvent) {
    event.preventDefault()
    if (sent.wishes.length === 0) return setProblem(say('take.nothing'))
    if (!isReachable(sent)) return setProblem(say('take.wrong'))
    const { phone, email, ...body } = sent
    const reach = reachText({ phone, email })
    await sending(() => ask('POST /api/contacts', { body: { ...body, reach, when: 'any' } }))
  }
  if (isDone)
    return (
      <>
        <p ref={done} tabIndex={-1}>
          <b>{say('take.done')}</b>
        </p>
        <p>{say('take.doneMore')}</p>
      </>
    )
  const line = (key: 'phone' | 'email' | 'name', type: string, complete: string) => (
    <label className="stack-tight">
      <b>{say(`take.${key}`)}</b>
      <input
        className="field"
        type={type}
        autoComplete={complete}
        maxLength={key === 'phone' ? 40 : 77}
        value={sent[key]}
        aria-describedby={key === 'name' ? undefined : `${id}-help ${id}-problem`}
        onChange={({ target }) => setSent({ ...sent, [key]: target.value })}
      />
    </label>
  )
  return (
    <form className="stack" noValidate onSubmit={(event) => void send(event)}>
      <fieldset className="stack-tight" aria-describedby={`${id}-problem`}>
        <legend>
          <b>{say('take.what')}</b>
        </legend>
        <div className="choices">
          {wishes.map((wish) => (
            <label className="choice" key={wish}>
              <input
                type="checkbox"
                checked={sent.wishes.includes(wish)}
                onChange={({ target }) =>
                  setSent({
                    ...sent,
                    wishes: target.checked ? [...sent.wishes, wish] : sent.wishes.filter((one) => one !== wish),
                  })
                }
              />
              <span>{say(`take.${wish}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {line('phone', 'tel', 'tel')}
      {line('email', 'email', 'email')}
      <p className="question-help" id={`${id}-help`}>
        {say('take.reachHelp')}
      </p>
      {line('name', 'text', 'given-name')}
      <Send problem={problem} problemId={`${id}-problem`}>
        {say('take.send')}
      </Send>
    </form>
  )
}
