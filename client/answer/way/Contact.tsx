/** After the receipt, for who wants it: a way to be called back, sent apart from the answers and tied to nothing. */
import { type ComponentProps, type FormEvent, useEffect, useRef, useState } from 'react'
import { isReachable, reachText } from '../../../surveys/answers/reach.ts'
import { ask } from '../../parts/api.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { useSending } from '../../parts/forms/useSending.ts'
import { HomeLink } from '../../parts/State.tsx'
import { useSite } from '../../parts/site.ts'
import { useSay } from '../../words/useSay.ts'
import { newId } from './chance.ts'

const moments = ['any', 'morning', 'noon', 'evening'] as const

export function Contact({ leave }: { leave: () => void }) {
  const say = useSay()
  const who = useSite()?.contact
  const [id] = useState(newId)
  const [contact, setContact] = useState({ name: '', phone: '', email: '', when: 'any' as (typeof moments)[number] })
  const { problem, setProblem, state, sending } = useSending(say('contact.failed'))
  const title = useRef<HTMLHeadingElement>(null)
  const phone = useRef<HTMLInputElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the new title is read when the screen changes
  useEffect(() => {
    scrollTo(0, 0)
    title.current?.focus({ preventScroll: true })
  }, [state === 'done'])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!isReachable(contact)) {
      setProblem(say('contact.wrong'))
      return phone.current?.focus()
    }
    const { name, when } = contact
    await sending(() => ask('POST /api/contacts', { body: { id, name, reach: reachText(contact), when } }))
  }
  if (state === 'done')
    return (
      <div className="stack message">
        <h1 ref={title} tabIndex={-1}>
          {say('contact.done')}
        </h1>
        <p>{say('contact.doneMore')}</p>
        {who && <p>{say('contact.doneWho', { who })}</p>}
        <div className="actions">
          <Button kind="main" onClick={leave}>
            {say('contact.receipt')}
          </Button>
          <HomeLink />
        </div>
      </div>
    )
  const reach = { 'aria-invalid': problem !== '', 'aria-describedby': 'reach-help reach-problem' }
  const line = (key: 'phone' | 'email' | 'name', more: ComponentProps<'input'>) => (
    <label className="stack-tight">
      <b>{say(`contact.${key}`)}</b>
      <input
        {...more}
        className="field"
        value={contact[key]}
        onChange={({ target }) => setContact({ ...contact, [key]: target.value })}
      />
    </label>
  )
  return (
    <form className="stack message" noValidate onSubmit={(event) => void submit(event)}>
      <h1 ref={title} tabIndex={-1}>
        {say('contact.title')}
      </h1>
      <p>{say('contact.why')}</p>
      {line('phone', { ref: phone, type: 'tel', autoComplete: 'tel', maxLength: 40, ...reach })}
      {line('email', { type: 'email', autoComplete: 'email', maxLength: 77, ...reach })}
      <p className="question-help" id="reach-help">
        {say('contact.reachHelp')}
      </p>
      <p className="question-problem" id="reach-problem" role="alert">
        {problem}
      </p>
      {line('name', { autoComplete: 'name', maxLength: 80 })}
      <fieldset className="stack-tight">
        <legend>
          <b>{say('contact.when')}</b>
        </legend>
        <div className="choices" data-shape="pills">
          {moments.map((moment) => (
            <label className="choice" key={moment}>
              <input
                type="radio"
                name="when"
                checked={contact.when === moment}
                onChange={() => setContact({ ...contact, when: moment })}
              />
              <span>{say(`contact.${moment}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="actions">
        <Button type="submit" kind="main" disabled={state === 'sending'}>
          {say('contact.send')}
        </Button>
        <Button onClick={leave}>{say('contact.later')}</Button>
      </div>
    </form>
  )
}
