/** The canvas: the outline, the page as people will see it, what can be set. */
import { useState } from 'react'
import { findElement, pagesOf } from '../../../surveys/edit/places.ts'
import { Spoken } from '../../words/useSay.ts'
import type { DraftRoom } from '../draft/useDraft.ts'
import { Properties } from '../props/Properties.tsx'
import { AddDialog } from './AddDialog.tsx'
import { Outline } from './Outline.tsx'
import { PageCanvas } from './PageCanvas.tsx'
import { RemoveDialog } from './RemoveDialog.tsx'
import { useSelection } from './selection.ts'
import type { Adding } from './tools.ts'
import { useDeeds } from './useDeeds.ts'
import { useIdentity } from './useIdentity.ts'
import '../../answer/answer.css'
import '../../answer/question/questions.css'
import '../../answer/week/week.css'
import './canvas.css'
import './outline.css'
import './page-canvas.css'
import './choices.css'
import './add.css'
import '../props/properties.css'

export function Page({ room }: { room: DraftRoom }) {
  const { questionnaire } = room
  const [selection, select] = useSelection(questionnaire)
  const deeds = useDeeds(room, select)
  const identity = useIdentity()
  const [adding, setAdding] = useState<Adding | null>(null)
  const [removing, setRemoving] = useState<{ kind: 'page' | 'element'; path: string } | null>(null)
  const found = selection.path === null ? null : findElement(questionnaire, selection.path)
  const isEmpty = pagesOf(questionnaire).length === 0
  const tools = { room, selection, select, deeds, identity, add: setAdding, remove: setRemoving }
  return (
    <Spoken value="fr">
      <div className="canvas">
        <Outline {...tools} />
        {isEmpty ? (
          <div className="canvas-empty">
            <p>Ce questionnaire n’a pas encore de page.</p>
            {!room.isReadOnly && (
              <button type="button" className="button" data-kind="main" onClick={() => deeds.addPage(null)}>
                Ajouter la première page
              </button>
            )}
          </div>
        ) : (
          <PageCanvas {...tools} />
        )}
        <Properties room={room} selection={selection} found={found} select={select} identity={identity} />
      </div>
      <p className="visually-hidden" role="status" aria-live="assertive">
        {deeds.said}
      </p>
      {adding && (
        <AddDialog deeds={deeds} adding={adding} questionnaire={questionnaire} onClose={() => setAdding(null)} />
      )}
      {removing && (
        <RemoveDialog
          questionnaire={questionnaire}
          removing={removing}
          onClose={() => setRemoving(null)}
          onRemove={() => {
            setRemoving(null)
            if (removing.kind === 'page') deeds.removePage(removing.path)
            else deeds.remove(removing.path)
          }}
        />
      )}
    </Spoken>
  )
}
