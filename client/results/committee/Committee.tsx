/** « Une page pour décider »: the pages put before the committee, as they are printed; an analyst chooses, orders, words them. */
import { useCallback, useMemo, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { analyse } from '../../../api/wire/public.ts'
import { levelSaid, levelWords } from '../../../surveys/authority/levels.ts'
import { shortTitles } from '../../../surveys/authority/plan.ts'
import { Loading } from '../../parts/Loading.tsx'
import { useDraft } from '../../parts/staff/draft.ts'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call, sentenceOf } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { CommitteeLinks } from './CommitteeLinks.tsx'
import { DecisionPage } from './DecisionPage.tsx'
import { type Choice, PageChoice } from './PageChoice.tsx'
import { Slides } from './Slides.tsx'
import { unbroken } from './unbroken.ts'
import './committee.css'
import { Button } from '../../parts/forms/Button.tsx'
import { Failure } from '../../parts/staff/Field.tsx'

export function Committee() {
  const [loaded, again, refresh] = useLoaded(useCallback(() => call('GET /api/analyse/committee'), []))
  return (
    <StaffFrame
      title="Une page pour décider"
      lead={`Une page par ${levelWords('objective').one} à trancher : la question, la réponse, ce que nous ne savons pas, la décision demandée.`}
      isWide
    >
      <nav aria-label="Retour" className="rooms room-nav">
        <Link href="/analyse">← Le plan</Link>
      </nav>
      <Loading loaded={loaded} again={again}>
        {(committee) => <Pages committee={committee} refresh={refresh} />}
      </Loading>
    </StaffFrame>
  )
}

const choiceOf = ({ objective, finding, own }: analyse.CommitteePage): Choice => ({ objective, finding, ...own })

type PagesProps = { committee: analyse.Committee; refresh: () => void }

function Pages({ committee, refresh }: PagesProps) {
  const showing = useRef<HTMLButtonElement>(null)
  const { offered, isChosen } = committee
  const pages = useMemo(() => committee.pages.map(unbroken), [committee])
  const [choices, setChoices, dropDraft, isDraft] = useDraft<Choice[]>('committee', pages.map(choiceOf))
  // open from the start where something waits; saving it closes nothing
  const [isOpen] = useState(isDraft)
  const [failure, setFailure] = useState('')
  const [isSaved, setSaved] = useState(false)
  const [isShown, setIsShown] = useState(false)
  if (offered.length === 0)
    return (
      <>
        <p className="empty">Aucun résultat publié ne permet encore de répondre à une question du plan.</p>
        <CommitteeLinks />
      </>
    )
  const save = async () => {
    setSaved(false)
    try {
      await call('PUT /api/analyse/committee', { body: { pages: choices } })
      setFailure('')
      dropDraft(choices)
      setSaved(true)
      refresh()
    } catch (error) {
      setFailure(sentenceOf(error))
    }
  }
  const choose = (next: Choice[]) => {
    setChoices(next)
    setSaved(false)
  }
  const replace = (at: number, choice: Choice) => choose(choices.map((one, own) => (own === at ? choice : one)))
  const move = (at: number, by: number) => choose(choices.toSpliced(at, 1).toSpliced(at + by, 0, choices[at]!))
  const left = offered.filter(({ objective }) => !choices.some((one) => one.objective === objective))
  return (
    <div className="committee">
      <div className="committee-bar no-print">
        {pages.length > 0 && (
          <Button ref={showing} kind="main" onClick={() => setIsShown(true)}>
            Projeter en plein écran
          </Button>
        )}
        <details className="choosing" open={isOpen}>
          <summary>Choisir les pages, leur ordre et leurs mots</summary>
          <p className="muted">
            {isChosen
              ? 'Ces pages ont été choisies.'
              : `Ces pages sont proposées : ce que les questionnaires mesurent des ${levelWords('objective').several} du plan.`}{' '}
            Le rapport reprend les mêmes, dans le même ordre.
          </p>
          {isDraft && (
            <div className="notice stack">
              <p>Ce qui a été préparé sur cet appareil n’est pas encore enregistré.</p>
              <p>
                <Button onClick={() => dropDraft(pages.map(choiceOf))}>Revenir aux pages enregistrées</Button>
              </p>
            </div>
          )}
          <ol>
            {choices.map((choice, at) => (
              <PageChoice
                key={choice.objective}
                choice={choice}
                offer={offered.find(({ objective }) => objective === choice.objective)}
                change={(next) => replace(at, next)}
                remove={() => choose(choices.toSpliced(at, 1))}
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
                  choose([...choices, { objective: Number(target.value), finding: null, answer: '', asked: '' }])
                }
              >
                <option value="">Choisir…</option>
                {left.map(({ objective, title }) => (
                  <option key={objective} value={objective}>
                    {objective}. {shortTitles()[objective] ?? title}
                  </option>
                ))}
              </select>
            </p>
          )}
          <Failure text={failure} />
          <div className="actions">
            <Button kind="main" onClick={save}>
              Enregistrer les pages
            </Button>
          </div>
          <p role="status">{isSaved && 'Les pages sont enregistrées\u202f: les voici ci-dessous.'}</p>
        </details>
        <CommitteeLinks />
      </div>
      {isShown && (
        <Slides
          pages={pages}
          onClose={(hasDecided) => {
            setIsShown(false)
            showing.current?.focus()
            if (hasDecided) refresh()
          }}
        />
      )}
      {pages.map((page, at) => (
        <DecisionPage key={page.objective} page={page} number={at + 1} />
      ))}
    </div>
  )
}
