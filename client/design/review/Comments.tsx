/** What author and approver say to each other, at a place or about the whole; settled ones fold away. */
import { useState } from 'react'
import { Link } from 'wouter'
import type { design } from '../../../api/wire/public.ts'
import { spotsOf } from '../../../surveys/changes/changes.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { momentText } from '../../parts/staff/dates.ts'
import { SelectField, TextAreaField } from '../../parts/staff/Field.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { submits } from '../../parts/staff/useSaving.ts'
import { placeHref } from '../addresses.ts'
import { useDeed } from '../draft/useAction.ts'
import type { DraftRoom } from '../draft/useDraft.ts'

export function Comments({ room }: { room: DraftRoom }) {
  const { draft, slug } = room
  const [path, setPath] = useState('')
  const [text, setText] = useState('')
  const [isBusy, act] = useDeed(room)
  if (!draft) return null
  const spots = spotsOf(room.questionnaire)
  const places = [
    { path: '', name: 'Tout le questionnaire' },
    { path: 'notice', name: 'Notice' },
    { path: 'indicators', name: 'Indicateurs' },
    ...spots.filter((spot, at) => spots.findIndex((other) => other.path === spot.path) === at),
  ]
  const nameOf = (wanted: string) => places.find((place) => place.path === wanted)?.name ?? wanted
  const open = draft.comments.filter(({ settled }) => !settled)
  const settled = draft.comments.filter((comment) => comment.settled)
  const send = async () => {
    const say = async () => {
      await call('POST /api/design/:slug/comments', { params: { slug }, body: { path, text: text.trim() } })
      await room.refresh()
    }
    if (text.trim() === '') return
    if (await act({ do: say, done: 'La remarque est ajoutée.' })) setText('')
  }
  const settle = (id: string) =>
    act({
      do: async () => {
        await call('POST /api/design/:slug/comments/:id/settle', { params: { slug, id }, body: {} })
        await room.refresh()
      },
      done: 'La remarque est réglée.',
    })
  const one = (comment: design.Comment) => (
    <li key={comment.id}>
      <p className="review-where">
        {comment.byName}, {momentText(comment.at)} ·{' '}
        {comment.path === '' ? (
          'tout le questionnaire'
        ) : (
          <Link href={placeHref(slug, comment.path)}>{nameOf(comment.path)}</Link>
        )}
      </p>
      <p className="review-words">{comment.text}</p>
      {!comment.settled && (
        <Button kind="quiet" disabled={isBusy} onClick={() => void settle(comment.id)}>
          C’est réglé<span className="visually-hidden"> : {comment.text.slice(0, 60)}</span>
        </Button>
      )}
    </li>
  )
  return (
    <section className="review-comments" aria-labelledby="review-comments">
      <h2 id="review-comments">
        Remarques <span className="review-number">{open.length}</span>
      </h2>
      {open.length === 0 ? <p className="muted">Aucune remarque n’attend.</p> : <ul>{open.map(one)}</ul>}
      {settled.length > 0 && (
        <details>
          <summary>
            {settled.length} {settled.length > 1 ? 'remarques réglées' : 'remarque réglée'}
          </summary>
          <ul>{settled.map(one)}</ul>
        </details>
      )}
      <form className="form" onSubmit={submits(send)}>
        <SelectField
          label="À quel endroit"
          value={path}
          choices={places.map((place) => ({ value: place.path, text: place.name }))}
          onChange={setPath}
        />
        <TextAreaField label="Votre remarque" rows={3} maxLength={2000} value={text} onChange={setText} />
        <div className="actions">
          <Button type="submit" disabled={isBusy || text.trim() === ''}>
            Ajouter la remarque
          </Button>
        </div>
      </form>
    </section>
  )
}
