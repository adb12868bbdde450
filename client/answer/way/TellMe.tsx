/** On the receipt, for who wants it: told once, by e-mail, that the results are public; sent apart from the answers. */
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { useOwnSay } from '../../code/words.ts'
import { ask } from '../../parts/api.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { useSending } from '../../parts/forms/useSending.ts'

export function TellMe({ slug }: { slug: string }) {
  const say = useOwnSay()
  const id = useId()
  const [email, setEmail] = useState('')
  const { problem, setProblem, state, sending } = useSending(say('tell.failed'))
  const field = useRef<HTMLInputElement>(null)
  const done = useRef<HTMLParagraphElement>(null)
  useEffect(() => (state === 'done' ? done : field).current?.focus(), [state])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!/^\S+@\S+\.\S+$/.test(email.trim())) {
      setProblem(say('tell.wrong'))
      return field.current?.focus()
    }
    await sending(() => ask('POST /api/announcements/:slug', { params: { slug }, body: { email } }))
  }
  if (state === 'done')
    return (
      <p ref={done} tabIndex={-1}>
        <b>{say('tell.done')}</b>
      </p>
    )
  return (
    <form className="stack no-print" noValidate onSubmit={(event) => void submit(event)}>
      <p id={`${id}-why`}>{say('tell.why')}</p>
      <label className="stack-tight">
        <b>{say('tell.email')}</b>
        <input
          ref={field}
          className="field"
          type="email"
          autoComplete="email"
          maxLength={120}
          value={email}
          aria-invalid={problem !== ''}
          aria-describedby={`${id}-why ${id}-problem`}
          onChange={({ target }) => {
            setEmail(target.value)
            setProblem('')
          }}
        />
      </label>
      <p className="question-problem" id={`${id}-problem`} role="alert">
        {problem}
      </p>
      <Button type="submit" kind="main" disabled={state === 'sending'}>
        {say('tell.send')}
      </Button>
    </form>
  )
}
