/** An answer that cannot be read here, damaged on the server or waiting for the staff: its person can still withdraw it. */

import { Link } from 'wouter'
import { FocusedTitle } from '../parts/focus/FocusedTitle.tsx'
import { useSay } from '../words/useSay.ts'
import { OwnActions } from './OwnActions.tsx'
import { useOwnSay } from './words.ts'

type Props = { why: 'damaged' | 'waiting'; withdraw: () => Promise<void> }

export function Unreadable({ why, withdraw }: Props) {
  const say = useSay()
  const sayOwn = useOwnSay()
  return (
    <div className="stack message">
      <FocusedTitle>{sayOwn(`${why}`)}</FocusedTitle>
      <p>{sayOwn(`${why}More`)}</p>
      <OwnActions withdraw={withdraw} />
      <p>
        <Link href="/">{say('home.link')}</Link>
      </p>
    </div>
  )
}
