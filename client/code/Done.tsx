/** What became of the answer, in one sentence. */
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { useSay } from '../words/useSay.ts'

export function Done({ what, again }: { what: 'corrected' | 'withdrawn' | 'none'; again: () => void }) {
  const say = useSay()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <div className="stack message">
      <h1 ref={title} tabIndex={-1}>
        {say(`own.${what}`)}
      </h1>
      <p>{say(`own.${what}More`)}</p>
      <div className="actions">
        {what === 'none' && (
          <button type="button" className="button" data-kind="main" onClick={again}>
            {say('own.again')}
          </button>
        )}
        <Link className="button" href="/">
          {say('home.link')}
        </Link>
      </div>
    </div>
  )
}
