/** What we can honestly say about accessibility, and what to do when a page blocks somebody. */

import { shortDayText } from '../../surveys/days.ts'
import { useSay } from '../words/useSay.ts'
import { useComfort } from './comfort.ts'
import { Shell } from './Shell.tsx'
import { useSite } from './site.ts'

export function Accessibility() {
  const say = useSay()
  const { language } = useComfort()
  const site = useSite()
  const contact = site?.contact
  const { state = 'non', audit = '', date = '', gaps = '' } = site?.accessibility ?? {}
  return (
    <Shell title={say(`foot.${state}`)}>
      <div className="stack">
        <h1>{say(`foot.${state}`)}</h1>
        <p>
          {state === 'non' ? say('access.why') : say('access.audit', { audit, date: shortDayText(date, language) })}
        </p>
        {gaps && (
          <p className="lines" lang="fr" dir="ltr">
            {gaps}
          </p>
        )}
        <p>{say('access.what')}</p>
        <p>{contact ? say('access.help', { contact }) : say('access.paper')}</p>
      </div>
    </Shell>
  )
}
