/** Another tab goes on with these answers, or has sent them: what happened, what is safe, what to do. */

import { Link } from 'wouter'
import { FocusedTitle } from '../../parts/focus/FocusedTitle.tsx'
import { useSay } from '../../words/useSay.ts'

/**
 * @param here null when the response has left already
 * @param another somebody else answers on the same device
 */
export function Elsewhere({ here, another }: { here: (() => void) | null; another?: () => void }) {
  const say = useSay()
  const what = here ? 'elsewhere' : 'sent'
  return (
    <div className="stack message">
      <FocusedTitle>{say(`tabs.${what}`)}</FocusedTitle>
      <p>{say(`tabs.${what}More`)}</p>
      <div className="actions">
        {here && (
          <button type="button" className="button" data-kind="main" onClick={here}>
            {say('tabs.here')}
          </button>
        )}
        {another && (
          <button type="button" className="button" onClick={another}>
            {say('tabs.another')}
          </button>
        )}
        <Link className="button" href="/">
          {say('home.link')}
        </Link>
      </div>
    </div>
  )
}
