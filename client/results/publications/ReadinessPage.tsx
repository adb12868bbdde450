/** Before publishing: what is in, what is missing, what stays secret; then what publishing binds, confirmed. */
import { useCallback, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { analyse } from '../../../api/wire/public.ts'
import { leastNew } from '../../../surveys/thresholds.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { Dialog, DialogButton } from '../../parts/staff/Dialog.tsx'
import { momentText } from '../../parts/staff/dates.ts'
import { Failure } from '../../parts/staff/Field.tsx'
import { Section } from '../../parts/staff/Section.tsx'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call, sentenceOf } from '../../parts/staff/staffApi.ts'
import { notify, orNotify } from '../../parts/staff/Toasts.tsx'
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
      <QuestionnaireNav slug={slug} publication={loaded && 'value' in loaded ? loaded.value.publication : null} />
      <Loading loaded={loaded} again={again}>
        {(page) => (
          <>
            <Lines lines={page.lines} />
            <Zones {...page} />
            {page.stop ? (
              <p className="notice" data-kind="warm" role="status">
                {page.stop}
              </p>
            ) : (
              <>
                {page.request && <Asked slug={slug} request={page.request} again={again} />}
                {!page.request?.isMine && (
                  <div className="actions">
                    <Button kind="main" onClick={() => setIsAsked(true)}>
                      {mustAsk(page) ? 'Demander la publication…' : 'Publier les résultats…'}
                    </Button>
                  </div>
                )}
              </>
            )}
            {isAsked && (
              <Confirmation
                slug={slug}
                page={page}
                mustAsk={mustAsk(page)}
                onClose={() => setIsAsked(false)}
                onAsked={() => {
                  setIsAsked(false)
                  notify('La demande est faite. Prévenez la personne qui publiera.')
                  again()
                }}
              />
            )}
          </>
        )}
      </Loading>
    </StaffFrame>
  )
}

/** Two people are needed, and nobody has asked yet. */
const mustAsk = ({ byTwo, request }: analyse.Readiness) => byTwo && request === null

type AskedProps = { slug: string; request: NonNullable<analyse.Readiness['request']>; again: () => void }

function Asked({ slug, request: { byName, at, isMine }, again }: AskedProps) {
  const withdraw = async () => {
    await orNotify(async () => {
      await call('DELETE /api/analyse/:slug/publications/request', { params: { slug } })
      notify('La demande est retirée.')
    })
    again()
  }
  return (
    <div className="notice">
      <p>
        {isMine ? 'Vous avez demandé' : `${byName} a demandé`} la publication ({momentText(at)}).{' '}
        {isMine
          ? 'Une autre personne, avec le droit « Analyse », doit relire et publier.'
          : 'Relisez ce qui est là et ce qui manque, puis publiez.'}
      </p>
      <div className="actions">
        <Button kind="quiet" onClick={() => void withdraw()}>
          Retirer la demande
        </Button>
      </div>
    </div>
  )
}

const Lines = ({ lines }: Pick<analyse.Readiness, 'lines'>) => (
  <Section id="ready-title" title="Ce qui est là, ce qui manque">
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
  </Section>
)

export function Zones({
  zones,
  held,
  updates,
  secret,
}: Pick<analyse.Readiness, 'zones' | 'held' | 'updates' | 'secret'>) {
  if (zones.length === 0) return null
  const withheld = [...zones.filter(({ isShown }) => !isShown), ...held]
  return (
    <Section
      id="secret-title"
      title={updates === '' && held.length === 0 ? 'Ce qui ne sera pas montré' : 'Ce qui sera mis à jour, ou pas'}
    >
      {secret && secret.secret > 0 && (
        <p>
          Dans la publication n° {secret.publication}, {secret.secret} résultat{secret.secret > 1 ? 's' : ''} sur{' '}
          {secret.findings} n’{secret.secret > 1 ? 'ont' : 'a'} pas de chiffre, faute de réponses.
        </p>
      )}
      <Updates text={updates} />
      {withheld.length === 0 ? (
        <p>Chaque zone a assez de réponses.</p>
      ) : (
        <ul className="readiness">
          {withheld.map(({ text }) => (
            <li key={text} data-kind="warm">
              <span aria-hidden="true">!</span>
              <p>{text}</p>
            </li>
          ))}
        </ul>
      )}
      {held.length > 0 && (
        <p className="muted">
          Les réponses nouvelles ne se cumulent pas au-delà d’une publication : pour qu’une zone change, il en faut{' '}
          {leastNew} entre deux publications de réponses différentes, dont cinq en ligne au plus comptent par heure.
          Publier trop tôt remet ce compte à zéro.
        </p>
      )}
    </Section>
  )
}

/** How many figures the next publication changes, and keeps. */
const Updates = ({ text }: { text: string }) => text !== '' && <p className="notice">{text}</p>

type Props = { slug: string; page: analyse.Readiness; mustAsk: boolean; onClose: () => void; onAsked: () => void }

function Confirmation({ slug, page: { binds, updates, secret }, mustAsk, onClose, onAsked }: Props) {
  const [, go] = useLocation()
  const [failure, setFailure] = useState('')
  async function publish() {
    try {
      await call('POST /api/analyse/:slug/publications', { params: { slug }, body: {} })
      if (mustAsk) onAsked()
      else go(`/analyse/${slug}/publications`)
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
      actions={<DialogButton onPress={publish}>{mustAsk ? 'Demander la publication' : 'Publier'}</DialogButton>}
    >
      <Updates text={updates} />
      <ul className="sentences">
        {binds.map(({ text, list }) => (
          <li key={text}>
            {text}
            {list.length > 0 && (
              <details className="small">
                <summary>Lesquelles ?</summary>
                <ul>
                  {list.map((one) => (
                    <li key={one}>{one}</li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
      {secret && <p>Les pages des résultats, la carte et les pages du comité montreront aussitôt cette publication.</p>}
      <p className="muted">
        La page publique reste comme elle est : c’est à part qu’on y montre une publication. Une erreur se corrige par
        un erratum, ou en retirant la publication.
      </p>
      <Failure text={failure} />
    </Dialog>
  )
}
