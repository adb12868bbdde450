/** One objective before the committee: its question, the answer, where, what it would take, what nobody knows, the decision. */
import { useId } from 'react'
import { Link } from 'wouter'
import type { analyse } from '../../../api/wire/public.ts'
import { holds, outcomeSaid, whoAndWhen } from '../../../surveys/authority/follow-up.ts'
import { levelTitle } from '../../../surveys/authority/levels.ts'
import { shortTitles } from '../../../surveys/authority/plan.ts'
import { HatchKey, hatchedIn, Picture } from '../finding/Picture.tsx'
import { Grid } from '../Grid.tsx'
import { StrengthSaid } from '../Strength.tsx'
import { beyond, day } from '../words.ts'

type Props = { page: analyse.CommitteePage; number: number }

export function DecisionPage({ page, number }: Props) {
  const id = useId()
  return (
    <article className="decision-page" aria-labelledby={id}>
      <Question page={page} number={number} id={id} />
      <Answer page={page} />
      <Grounds page={page} />
      <Deciding page={page} />
    </article>
  )
}

export const Question = ({ page: { objective, title, question }, number, id }: Props & { id: string }) => (
  <>
    <p className="eyebrow">
      {number}. {levelTitle('objective', objective)} : {shortTitles()[objective] ?? title}
    </p>
    <h2 id={id}>{question}</h2>
  </>
)

/** One figure and its picture; then where it holds. */
export function Answer({
  page: { answer, measured, brief, picture, strength, lead, twin, also, where },
}: Pick<Props, 'page'>) {
  const more = measured || beyond(brief, answer)
  return (
    <>
      <div className={picture ? 'decision-answer' : undefined}>
        <div>
          <p className="statement">{brief}</p>
          {more !== '' && <p>{more}</p>}
          <p className="tile-foot">
            <StrengthSaid strength={strength} />
            <Link href={addressOf(lead)}>{lead.title}</Link>
          </p>
        </div>
        {picture && (
          <div>
            <Picture picture={picture} />
            <HatchKey bars={hatchedIn(picture)} />
          </div>
        )}
      </div>
      {[twin, also].map(
        (one) =>
          one && (
            <p key={one.title}>
              <b>
                <Link href={addressOf(one)}>{one.title}</Link>.
              </b>{' '}
              {one.sentence}
            </p>
          ),
      )}
      {where && (
        <p>
          <b>Où.</b> {beyond(`${lead.title}.`, where)}
        </p>
      )}
    </>
  )
}

/** What it would take, and what nobody knows. */
export const Grounds = ({ page: { needs, declared, unknown } }: Pick<Props, 'page'>) => (
  <>
    <h3>Ce qu’il faudrait</h3>
    {needs ? (
      <>
        <Needs grid={needs} />
        {declared && (
          <details>
            <summary>Les intentions déclarées</summary>
            <Grid grid={declared} isCards />
          </details>
        )}
      </>
    ) : (
      <p>Les réponses donnent ici des parts de la population : ni places, ni heures, ni coûts.</p>
    )}
    <h3>Ce que nous ne savons pas</h3>
    <ul>
      {unknown.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  </>
)

type Decided = analyse.CommitteePage['decided'][number]
/** @param correct where a decision can be said otherwise on the spot */
type DecidingProps = Pick<Props, 'page'> & { correct?: (decided: Decided) => void }

export const Deciding = ({ page: { asked, decided }, correct }: DecidingProps) => (
  <>
    <h3>La décision demandée</h3>
    <p>{asked}</p>
    {decided.map((one) => {
      const became = one.outcome && (
        <p>
          <b>{outcomeSaid(one.outcome)}</b>
        </p>
      )
      return (
        <div key={`${one.at}${one.text}`} className="notice stack">
          {/* one that was given up is not read as one that holds */}
          {!holds(one) && became}
          <p>
            <b>{one.text}</b> {whoAndWhen(one)}
          </p>
          {holds(one) && became}
          <p className="muted small">
            Décidé le {day(one.date)}, noté par {one.by}
            {one.corrected && `, corrigé le ${day(one.corrected)}`}, sur « {one.title} ».{' '}
            {correct && (
              <button
                type="button"
                className="link"
                aria-label={`Corriger\u202f: ${one.text}`}
                onClick={() => correct(one)}
              >
                Corriger
              </button>
            )}
          </p>
        </div>
      )
    })}
  </>
)

/** What an assembly reads at a glance; the other lines follow for whoever asks. */
const mostNeeds = 5

function Needs({ grid }: { grid: analyse.ShownGrid }) {
  const { rows } = grid
  if (rows.length <= mostNeeds) return <Grid grid={grid} isCards />
  return (
    <div className="needs">
      <Grid grid={{ ...grid, rows: rows.slice(0, mostNeeds) }} isCards />
      <details>
        <summary>Les {rows.length - mostNeeds} autres lignes</summary>
        <Grid grid={{ ...grid, rows: rows.slice(mostNeeds), notes: [] }} isUnderTitle isCards />
      </details>
    </div>
  )
}

/** The page of the finding, where a decision is noted. */
const addressOf = ({ slug, indicator }: Pick<analyse.CommitteePage['lead'], 'slug' | 'indicator'>) =>
  `/analyse/${slug}/resultat/${indicator}`
