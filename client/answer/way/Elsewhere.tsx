/** Another tab goes on with these answers, or has sent them, or another device has: what happened, what is safe, what to do. */
import { Link } from 'wouter'
import { FocusedTitle } from '../../parts/focus/FocusedTitle.tsx'
import { Button } from '../../parts/forms/Button.tsx'
import { HomeLink } from '../../parts/State.tsx'
import { useSay } from '../../words/useSay.ts'

type Props = { here: (() => void) | null; isCarried?: boolean | undefined; another?: () => void }

/**
 * @param here null when the response has left already
 * @param isCarried it left from the device that a copy was carried to
 * @param another somebody else answers on the same device
 */
export function Elsewhere({ here, isCarried, another }: Props) {
  const say = useSay()
  const what = here ? 'elsewhere' : isCarried ? 'carried' : 'sent'
  return (
    <div className="stack message">
      <FocusedTitle>{say(`tabs.${what}`)}</FocusedTitle>
      <p>{say(`tabs.${what}More`)}</p>
      <div className="actions">
        {here && (
          <Button kind="main" onClick={here}>
            {say('tabs.here')}
          </Button>
        )}
        {isCarried && (
          <Link className="button" data-kind="main" href="/mon-code">
            {say('own.link')}
          </Link>
        )}
        {another && <Button onClick={another}>{say('tabs.another')}</Button>}
        <HomeLink />
      </div>
    </div>
  )
}
