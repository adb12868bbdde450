/** The typologies of a questionnaire: a new one to ask for, and those that were made. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { typologies } from '../../../api/wire/public.ts'
import { leastClass, leastTypology } from '../../../surveys/thresholds.ts'
import { Loading } from '../../parts/Loading.tsx'
import { DataTable } from '../../parts/staff/DataTable.tsx'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call, sentenceOf } from '../../parts/staff/staffApi.ts'
import type { Loaded } from '../../parts/useLoaded.ts'
import { QuestionnaireNav } from '../QuestionnaireNav.tsx'
import { Strength } from '../Strength.tsx'
import { day } from '../words.ts'
import { TypologyForm } from './TypologyForm.tsx'

export function Typologies({ slug }: { slug: string }) {
  const [loaded, setLoaded] = useState<Loaded<typologies.TypologiesPage>>(null)
  const [failure, setFailure] = useState('')
  const [, goTo] = useLocation()
  // only whoever asked is taken to what was made
  const isMine = useRef(false)
  const ask = useCallback(() => {
    call('GET /api/analyse/:slug/typologies', { params: { slug } }).then(
      (value) => {
        setLoaded({ value })
        if (!isMine.current || value.isWorking) return
        isMine.current = false
        if (value.made !== null) goTo(`/analyse/${slug}/typologies/${value.made}`)
      },
      (error) => setLoaded({ error }),
    )
  }, [slug, goTo])
  useEffect(ask, [ask])
  useEffect(() => {
    if (!loaded || !('value' in loaded) || !loaded.value.isWorking) return
    const wait = setTimeout(ask, 700)
    return () => clearTimeout(wait)
  }, [loaded, ask])
  const make = async (body: typologies.NewTypology) => {
    setFailure('')
    try {
      await call('POST /api/analyse/:slug/typologies', { params: { slug }, body })
      isMine.current = true
      ask()
    } catch (error) {
      setFailure(sentenceOf(error))
    }
  }
  return (
    <StaffFrame
      title="Typologie"
      questionnaire={{ slug, title: loaded && 'value' in loaded ? loaded.value.title : '', stage: 'results' }}
      isWide
    >
      <QuestionnaireNav slug={slug} publication={loaded && 'value' in loaded ? loaded.value.publication : null} />
      <Loading loaded={loaded} again={ask}>
        {(page) =>
          page.publication === null ? (
            <p className="empty">
              Rien n’est encore publié. <Link href={`/analyse/${slug}/publications`}>Publier les résultats</Link>
            </p>
          ) : (
            <>
              <p className="muted">
                Une typologie cherche les familles de réponses : qui répond comme qui, à plusieurs questions à la fois.
                Il faut {leastTypology} personnes au moins ; aucune classe n’en compte moins de {leastClass}.
              </p>
              <div role="status">
                {page.isWorking && <p className="notice">Calcul en cours : quelques secondes…</p>}
              </div>
              {(failure || page.failure) && (
                <p className="notice" data-kind="warm" role="alert">
                  {failure || page.failure}
                </p>
              )}
              {page.questions.length < page.least ? (
                <p className="empty">
                  Ce questionnaire pose {page.questions.length} questions à une seule réponse ; une typologie en demande{' '}
                  {page.least} au moins. <Link href={`/analyse/${slug}/questions`}>Croiser deux questions</Link>
                </p>
              ) : page.left > 0 ? (
                <TypologyForm page={page} make={make} />
              ) : (
                <p className="empty">
                  Cette publication a donné toutes ses typologies : davantage ferait connaître des personnes en les
                  comparant. La publication suivante en permettra d’autres.
                </p>
              )}
              <Made slug={slug} page={page} />
            </>
          )
        }
      </Loading>
    </StaffFrame>
  )
}

function Made({ slug, page }: { slug: string; page: typologies.TypologiesPage }) {
  return (
    <DataTable
      caption="Typologies, la plus récente d’abord"
      isCaptionShown
      rows={page.typologies}
      keyOf={({ number }) => number}
      empty="Aucune typologie n’a encore été faite."
      columns={[
        {
          title: 'Numéro',
          isHeading: true,
          cell: ({ number }) => <Link href={`/analyse/${slug}/typologies/${number}`}>n° {number}</Link>,
        },
        { title: 'Date', cell: ({ at }) => day(at) },
        { title: 'Classes', isNumber: true, cell: ({ classes }) => classes },
        { title: 'Solidité', cell: ({ strength }) => <Strength strength={strength} /> },
        { title: 'Questions', cell: ({ questions }) => questions.join(' · ') },
      ]}
    />
  )
}
