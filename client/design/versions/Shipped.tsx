/** What a newer shipped questionnaire would change: read, then taken as the next draft, or left. */
import { useCallback } from 'react'
import { Link, useLocation } from 'wouter'
import type { design } from '../../../api/wire/public.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { notify, orNotify } from '../../parts/staff/Toasts.tsx'
import { useLoaded } from '../../parts/useLoaded.ts'

export function Shipped({ slug }: { slug: string }) {
  const load = useCallback(() => call('GET /api/design/:slug/shipped', { params: { slug } }), [slug])
  const [loaded, again] = useLoaded(load)
  const page = loaded && 'value' in loaded ? loaded.value : null
  return (
    <StaffFrame
      title={page ? `Nouveautés\u202f: ${page.title}` : 'Nouveautés'}
      lead="Le texte fourni avec le site a changé depuis qu’il est installé ici. Les habitants lisent toujours l’ancien : rien ne change sans vous."
    >
      <p>
        <Link href={`/gerer/questionnaires/${slug}`}>← Retour au questionnaire</Link>
      </p>
      <Loading loaded={loaded} again={again}>
        {(value) => <Changes page={value} />}
      </Loading>
    </StaffFrame>
  )
}

function Changes({ page: { slug, digest, hasDraft, changes } }: { page: design.ShippedPage }) {
  const [, go] = useLocation()
  async function take() {
    await orNotify(async () => {
      await call('POST /api/design/:slug/shipped', { params: { slug }, body: { digest } })
      go(`/concevoir/${slug}`)
    })
  }
  async function leave() {
    await orNotify(async () => {
      await call('DELETE /api/design/:slug/shipped/:digest', { params: { slug, digest } })
      notify('Vous gardez votre texte. Cette proposition ne reviendra pas.')
      go('/gerer')
    })
  }
  return (
    <>
      <ul className="section">
        {changes.map(({ where, sentence, before, after }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two changes may read alike
          <li key={index}>
            <strong>{where}</strong> : {sentence}
            {before !== null && after !== null && (
              <p className="muted">
                «\u202f{before}\u202f» devient «\u202f{after}\u202f»
              </p>
            )}
          </li>
        ))}
      </ul>
      {hasDraft && (
        <p className="notice">
          Ce questionnaire a déjà un brouillon : faites-le approuver ou supprimez-le avant de prendre ce texte.
        </p>
      )}
      <div className="actions">
        <Button kind="main" disabled={hasDraft} onClick={() => void take()}>
          En faire le prochain brouillon
        </Button>
        <Button kind="quiet" onClick={() => void leave()}>
          Garder notre texte
        </Button>
      </div>
    </>
  )
}
