/** After the receipt of a young person: a way to write an idea or to take part, apart from the answers. */
import type { PublishedQuestionnaire } from '../../../api/wire/public.ts'
import { useIsShared } from '../../parts/shared.ts'
import { useSite } from '../../parts/site.ts'
import { useSay } from '../../words/useSay.ts'

export function YoungOffer({ audience }: Pick<PublishedQuestionnaire, 'audience'>) {
  const say = useSay()
  const site = useSite()
  const isShared = useIsShared()
  if (!site?.hasYoung || !audience.startsWith('young') || isShared) return null
  return (
    <div className="stack-tight no-print">
      <p>{say('receipt.takePartWhy')}</p>
      <div className="actions">
        <a className="button" href="/participer">
          {say('receipt.takePart')}
        </a>
      </div>
    </div>
  )
}
