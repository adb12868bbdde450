/** When a page or a question appears, in a sentence, with the way to its conditions. */
import { Link } from 'wouter'
import { sentenceOfCondition } from '../../../surveys/conditions/words.ts'
import { findElement } from '../../../surveys/edit/places.ts'
import { tabHref } from '../addresses.ts'
import type { DraftRoom } from '../draft/useDraft.ts'

type Props = { room: DraftRoom; path: string; condition: unknown; parent: string | null }

export function Shows({ room, path, condition, parent }: Props) {
  const isSet = typeof condition === 'string' && condition.trim() !== ''
  const around = parent === null ? null : (findElement(room.questionnaire, parent)?.element ?? null)
  const sentence = isSet ? sentenceOfCondition(room.questionnaire, condition, around) : null
  return (
    <section aria-label="Quand elle s’affiche">
      <h3>Quand elle s’affiche</h3>
      <p>{isSet ? (sentence ? `Seulement si ${sentence}.` : 'Sa condition ne se lit pas.') : 'Toujours.'}</p>
      <Link className="button" href={`${tabHref(room.slug, 'logique')}#${encodeURIComponent(path)}`}>
        {isSet ? 'Changer la condition' : 'Afficher seulement si…'}
      </Link>
    </section>
  )
}
