/** An answer that was damaged on the server: nobody can read it, its person can still withdraw it. */

import { Link } from 'wouter'
import { FocusedTitle } from '../parts/focus/FocusedTitle.tsx'
import { useSay } from '../words/useSay.ts'
import { OwnActions } from './OwnActions.tsx'
import { useOwnSay } from './words.ts'

export function Unreadable({ withdraw }: { withdraw: () => Promise<void> }) {
  const say = useSay()
  const sayOwn = useOwnSay()
  return (
    <div className="stack message">
      <FocusedTitle>{sayOwn('damaged')}</FocusedTitle>
      <p>{sayOwn('damagedMore')}</p>
      <OwnActions withdraw={withdraw} />
      <p>
        <Link href="/">{say('home.link')}</Link>
      </p>
    </div>
  )
}
