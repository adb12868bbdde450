/** A published table as it is read: its base above, what has no figure explained below. */
import type { analyse } from '../../api/wire/public.ts'
import { signTextIn } from '../../surveys/charts/known.ts'
import { rulesSaid } from '../../surveys/charts/no-figure.ts'
import { DataTable } from '../parts/staff/DataTable.tsx'

type Props = {
  grid: analyse.ShownGrid
  /** The title stands above already: the caption is only heard. */
  isUnderTitle?: boolean
  /** On a phone each line is a card. */
  isCards?: boolean
}

export function Grid({ grid: { title, base, columns, rows, notes, hiding }, isUnderTitle, isCards = false }: Props) {
  // groups that may not be shown have no column: without any, lines would be names alone
  const isBare = columns.length < 2
  const hasSmall = isBare || rows.some(({ cells }) => cells.some(({ isSmall }) => isSmall))
  const signs = signTextIn(rows.flatMap(({ cells }) => cells.map(({ text }) => text)))
  return (
    <div className="grid-block">
      {isBare ? (
        !isUnderTitle && <p>{title}</p>
      ) : (
        <DataTable
          caption={
            <>
              {title}
              <span className="visually-hidden">{/[.?!…]$/.test(title) ? ' ' : '. '}</span>
              <small className="muted">{base}</small>
            </>
          }
          isCaptionShown={!isUnderTitle}
          rows={rows}
          keyOf={({ label }) => label}
          isCards={isCards}
          empty="Aucune ligne."
          columns={[
            { title: columns[0] || 'Groupe', isHeading: true, cell: ({ label }) => label },
            ...columns.slice(1).map((name, at) => ({
              title: name,
              isNumber: true,
              cell: ({ cells }: (typeof rows)[number]) => <Cell {...(cells[at] ?? { text: '' })} />,
            })),
          ]}
        />
      )}
      {hasSmall && !isBare && <SmallNote hiding={hiding} />}
      {signs !== '' && <p className="muted small">{signs}</p>}
      {notes.map((note) => (
        <p key={note} className="muted small">
          {note}
        </p>
      ))}
      {isBare && <SmallNote hiding={hiding} />}
    </div>
  )
}

function Cell({ text, small, isSmall }: analyse.ShownCell) {
  if (isSmall) return <span className="secret">{text}</span>
  return (
    <>
      {text}
      {small && <small>{small}</small>}
    </>
  )
}

/** @param hiding the rule that hid the figures, which is said first; absent = not known */
export function SmallNote({ hiding }: Pick<analyse.ShownGrid, 'hiding'>) {
  return (
    <details className="small">
      <summary>Pourquoi pas de chiffre ?</summary>
      {rulesSaid(hiding).map((text) => (
        <p key={text}>{text}</p>
      ))}
    </details>
  )
}
