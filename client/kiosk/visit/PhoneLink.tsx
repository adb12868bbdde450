/** « Continuer sur mon téléphone »: an empty questionnaire, at the same address as everybody's. */
import { useEffect, useState } from 'react'
import { pathOf, type Square, squareOf } from '../../code/picture.ts'
import { useComfort } from '../../parts/comfort.ts'
import { useKioskSay } from '../words.ts'

export function PhoneLink({ slug, channel }: { slug: string; channel: string }) {
  const say = useKioskSay()
  const { language } = useComfort()
  const [square, setSquare] = useState<Square | null>(null)
  const query = new URLSearchParams({ canal: channel, ...(language === 'fr' ? {} : { langue: language }) })
  const address = `${location.origin}/q/${slug}?${query}`
  useEffect(() => {
    let isWanted = true
    void squareOf(address).then((drawn) => isWanted && setSquare(drawn))
    return () => {
      isWanted = false
    }
  }, [address])
  return (
    <aside className="phone-link">
      {square && (
        <svg viewBox={`-2 -2 ${square.size + 4} ${square.size + 4}`} role="img" aria-label={say('phoneQr')}>
          <rect x="-2" y="-2" width={square.size + 4} height={square.size + 4} fill="#fff" />
          <path d={pathOf(square)} fill="#000" />
        </svg>
      )}
      <div>
        <h2>{say('phoneTitle')}</h2>
        <p>{say('phoneText')}</p>
      </div>
    </aside>
  )
}
