/** Why nothing can be changed here now, and what opens it again. */
import { useState } from 'react'
import { call, sentenceOf } from '../../parts/staff/staffApi.ts'
import { notifyProblem } from '../../parts/staff/Toasts.tsx'
import type { DraftRoom } from './useDraft.ts'

export function Locked({ room }: { room: DraftRoom }) {
  const [isBusy, setIsBusy] = useState(false)
  if (!room.isReadOnly) return null
  async function act(place: 'draft' | 'unask') {
    setIsBusy(true)
    try {
      await call(`POST /api/design/:slug/${place}`, { params: { slug: room.slug }, body: {} })
      room.reload()
    } catch (error) {
      notifyProblem(sentenceOf(error))
      setIsBusy(false)
    }
  }
  const { draft, published, status } = room
  return (
    <div className="notice">
      {draft ? (
        <p>
          En relecture{draft.askedBy && ` à la demande de ${draft.askedBy.name}`} : rien ne change tant qu’une autre
          personne n’a pas approuvé ou renvoyé le questionnaire.
        </p>
      ) : (
        <p>
          Ceci est la version {published?.version}, publiée : elle ne change plus.
          {status === 'archived'
            ? ' Ce questionnaire est archivé.'
            : ' Pour changer quelque chose, ouvrez un brouillon de la version suivante.'}
        </p>
      )}
      {status !== 'archived' && (
        <div className="actions">
          <button
            type="button"
            className="button"
            data-kind={draft ? undefined : 'main'}
            disabled={isBusy}
            onClick={() => act(draft ? 'unask' : 'draft')}
          >
            {draft ? 'Reprendre le brouillon' : 'Ouvrir un brouillon'}
          </button>
        </div>
      )}
    </div>
  )
}
