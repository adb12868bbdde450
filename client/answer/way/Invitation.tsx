/** The code of an invitation: typed, checked by its last sign here, then by the server; what is wrong is said at once. */

import { useId, useRef, useState } from 'react'
import { invitationIn } from '../../../surveys/answers/invitation.ts'
import { FocusedTitle } from '../../parts/focus/FocusedTitle.tsx'
import { Button } from '../../parts/forms/Button.tsx'
import { useSay } from '../../words/useSay.ts'
import { checkCode } from './visit.ts'
import '../question/questions.css'

export type CodeTrouble = 'misspelt' | 'unknown' | 'spent' | 'offline'

type Props = {
  slug: string
  /** What is known to be wrong when the screen opens. */
  trouble: CodeTrouble | null
  /** Nobody has to have one. */
  isOptional: boolean
  /** Answers are ready and wait for a code. */
  isAfter: boolean
  /** Without a network a well-spelt code is taken as it is: the response waits here anyway, and the server says what it is worth. */
  isOfflineFine?: boolean
  go: (code: string) => void
  without: () => void
}

export function Invitation({ slug, trouble: first, isOptional, isAfter, isOfflineFine = false, go, without }: Props) {
  const say = useSay()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [trouble, setTrouble] = useState(first)
  const [isBusy, setBusy] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  async function check() {
    const code = invitationIn(typed)
    const wrong = code === null ? 'misspelt' : await troubleOf(slug, code, setBusy)
    if (wrong === null || (wrong === 'offline' && isOfflineFine)) return go(code!)
    setTrouble(wrong)
    field.current?.focus()
  }
  return (
    <form
      noValidate
      className="stack message"
      onSubmit={(event) => {
        event.preventDefault()
        void check()
      }}
    >
      <FocusedTitle>{say(isAfter ? 'invitation.afterTitle' : 'invitation.title')}</FocusedTitle>
      <p>{say(isAfter ? 'invitation.after' : 'invitation.text')}</p>
      <div className="stack invitation-field">
        <label htmlFor={id}>
          <b>{say('invitation.label')}</b>
        </label>
        <p id={`${id}-help`} className="receipt-small">
          {say('invitation.help')}
        </p>
        <input
          ref={field}
          id={id}
          className="field"
          dir="ltr"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={20}
          value={typed}
          aria-describedby={trouble ? `${id}-help ${id}-trouble` : `${id}-help`}
          aria-invalid={trouble ? true : undefined}
          onChange={(event) => setTyped(event.target.value)}
        />
        {trouble && (
          <p id={`${id}-trouble`} className="question-problem" role="alert">
            {say(`invitation.${trouble}`)}
          </p>
        )}
      </div>
      <div className="actions">
        <Button type="submit" kind="main" disabled={isBusy}>
          {say(isAfter ? 'answer.send' : 'invitation.go')}
        </Button>
        {isOptional && <Button onClick={without}>{say('invitation.without')}</Button>}
      </div>
    </form>
  )
}

/** Null when it can serve; without a network the server answers when the response arrives. */
async function troubleOf(slug: string, code: string, setBusy: (isBusy: boolean) => void): Promise<CodeTrouble | null> {
  setBusy(true)
  try {
    const { state } = await checkCode(slug, code)
    return state === 'free' ? null : state
  } catch {
    return 'offline'
  } finally {
    setBusy(false)
  }
}
