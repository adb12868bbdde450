/** The publications of a questionnaire: the current one, the earlier ones, and the button that makes the next. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { analyse } from '../../../api/wire/public.ts'
import { dayOf, hourText } from '../../../surveys/days.ts'
import { leastNew } from '../../../surveys/thresholds.ts'
import { Waiting } from '../../fieldwork/Waiting.tsx'
import { Button } from '../../parts/forms/Button.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { DataTable } from '../../parts/staff/DataTable.tsx'
import { Section } from '../../parts/staff/Section.tsx'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import type { Loaded } from '../../parts/useLoaded.ts'
import { QuestionnaireNav } from '../QuestionnaireNav.tsx'
import { answers, day } from '../words.ts'
import { Answered } from './Answered.tsx'
import { CorrectDialog } from './CorrectDialog.tsx'
import { PublicationFiles } from './PublicationFiles.tsx'
import { PublicDialog } from './PublicDialog.tsx'

export function Publications({ slug }: { slug: string }) {
  const [loaded, setLoaded] = useState<Loaded<analyse.PublicationsPage>>(null)
  const [wrong, setWrong] = useState<analyse.PublicationLine | null>(null)
  const [shown, setShown] = useState<analyse.PublicationLine | null>(null)
  const ask = useCallback(() => {
    call('GET /api/analyse/:slug/publications', { params: { slug } }).then(
      (value) => setLoaded({ value }),
      (error) => setLoaded({ error }),
    )
  }, [slug])
  useEffect(ask, [ask])
  const teller = useRef<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was done is told once the page has come again
  useEffect(() => {
    if (teller.current === null) return
    document.getElementById(teller.current)?.focus()
    teller.current = null
  }, [loaded])
  const working = loaded && 'value' in loaded ? loaded.value.working : null
  useEffect(() => {
    if (!working) return
    const wait = setTimeout(ask, 700)
    return () => clearTimeout(wait)
  }, [working, ask])
  const publicNumber = (loaded && 'value' in loaded && loaded.value.open?.number) || null
  // of one that is withdrawn, everybody reads that it is, and no figure
  const isShownOf = ({ number }: Line) => number === publicNumber
  const shownNumber =
    loaded && 'value' in loaded && loaded.value.publications.some((one) => isShownOf(one) && isWithdrawn(one))
      ? null
      : publicNumber
  return (
    <StaffFrame
      title="Publications"
      questionnaire={{ slug, title: loaded && 'value' in loaded ? loaded.value.title : '', stage: 'results' }}
      isWide
      actions={
        working === null && (
          <Link href={`/analyse/${slug}/publier`} className="button" data-kind="main">
            Préparer une publication
          </Link>
        )
      }
    >
      <QuestionnaireNav
        slug={slug}
        publication={
          (loaded && 'value' in loaded && loaded.value.publications.find((one) => !isWithdrawn(one))) || null
        }
      />
      <p className="muted">
        Une publication fige les chiffres du jour. La suivante attend {leastNew} nouvelles réponses ou des tables
        nouvelles, et chaque groupe attend ses réponses, pour que personne ne devine qui a répondu entre les deux.
      </p>
      <div role="status">
        {working && (
          <div className="notice">
            <p id="publishing">
              Publication en cours
              {working.total > 0
                ? ` : ${working.done} questions protégées sur ${working.total}`
                : ' : lecture des réponses et calcul des résultats'}
              …
            </p>
            <progress
              aria-labelledby="publishing"
              {...(working.total > 0 ? { value: working.done, max: working.total } : {})}
            />
          </div>
        )}
      </div>
      <Loading loaded={loaded} again={ask}>
        {(page) => (
          <>
            <Waiting slug={slug} groups={page.waiting} when="Sans décision, elles comptent comme les autres." />
            {page.failure && (
              <p className="notice" data-kind="warm" role="alert">
                {page.failure}
              </p>
            )}
            <div role="status">{working === null && <Made page={page} openToAll={(one) => setShown(one)} />}</div>
            <DataTable
              caption="Publications, la plus récente d’abord"
              isCaptionShown
              rows={page.publications}
              keyOf={(one) => one.number}
              isCards
              empty="Rien n’est encore publié."
              columns={[
                {
                  title: 'Numéro',
                  isHeading: true,
                  cell: (one) => (
                    <div id={rowOf(one)} tabIndex={-1}>
                      n° {one.number}{' '}
                      {one.number === currentOf(page)?.number && (
                        <span className="badge" data-kind="good">
                          la dernière
                        </span>
                      )}
                      {isWithdrawn(one) && (
                        <span className="badge" data-kind="warm">
                          retirée
                        </span>
                      )}
                      {one.notices?.map(({ kind, reason, day: noted }) => (
                        <small key={reason} className="correction">
                          {kind === 'erratum' ? 'Erratum' : 'Retirée'} le {day(noted)}
                          {'\u202f: '}
                          {reason}
                        </small>
                      ))}
                    </div>
                  ),
                },
                { title: 'Date', cell: (one) => madeText(one, page) },
                { title: 'Par', cell: ({ madeBy }) => madeBy },
                {
                  title: 'Faite de',
                  cell: ({ responses, digest }) => (
                    <>
                      {answers(responses)}
                      <details className="small">
                        <summary>Empreinte</summary>
                        <p>
                          <span className="mono">{digest.slice(0, 12)}</span> : ce code, tiré des réponses, des tables
                          et de la version du questionnaire, change dès que l’une d’elles change. Il est aussi à la fin
                          des documents.
                        </p>
                      </details>
                    </>
                  ),
                },
                {
                  title: 'Documents',
                  cell: (one) => <PublicationFiles publication={one} isWithdrawn={isWithdrawn(one)} />,
                },
                {
                  title: 'Pour tous',
                  cell: (one) =>
                    isWithdrawn(one) ? null : (
                      <>
                        {one.number === page.open?.number && (
                          <a className="badge" data-kind="good" href={`/resultats/${slug}`}>
                            publique
                          </a>
                        )}{' '}
                        <button
                          type="button"
                          className="link"
                          aria-label={`${one.number === page.open?.number ? 'Refermer la page publique de' : 'Ouvrir au public'} la publication n° ${one.number}`}
                          onClick={() => setShown(one)}
                        >
                          {one.number === page.open?.number ? 'Refermer' : 'Ouvrir au public'}
                        </button>
                      </>
                    ),
                },
                {
                  title: 'Une erreur\u202f?',
                  cell: (one) =>
                    isWithdrawn(one) ? null : (
                      <button
                        type="button"
                        className="link"
                        aria-label={`Corriger ou retirer la publication n° ${one.number}`}
                        onClick={() => setWrong(one)}
                      >
                        Corriger ou retirer
                      </button>
                    ),
                },
              ]}
            />
            <Earlier page={page} />
            {page.publications.length > 0 && (
              <Answered key={page.publications.find((one) => !isWithdrawn(one))?.number} slug={slug} />
            )}
          </>
        )}
      </Loading>
      {shown && (
        <PublicDialog
          publication={shown}
          unshown={loaded !== null && 'value' in loaded ? loaded.value.unshown : 0}
          publicNumber={shownNumber}
          onClose={() => setShown(null)}
          onDone={() => {
            teller.current = publicPageId
            setShown(null)
            ask()
          }}
        />
      )}
      {wrong && (
        <CorrectDialog
          publication={wrong}
          standing={
            loaded !== null && 'value' in loaded
              ? loaded.value.publications.filter((one) => !isWithdrawn(one)).map(({ number }) => number)
              : []
          }
          publicNumber={publicNumber}
          onClose={() => setWrong(null)}
          onDone={() => {
            teller.current = rowOf(wrong)
            setWrong(null)
            ask()
          }}
        />
      )}
    </StaffFrame>
  )
}

/** What takes the focus once something was done: where it is told. */
const publicPageId = 'public-page'
const rowOf = ({ number }: analyse.PublicationLine) => `publication-${number}`

type Line = analyse.PublicationsPage['publications'][number]
type Shown = Pick<analyse.PublicationsPage, 'open' | 'publications'>
type MadeProps = { page: analyse.PublicationsPage; openToAll: (publication: analyse.PublicationLine) => void }

/** The newest publication: what it changes, whether everybody reads it, and what comes next. */
function Made({ page, openToAll }: MadeProps) {
  const current = currentOf(page)
  if (!current) return null
  const { slug, number } = current
  const isPublic = page.open?.number === number
  return (
    <section className="notice" aria-labelledby="made">
      <h2 id="made">
        Publication n° {number} faite le {madeText(current, page)}
      </h2>
      <Changes {...current} />
      <PublicPage page={page} current={current} />
      <div className="actions">
        <Link href={`/analyse/${slug}/decider`} className="button" data-kind="main">
          Lire et décider
        </Link>
        {!isPublic && <Button onClick={() => openToAll(current)}>Ouvrir la n° {number} au public…</Button>}
      </div>
    </section>
  )
}

/** What everybody reads meanwhile. */
export function PublicPage({ page: { open, publications }, current }: { page: Shown; current: Line }) {
  const { slug, number } = current
  const focusable = { id: publicPageId, tabIndex: -1 }
  if (!open) return <p {...focusable}>Les habitants ne voient rien : la page publique n’est pas ouverte.</p>
  const isGone = publications.some((one) => one.number === open.number && isWithdrawn(one))
  return (
    <p {...focusable}>
      <a href={`/resultats/${slug}`}>La page publique</a>{' '}
      {open.number === number
        ? `montre la publication n° ${number}.`
        : isGone
          ? `dit que la publication n° ${open.number} est retirée, et n’en montre plus rien : la n° ${number} n’y sera qu’une fois ouverte.`
          : `montre encore la publication n° ${open.number} : la n° ${number} n’y sera qu’une fois ouverte.`}
    </p>
  )
}

/** What each of the earlier ones changed, across the page: in a cell it was a column of a few words. */
function Earlier({ page }: { page: Shown }) {
  const current = currentOf(page)
  const earlier = page.publications.filter((one) => one.number !== current?.number && one.changes.length > 0)
  if (earlier.length === 0) return null
  return (
    <Section id="earlier-changes" title="Ce que les précédentes ont changé">
      {earlier.map((one) => (
        <details key={one.number}>
          <summary>
            Publication n° {one.number} du {madeText(one, page)}
          </summary>
          <Changes {...one} />
        </details>
      ))}
    </Section>
  )
}

const Changes = ({ changes, kept }: Pick<Line, 'changes' | 'kept'>) => (
  <>
    {changes.length > 0 && (
      <ul className="sentences">
        {changes.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    )}
    <Kept kept={kept} />
  </>
)

/** What stays of an earlier day, folded: it is as long as there are groups, whatever changed. */
const Kept = ({ kept }: Pick<Line, 'kept'>) =>
  kept && (
    <details>
      <summary>{kept.title}</summary>
      <ul className="sentences">
        {kept.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  )

/** Its day, with its hour where another was made that day. */
function madeText({ madeAt }: Pick<Line, 'madeAt'>, { publications }: Pick<Shown, 'publications'>): string {
  const own = publications.filter((one) => dayOf(one.madeAt) === dayOf(madeAt))
  return own.length > 1 ? `${day(madeAt)} à ${hourText(madeAt)}` : day(madeAt)
}

const isWithdrawn = ({ notices = [] }: analyse.PublicationLine) => notices.some(({ kind }) => kind === 'withdrawal')
const currentOf = ({ publications }: Shown) => publications.find((one) => !isWithdrawn(one))
