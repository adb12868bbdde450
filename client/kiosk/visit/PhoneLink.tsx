/** « Continuer sur mon téléphone »: an empty questionnaire, at the same address as everybody's. */

import { SquareImage, useSquare } from '../../code/SquareImage.tsx'
import { useComfort } from '../../parts/comfort.ts'
import { publicOrigin } from '../../parts/site.ts'
import { useKioskSay } from '../words.ts'

export function PhoneLink({ slug, channel }: { slug: string; channel: string }) {
  const say = useKioskSay()
  const { language } = useComfort()
  const query = new URLSearchParams({ canal: channel, ...(language === 'fr' ? {} : { langue: language }) })
  const address = `${publicOrigin()}/q/${slug}?${query}`
  const square = useSquare(address)
  return (
    <aside className="phone-link">
      <SquareImage square={square} label={say('phoneQr')} />
      <div>
        <h2>{say('phoneTitle')}</h2>
        <p>{say('phoneText')}</p>
      </div>
    </aside>
  )
}
