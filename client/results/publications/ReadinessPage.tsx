/** Before publishing: what is in, what is missing, what stays secret; then what publishing binds, confirmed. */
import { useCallback, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { analyse } from '../../../api/wire/public.ts'
import { Loading } from '../../parts/Loading.tsx'
import { Dialog } from '../../parts/staff/Dialog.tsx'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call, sentenceOf } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { QuestionnaireNav } from '../QuestionnaireNav.tsx'

export function ReadinessPage({ slug }: { slug: string }) {
  const [loaded, again] = useLoaded(
    useCallback(() => call('GET /api/analyse/:slug/readiness', { params: { slug } }), [slug]),
  )
  const [isAsked, setIsAsked] = useState(false)
  return (
    <StaffFrame
      title="Avant de publier"
      questionnaire={{ slug, title: loaded && 'value' in loaded ? loaded.value.title : '', stage: 'results' }}
    >
      <QuestionnaireNav slug={slug} />
      <Loading loaded={loaded} again={again}>
        {(page) => (
          <>
            <Lines lines={page.lines} />
            <Zones zones={page.zones} secret={page.secret} />
            {page.stop ? (
              <p className="notice" data-kind="warm" role="status">
                {page.stop}
              </p>
            ) : (
              <div className="actions">
                <button type="button" className="button" data-kind="main" onClick={() => setIsAsked(true)}>
                  Publier les résultats…
                </button>
              </div>
            )}
            {isAsked && <Confirmation slug={slug} binds={page.binds} onClose={() => setIsAsked(false)} />}
          </>
        )}
      </Loading>
    </StaffFrame>
  )
}

const Lines = ({ lines }: Pick<analyse.Readiness, 'lines'>) => (
  <section className="section" aria-labelledby="ready-title">
    <h2 id="ready-title">Ce qui est là, ce qui manque</h2>
    <ul className="readiness">
      {lines.map(({ kind, text, link, linkText }) => (
        <li key={text} data-kind={kind}>
          <span aria-hidden="true">{kind === 'good' ? '✓' : '!'}</span>
          <p>
            <span className="visually-hidden">{kind === 'good' ? 'C’est prêt : ' : 'À vérifier : '}</span>
            {text} {link && <Link href={link}>{linkText}</Link>}
          </p>
        </li>
      ))}
    </ul>
  </section>
)

function Zones({ zones, secret }: Pick<analyse.Readiness, 'zones' | 'secret'>) {
  if (zones.length === 0) return null
  return (
    <section className="section" aria-labelledby="secret-title">
      <h2 id="secret-title">Ce qui restera secret</h2>
      {secret && secret.secret > 0 && (
        <p>
          Dans la publication n° {secret.publication}, {secret.secret} résultat{secret.secret > 1 ? 's' : ''} sur{' '}
          {secret.findings} n’{secret.secret > 1 ? 'ont' : 'a'} pas de chiffre, faute de réponses.
        </p>
      )}
      <ul className="readiness">
        {zones.map(({ name, isShown, text }) => (
          <li key={name} data-kind={isShown ? 'good' : 'warm'}>
            <span aria-hidden="true">{isShown ? '✓' : '!'}</span>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Props = { slug: string; binds: string[]; onClose: () => void }

function Confirmation({ slug, binds, onClose }: Props) {
  const [, go] = useLocation()
  const [failure, setFailure] = useState('')
  async function publish() {
    try {
      await call('POST /api/analyse/:slug/publications', { params: { slug }, body: {} })
      go(`/analyse/${slug}/publications`)
    } catch (error) {
      setFailure(sentenceOf(error))
    }
  }
  return (
    <Dialog
      isOpen
      title="Publier : ce qui est figé pour de bon"
      closeText="Pas maintenant"
      onClose={onClose}
      actions={
        <button type="button" className="button" data-kind="main" onClick={publish}>
          Publier
        </button>
      }
    >
      <ul className="sentences">
        {binds.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className="muted">
        Les habitants ne voient rien encore : la page publique s’ouvre à part. Une erreur se corrige par un erratum, ou
        en retirant la publication.
      </p>
      {failure && (
        <p className="form-error" role="alert">
          {failure}
        </p>
      )}
    </Dialog>
  )
}
