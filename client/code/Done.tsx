/** What became of the answer, in one sentence. */

import { Link } from 'wouter'
import { shortDayText } from '../../surveys/days.ts'
import { FocusedTitle } from '../parts/focus/FocusedTitle.tsx'
import { Button } from '../parts/forms/Button.tsx'
import { HomeLink } from '../parts/State.tsx'
import { useLanguage } from '../words/useSay.ts'
import { useOwnSay } from './words.ts'

type Props = {
  what: 'corrected' | 'withdrawn' | 'none'
  /** Day on which the last backup that holds what was withdrawn is destroyed. */
  backupsUntil?: string | undefined
  again: () => void
  /** Opens what was corrected. */
  reread: () => void
  /** Where this tab still shows the twelve words. */
  wordsAt: string | null
}

export function Done({ what, backupsUntil, again, reread, wordsAt }: Props) {
  const sayOwn = useOwnSay()
  const language = useLanguage()
  return (
    <div className="stack message">
      <FocusedTitle>{sayOwn(`${what}`)}</FocusedTitle>
      <p>{sayOwn(`${what}More`)}</p>
      {backupsUntil && <p>{sayOwn('withdrawnBackups', { date: shortDayText(backupsUntil, language) })}</p>}
      <div className="actions">
        {what === 'corrected' ? (
          <Button kind="main" onClick={reread}>
            {sayOwn('reread')}
          </Button>
        ) : (
          <Button kind={what === 'none' ? 'main' : undefined} onClick={again}>
            {sayOwn('again')}
          </Button>
        )}
        {wordsAt !== null && (
          <Link className="button" href={wordsAt}>
            {sayOwn('words')}
          </Link>
        )}
        <HomeLink />
      </div>
    </div>
  )
}
