/** The numbers that help the young, at the end of theirs and under what touches them: 119 and 3018, one touch away. */

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
        <HelpText />
      </p>
    </section>
  )
}

/** The sentence, its numbers as links. */
export function HelpText() {
  const say = useSay()
  const isShared = useIsShared()
  return say('receiptHelp.text')
    .split(/\b(119|3018)\b/)
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
