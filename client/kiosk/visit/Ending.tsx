/** The end of a visit: thanks once the answer is on the disk, or plainly that it is not stored. */

import type { PublishedQuestionnaire } from '../../../api/wire/public.ts'
import { HelpLines } from '../../answer/way/HelpLines.tsx'
import { CodeCard } from '../../code/CodeCard.tsx'
import { useComfort } from '../../parts/comfort.ts'
import { FocusedTitle } from '../../parts/focus/FocusedTitle.tsx'
import { Button } from '../../parts/forms/Button.tsx'
import { inLanguage } from '../../parts/inLanguage.ts'
import { ResultsLine } from '../../parts/ResultsLine.tsx'
import { Ribbon } from '../../parts/Ribbon.tsx'
import { useKioskSay } from '../words.ts'

type ThanksProps = { questionnaire: PublishedQuestionnaire; code: readonly string[]; done: () => void }

export function Thanks({ questionnaire, code, done }: ThanksProps) {
  const say = useKioskSay()
  const { language } = useComfort()
  return (
    <div className="stack receipt thanks">
      <FocusedTitle>{say('thanks')}</FocusedTitle>
      <p>
        {say('thanksText')} {say('thanksKeep')}
      </p>
      <HelpLines audience={questionnaire.audience} />
      <CodeCard code={code} freezesAt={questionnaire.freezesAt} name={inLanguage(questionnaire.title, language)} />
      <div className="stack thanks-side">
        <p className="receipt-small">{say('thanksCode')}</p>
        <p className="receipt-small">
          <ResultsLine slug={questionnaire.slug} />
        </p>
      </div>
      <div className="thanks-done">
        <Button kind="main" onClick={done}>
          {say('done')}
        </Button>
      </div>
    </div>
  )
}

export function Lost({ retry, stop, isBusy }: { retry: () => void; stop: () => void; isBusy: boolean }) {
  const say = useKioskSay()
  return (
    <div className="stack message" role="alert">
      <Ribbon className="message-ribbon" spans={[]} />
      <FocusedTitle>{say('lost')}</FocusedTitle>
      <p>{say('lostText')}</p>
      <div className="actions">
        <Button kind="main" disabled={isBusy} onClick={retry}>
          {say('retry')}
        </Button>
        <Button onClick={stop}>{say('stop')}</Button>
      </div>
    </div>
  )
}
