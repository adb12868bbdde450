/** Two people, one draft, the same places: who changed it, and a choice in which neither work is lost. */
import { useCallback, useState } from 'react'
import { useLocation } from 'wouter'
import { frenchOf } from '../../../surveys/questionnaire/elements.ts'
import { TextField } from '../../parts/staff/Field.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { notify } from '../../parts/staff/Toasts.tsx'
import { useSaving } from '../../parts/staff/useSaving.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { tabHref } from '../addresses.ts'
import { Changes } from '../changes/Changes.tsx'
import { deviceCopies } from './device-copy.ts'
import type { DraftRoom } from './useDraft.ts'

export function Conflict({ room }: { room: DraftRoom }) {
  const [, go] = useLocation()
  const [newSlug, setNewSlug] = useState(`${room.slug.slice(0, 33)}-copie`)
  const [errors, saving, isBusy] = useSaving()
  const [loaded] = useLoaded(
    useCallback(() => call('GET /api/design/:slug', { params: { slug: room.slug } }), [room.slug]),
  )
  const draft = loaded && 'value' in loaded ? loaded.value.draft : null
  const theirs = draft?.questionnaire ?? null

  const keepMine = () =>
    saving(async () => {
      const title = `${frenchOf(room.questionnaire.title) || 'Sans titre'} (copie)`
      await call('POST /api/design', { body: { from: 'blank', title, newSlug } })
      const copy = await call('GET /api/design/:slug', { params: { slug: newSlug } })
      const questionnaire = { ...room.questionnaire, slug: newSlug, version: 1, title }
      await call('PUT /api/design/:slug', {
        params: { slug: newSlug },
        body: { revision: copy.revision, questionnaire },
      })
      await deviceCopies.drop(room.slug, room.me.login)
      notify('Votre travail est devenu un questionnaire à part. L’autre n’a pas été touché.')
      go(tabHref(newSlug, 'page'))
    })
  async function takeTheirs() {
    await deviceCopies.drop(room.slug, room.me.login)
    room.reload()
  }
  return (
    <section className="conflict" aria-labelledby="conflict-title">
      <h2 id="conflict-title">
        {draft?.updatedBy === room.me.login
          ? 'Vous avez changé ce questionnaire ailleurs'
          : 'Quelqu’un d’autre a changé ce questionnaire'}
      </h2>
      <p>{room.problem} Vous avez changé les mêmes endroits : ils ne peuvent pas être réunis.</p>
      <p>Rien n’est perdu : ce que vous avez fait est encore ici et sur cet appareil. Choisissez ce qui continue.</p>
      <div className="conflict-ways">
        <div>
          <h3>Continuer avec l’autre</h3>
          <p>Vous reprenez le questionnaire tel qu’il est maintenant. Vos derniers changements sont laissés.</p>
          <button type="button" className="button" data-kind="main" onClick={takeTheirs}>
            Prendre l’autre version
          </button>
        </div>
        <div>
          <h3>Garder le mien à part</h3>
          <TextField
            label="Code de la copie"
            help="Il sert dans les adresses : /q/code"
            error={errors.newSlug}
            value={newSlug}
            onChange={setNewSlug}
          />
          <button type="button" className="button" disabled={isBusy} onClick={keepMine}>
            Garder mon travail en copie
          </button>
        </div>
      </div>
      {theirs && (
        <section aria-labelledby="conflict-differences">
          <h3 id="conflict-differences">Ce qui diffère</h3>
          <Changes before={theirs} after={room.questionnaire} titles={['L’autre version', 'La vôtre']} />
        </section>
      )}
    </section>
  )
}
