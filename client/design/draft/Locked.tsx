/** Why nothing can be changed here now, and what opens it again; of a draft, what it is the draft of. */
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { remarksOf } from '../../../surveys/review/sent-back.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { useMe } from '../../parts/staff/me.ts'
import { call, sentenceOf } from '../../parts/staff/staffApi.ts'
import { notifyProblem } from '../../parts/staff/Toasts.tsx'
import { requestHref, tabHref } from '../addresses.ts'
import type { DraftRoom } from './useDraft.ts'

export function Locked({ room }: { room: DraftRoom }) {
  const [isBusy, setIsBusy] = useState(false)
  const [path] = useLocation()
  const isPublisher = useMe()?.account?.roles.includes('publisher') ?? false
  if (!room.isReadOnly) return null
  async function open() {
    setIsBusy(true)
    try {
      await call('POST /api/design/:slug/draft', { params: { slug: room.slug }, body: {} })
      room.reload()
    } catch (error) {
      notifyProblem(sentenceOf(error))
      setIsBusy(false)
    }
  }
  const { draft, published, status } = room
  // the request itself is on that page
  const isElsewhere = path !== tabHref(room.slug, 'controle')
  const mayAnswer = isPublisher && draft?.askedBy?.login !== room.me.login
  return (
    <div className="notice">
      {draft ? (
        <p>
          En relecture{draft.askedBy && ` à la demande de ${draft.askedBy.name}`}
          {'\u202f'}: rien ne change{' '}
          {mayAnswer
            ? 'avant votre réponse.'
            : 'tant qu’une autre personne n’a pas approuvé ou renvoyé le questionnaire.'}
        </p>
      ) : (
        <p>
          Ceci est la version {published?.version}, approuvée : elle ne change plus.
          {status === 'archived'
            ? ' Ce questionnaire est archivé.'
            : ' Pour changer quelque chose, ouvrez un brouillon de la version suivante.'}
        </p>
      )}
      {draft && isElsewhere && (
        <div className="actions">
          <Link className="button" data-kind={mayAnswer ? 'main' : undefined} href={requestHref(room.slug)}>
            {mayAnswer ? 'Lire la demande et y répondre' : 'Voir la demande, ou la retirer'}
          </Link>
        </div>
      )}
      {!draft && status !== 'archived' && (
        <div className="actions">
          {status === 'open' && (
            <Link className="button" data-kind="main" href={`/terrain/${room.slug}/diffusion`}>
              La suite : diffuser
            </Link>
          )}
          <Button kind={status === 'open' ? undefined : 'main'} disabled={isBusy} onClick={() => void open()}>
            Ouvrir un brouillon
          </Button>
        </div>
      )}
    </div>
  )
}

/** In the draft of a next version, which one it is, and what inhabitants see meanwhile. */
export function draftNote({ draft, published, status, isReadOnly }: DraftRoom): string | undefined {
  if (isReadOnly || !draft || !published) return undefined
  const { version } = published
  // what it was sent back for stands beside
  if (remarksOf(draft) > 0) return `Brouillon de la version ${version + 1}.`
  return status === 'open'
    ? `Brouillon de la version ${version + 1}. Les habitants voient toujours la version ${version}.`
    : `Brouillon de la version ${version + 1}. La version ${version} ne change pas d’ici là.`
}
