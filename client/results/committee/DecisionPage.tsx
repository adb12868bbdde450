/** One objective before the committee: its question, the answer, where, what it would take, what nobody knows, the decision. */
import { useId } from 'react'
import { Link } from 'wouter'
import type { analyse } from '../../../api/wire/public.ts'
import { levelTitle } from '../../../surveys/authority/levels.ts'
import { Picture } from '../finding/Picture.tsx'
import { Grid } from '../Grid.tsx'
import { Strength } from '../Strength.tsx'
import { day } from '../words.ts'

export function DecisionPage({ page, number }: { page: analyse.CommitteePage; number: number }) {
  const { objective, title, question, answer, brief, picture, strength, lead, where, needs, unknown, asked, decided } =
    page
  const id = useId()
  return (
    <article className="decision-page" aria-labelledby={id}>
      <p className="eyebrow">
        {number}. {levelTitle('objective', objective)} : {title}
      </p>
      <h2 id={id}>{question}</h2>
      <div className={picture ? 'decision-answer' : undefined}>
        <div>
          <p className="statement">{brief}</p>
          {answer !== brief && <p>{answer}</p>}
        </div>
        {picture && <Picture picture={picture} />}
      </div>
      <p className="tile-foot">
        <Strength strength={strength} />
        <Link href={addressOf(lead)}>{lead.title}</Link>
      </p>
      {where && (
        <>
          <h3>Où</h3>
          <p>{where}</p>
        </>
      )}
      <h3>Ce qu’il faudrait</h3>
      {needs ? (
        <Needs grid={needs} />
      ) : (
        <p>Effectifs, places ouvertes et coûts ne sont pas saisis : les réponses disent des parts, pas des places.</p>
      )}
      <h3>Ce que nous ne savons pas</h3>
      <ul>
        {unknown.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h3>La décision demandée</h3>
      <p>{asked}</p>
      {decided.map((one) => (
        <p key={`${one.date}${one.text}`} className="notice">
          Décidé le {day(one.date)}, noté par {one.by}, sur « {one.title} » : {one.text}
        </p>
      ))}
    </article>
  )
}

/** What an assembly reads at a glance; the other lines follow for whoever asks. */
const mostNeeds = 5

function Needs({ grid }: { grid: analyse.ShownGrid }) {
  const { rows, notes } = grid
  if (rows.length <= mostNeeds) return <Grid grid={grid} />
  return (
    <>
      <Grid grid={{ ...grid, rows: rows.slice(0, mostNeeds), notes: [] }} />
      <details>
        <summary>Les {rows.length - mostNeeds} autres lignes</summary>
        <Grid grid={{ ...grid, rows: rows.slice(mostNeeds), notes }} isUnderTitle />
      </details>
    </>
  )
}

/** The page of the finding, where a decision is noted. */
const addressOf = ({ slug, indicator }: analyse.CommitteePage['lead']) => `/analyse/${slug}/resultat/${indicator}`
