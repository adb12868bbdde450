/** « Reprendre » or « effacer »: the phone may be shared, so the answers are not shown before the choice. */

import { type Draft, keptDays } from '../outbox.ts'
import { dayOf } from '../parts/inLanguage.ts'
import { useLanguage, useSay } from '../words/useSay.ts'

export function Kept({ draft, resume, erase }: { draft: Draft; resume: () => void; erase: () => void }) {
  const say = useSay()
  const language = useLanguage()
  const date = dayOf(draft.savedAt + keptDays * 24 * 3_600_000, language)
  return (
    <div className="stack message">
      <h1>{say('kept.title')}</h1>
      <p>{say('kept.text', { date })}</p>
      <div className="actions">
        <button type="button" className="button" data-kind="main" onClick={resume}>
          {say('kept.resume')}
        </button>
        <button type="button" className="button" onClick={erase}>
          {say('kept.erase')}
        </button>
      </div>
    </div>
  )
}
