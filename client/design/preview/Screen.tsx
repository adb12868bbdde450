/** A screen of its true size, shrunk to fit beside the designer; what is inside is the real application. */
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../parts/forms/Button.tsx'
import { trialAddress, type View } from './views.ts'

const frameWidth = 20
const leastHeight = 460
const margin = 36

type Props = { slug: string; view: View; place: { path: string; title: string } | null; leavePlace: () => void }

/** @param place question it begins at; null = at the notice */
export function Screen({ slug, view, place, leavePlace }: Props) {
  const address = trialAddress(slug, view, place?.path ?? '')
  const room = useRef<HTMLDivElement>(null)
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    const outer = room.current
    if (!outer) return
    // set by script: the content policy allows no style in the markup
    const shrink = () => {
      const scale = Math.min(1, (outer.clientWidth - frameWidth) / view.width)
      // the whole screen is seen at once, however short the designer's own is
      const left = Math.max(leastHeight, innerHeight - outer.getBoundingClientRect().top - scrollY - margin)
      const height = Math.min(view.height, left / scale)
      outer.style.setProperty('--scale', String(scale))
      outer.style.setProperty('--width', `${view.width}px`)
      outer.style.setProperty('--height', `${height}px`)
    }
    shrink()
    const observer = new ResizeObserver(shrink)
    observer.observe(outer)
    return () => observer.disconnect()
  }, [view])
  return (
    <section className="preview-stage" aria-label={`Aperçu : ${view.title}`}>
      <div className="preview-bar both-ends">
        <p className="muted">
          {place ? `Commence à «\u202f${place.title}\u202f», sans ses conditions. ` : `${view.note} `}
          Répondez pour essayer : rien n’est envoyé ni gardé.
        </p>
        <div className="actions">
          {place && (
            <Button kind="quiet" onClick={leavePlace}>
              Voir depuis le début
            </Button>
          )}
          <Button kind="quiet" onClick={() => setTurn(turn + 1)}>
            Recommencer
          </Button>
          <a className="button" data-kind="quiet" href={address} target="_blank" rel="noreferrer">
            Ouvrir dans un onglet
          </a>
        </div>
      </div>
      <div className="preview-room" ref={room}>
        <div className="preview-device" data-shape={view.width < 600 ? 'phone' : 'wide'}>
          <iframe key={turn} src={address} title={`Le questionnaire, vu ainsi : ${view.title}`} />
        </div>
      </div>
    </section>
  )
}
