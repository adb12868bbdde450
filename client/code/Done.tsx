/** What became of the answer, in one sentence. */

import { Link } from 'wouter'
import { shortDayText } from '../../surveys/days.ts'
import { FocusedTitle } from '../parts/focus/FocusedTitle.tsx'
import { useLanguage, useSay } from '../words/useSay.ts'
import { useOwnSay } from './words.ts'

type Props = {
  what: 'corrected' | 'withdrawn' | 'none'
  /** Day on which the last backup that holds what was withdrawn is destroyed. */
  backupsUntil?: string | undefined
  again: () => void
}

export function Done({ what, backupsUntil, again }: Props) {
  const say = useSay()
  const sayOwn = useOwnSay()
  const language = useLanguage()
  return (
    <div className="stack message">
      <FocusedTitle>{sayOwn(`${what}`)}</FocusedTitle>
      <p>{sayOwn(`${what}More`)}</p>
      {backupsUntil && <p>{sayOwn('withdrawnBackups', { date: shortDayText(backupsUntil, language) })}</p>}
      <div className="actions">
        {what === 'none' && (
          <button type="button" className="button" data-kind="main" onClick={again}>
            {sayOwn('again')}
          </button>
        )}
        <Link className="button" href="/">
          {say('home.link')}
        </Link>
      </div>
    </div>
  )
}
