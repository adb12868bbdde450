/** What we can honestly say about accessibility, and what to do when a page blocks somebody. */

import { useSay } from '../words/useSay.ts'
import { Shell } from './Shell.tsx'
import { useSite } from './site.ts'

export function Accessibility() {
  const say = useSay()
  const contact = useSite()?.contact
  return (
    <Shell title={say('access.title')}>
      <div className="stack">
        <h1>{say('access.title')}</h1>
        <p>{say('access.why')}</p>
        <p>{say('access.what')}</p>
        <p>{contact ? say('access.help', { contact }) : say('access.paper')}</p>
      </div>
    </Shell>
  )
}
