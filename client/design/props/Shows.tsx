/** When a page or a question appears: its condition, made and changed in place. */
import { Link } from 'wouter'
import { tabHref } from '../addresses.ts'
import type { DraftRoom } from '../draft/useDraft.ts'
import { ConditionEditor } from '../logic/ConditionEditor.tsx'

type Props = { room: DraftRoom; path: string; condition: unknown; parent: string | null }

export function Shows({ room, path, condition, parent }: Props) {
  return (
    <section aria-label="Quand elle s’affiche">
      <h3>Quand elle s’affiche</h3>
      <ConditionEditor
        room={room}
        path={path}
        condition={typeof condition === 'string' ? condition : ''}
        parent={parent}
      />
      <Link href={`${tabHref(room.slug, 'logique')}#${encodeURIComponent(path)}`}>Voir tout le parcours</Link>
    </section>
  )
}
