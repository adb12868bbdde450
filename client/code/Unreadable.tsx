/** An answer that was damaged on the server: nobody can read it, its person can still withdraw it. */
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { useSay } from '../words/useSay.ts'
import { OwnActions } from './OwnActions.tsx'
import { useOwnSay } from './words.ts'

export function Unreadable({ withdraw }: { withdraw: () => Promise<void> }) {
  const say = useSay()
  const sayOwn = useOwnSay()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <div className="stack message">
      <h1 ref={title} tabIndex={-1}>
        {sayOwn('damaged')}
      </h1>
      <p>{sayOwn('damagedMore')}</p>
      <OwnActions withdraw={withdraw} />
      <p>
        <Link href="/">{say('home.link')}</Link>
      </p>
    </div>
  )
}
