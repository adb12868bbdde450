/** The numbers that help the young, at the end of theirs: 119 and 3018. */
import type { PublishedQuestionnaire } from '../../../api/wire/public.ts'
import { useSay } from '../../words/useSay.ts'

export function HelpLines({ audience }: Pick<PublishedQuestionnaire, 'audience'>) {
  const say = useSay()
  if (!audience.startsWith('young')) return null
  return (
    <section className="stack receipt-help" aria-labelledby="help">
      <h2 id="help">{say('receiptHelp.title')}</h2>
      <p>{say('receiptHelp.text')}</p>
    </section>
  )
}
