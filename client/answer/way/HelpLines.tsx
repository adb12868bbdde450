/** The numbers that help the young, at the end of theirs and under what touches them, one touch away; 119 is for those under 18. */

import type { PublishedQuestionnaire } from '../../../api/wire/public.ts'
import { isForYoung } from '../../../surveys/questionnaire/audiences.ts'
import { useIsShared } from '../../parts/shared.ts'
import { useSay } from '../../words/useSay.ts'

export function HelpLines({ audience }: Pick<PublishedQuestionnaire, 'audience'>) {
  const say = useSay()
  if (!isForYoung(audience)) return null
  return (
    <section className="stack receipt-help" aria-labelledby="help">
      <h2 id="help">{say('receiptHelp.title')}</h2>
      <p>
        <HelpText audience={audience} />
      </p>
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
