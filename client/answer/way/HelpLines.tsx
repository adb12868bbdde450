/** Help at the end, the same whatever was answered; the numbers that help the young, one touch away: 119 is for those under 18. */

import type { ReactNode } from 'react'
import type { PublishedQuestionnaire } from '../../../api/wire/public.ts'
import { isForYoung } from '../../../surveys/questionnaire/audiences.ts'
import { useIsShared } from '../../parts/shared.ts'
import { useSay } from '../../words/useSay.ts'

type Props = Pick<PublishedQuestionnaire, 'audience'> & {
  /** Where else to find help: null where the authority offers nothing. */
  children?: ReactNode
}

export function HelpLines({ audience, children }: Props) {
  const say = useSay()
  if (!isForYoung(audience) && !children) return null
  return (
    <section className="stack receipt-help" aria-labelledby="help">
      <h2 id="help">{say('receiptHelp.title')}</h2>
      {isForYoung(audience) && (
        <p>
          <HelpText audience={audience} />
        </p>
      )}
      {children}
    </section>
  )
}

/** The sentence, its numbers as links; without an audience, for every age. */
export function HelpText({ audience }: Partial<Pick<PublishedQuestionnaire, 'audience'>>) {
  const say = useSay()
  const isShared = useIsShared()
  return say(audience === 'young-11-15' ? 'receiptHelp.text' : 'receiptHelp.everyAge')
    .split(/\b(17|112|119|3018|3114)\b/)
    .map((part, index) =>
      // a tablet for everybody calls nobody
      index % 2 === 1 && !isShared ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
        <a key={index} href={`tel:${part}`}>
          {part}
        </a>
      ) : (
        part
      ),
    )
}
