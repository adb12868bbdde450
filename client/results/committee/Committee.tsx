/** « Une page pour décider »: the pages put before the committee, as they are printed; an analyst chooses, orders, words them. */
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { analyse } from '../../../api/wire/public.ts'
import { levelSaid, levelWords } from '../../../surveys/authority/levels.ts'
import { Loading } from '../../parts/Loading.tsx'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call, sentenceOf } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { CommitteeLinks } from './CommitteeLinks.tsx'
import { DecisionPage } from './DecisionPage.tsx'
import { type Choice, PageChoice } from './PageChoice.tsx'
import { Slides } from './Slides.tsx'
import './committee.css'
import { Failure } from '../../parts/staff/Field.tsx'

export function Committee() {
  const [loaded, again] = useLoaded(useCallback(() => call('GET /api/analyse/committee'), []))
  // the pages come anew after a decision: whoever showed them goes on from the same button
  const hasShown = useRef(false)
  return (
    <StaffFrame
      title="Une page pour décider"
      lead={`Une page par ${levelWords('objective').one} à trancher : la question, la réponse, ce que nous ne savons pas, la décision demandée.`}
      isWide
    >
      <nav aria-label="Retour" className="rooms">
        <Link href="/analyse">← Le plan</Link>
      </nav>
      <Loading loaded={loaded} again={again}>
        {(committee) => <Pages committee={committee} again={again} hasShown={hasShown} />}
      </Loading>
    </StaffFrame>
  )
}

const choiceOf = ({ objective, finding, own }: analyse.CommitteePage): Choice => ({ objective, finding, ...own })

type PagesProps = { committee: analyse.Committee; again: () => void; hasShown: RefObject<boolean> }

function Pages({ committee, again, hasShown }: PagesProps) {
  const showing = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (hasShown.current) showing.current?.focus()
    hasShown.current = false
  }, [hasShown])
  const { pages, offered, isChosen } = committee
  const [choices, setChoices] = useState<Choice[]>(() => pages.map(choiceOf))
  const [failure, setFailure] = useState('')
  const [isShown, setIsShown] = useState(false)
  if (offered.length === 0)
    return (
      <>
        <p className="empty">Aucun résultat publié ne permet encore de répondre à une question du plan.</p>
        <CommitteeLinks />
      </>
    )
  const save = async () => {
    try {
      await call('PUT /api/analyse/committee', { body: { pages: choices } })
      setFailure('')
      again()
    } catch (error) {
      setFailure(sentenceOf(error))
    }
  }
  const replace = (at: number, choice: Choice) => setChoices(choices.map((one, own) => (own === at ? choice : one)))
  const move = (at: number, by: number) => {
    const moved = choices.toSpliced(at, 1).toSpliced(at + by, 0, choices[at]!)
    setChoices(moved)
  }
  const left = offered.filter(({ objective }) => !choices.some((one) => one.objective === objective))
  return (
    <div className="committee">
      <div className="committee-bar no-print">
        {pages.length > 0 && (
          <button ref={showing} type="button" className="button" data-kind="main" onClick={() => setIsShown(true)}>
            Projeter en plein écran
          </button>
        )}
        <details className="choosing">
          <summary>Choisir les pages, leur ordre et leurs mots</summary>
          <p className="muted">
            {isChosen
              ? 'Ces pages ont été choisies.'
              : `Ces pages sont proposées : ce que les questionnaires mesurent des ${levelWords('objective').several} du plan.`}{' '}
            Le rapport reprend les mêmes, dans le même ordre.
          </p>
          <ol>
            {choices.map((choice, at) => (
              <PageChoice
                key={choice.objective}
                choice={choice}
                offer={offered.find(({ objective }) => objective === choice.objective)}
                change={(next) => replace(at, next)}
                remove={() => setChoices(choices.toSpliced(at, 1))}
                {...(at > 0 ? { up: () => move(at, -1) } : {})}
                {...(at < choices.length - 1 ? { down: () => move(at, 1) } : {})}
              />
            ))}
          </ol>
          {left.length > 0 && (
            <p className="form-field">
              <label htmlFor="add-page">Ajouter {levelSaid('a', 'objective')}</label>
              <select
                id="add-page"
                className="field"
                value=""
                onChange={({ target }) =>
                  setChoices([...choices, { objective: Number(target.value), finding: null, answer: '', asked: '' }])
                }
              >
                <option value="">Choisir…</option>
                {left.map(({ objective, title }) => (
                  <option key={objective} value={objective}>
                    {objective}. {title}
                  </option>
                ))}
              </select>
            </p>
          )}
          <Failure text={failure} />
          <button type="button" className="button" data-kind="main" onClick={save}>
            Enregistrer les pages
          </button>
        </details>
        <CommitteeLinks />
      </div>
      {isShown && (
        <Slides
          pages={pages}
          onClose={(hasDecided) => {
            setIsShown(false)
            showing.current?.focus()
            hasShown.current = hasDecided
            if (hasDecided) again()
          }}
        />
      )}
      {pages.map((page, at) => (
        <DecisionPage key={page.objective} page={page} number={at + 1} />
      ))}
    </div>
  )
}
