/** « On dirait un nom ou un numéro. L’enlever ? »: under a text, on this device; « Suivant » comes to it once, then goes on. */
import { createContext, type MouseEvent, useContext, useEffect, useState } from 'react'
import { Button } from '../../parts/forms/Button.tsx'
import { useSay } from '../../words/useSay.ts'

const rules = () => import('../../../surveys/answers/identity.ts')
let known: Awaited<ReturnType<typeof rules>> | undefined

/** The person was brought to the note: what they decide leads on. */
export const Noted = createContext(false)

export function NoName({ text, set }: { text: string; set: (text: string) => void }) {
  const say = useSay()
  const isNoted = useContext(Noted)
  const [, arrived] = useState(known)
  const isWritten = text !== ''
  useEffect(() => {
    // what does not come asks nothing
    if (isWritten && !known)
      rules().then(
        (module) => {
          known = module
          arrived(module)
        },
        () => {},
      )
  }, [isWritten])
  const left = known?.withoutIdentity(text) ?? null
  const takeOut = ({ currentTarget }: MouseEvent<HTMLButtonElement>) => {
    if (!isNoted) currentTarget.closest('.other, .question, .entry-step')?.querySelector<HTMLElement>('.field')?.focus()
    set(left!)
    // by hand: the button leaves with the note
    if (isNoted) currentTarget.form?.requestSubmit?.()
  }
  return (
    <div role="status" className="no-name">
      {left !== null && (
        <div data-unsaid>
          <p>{say('answer.looksNamed')}</p>
          <Button onClick={takeOut}>{say(isNoted ? 'answer.takeOutGoOn' : 'answer.takeOut')}</Button>
          {isNoted && <Button type="submit">{say('answer.leaveIt')}</Button>}
        </div>
      )}
    </div>
  )
}
