/** « On dirait un nom ou un numéro. L’enlever ? »: under a text, on this device, and never in the way. */
import { type MouseEvent, useEffect, useState } from 'react'
import { useSay } from '../../words/useSay.ts'

const rules = () => import('../../../surveys/answers/identity.ts')
let known: Awaited<ReturnType<typeof rules>> | undefined

export function NoName({ text, set }: { text: string; set: (text: string) => void }) {
  const say = useSay()
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
  const takeOut = ({ currentTarget }: MouseEvent) => {
    currentTarget.closest('.other, .question')?.querySelector<HTMLElement>('.field')?.focus()
    set(left!)
  }
  return (
    <div role="status" className="no-name">
      {left !== null && (
        <div data-unsaid>
          <p>{say('answer.looksNamed')}</p>
          <button type="button" className="button" onClick={takeOut}>
            {say('answer.takeOut')}
          </button>
        </div>
      )}
    </div>
  )
}
