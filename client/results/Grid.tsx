/** A published table as it is read: its base above, what has no figure explained below. */
import type { analyse } from '../../api/wire/public.ts'
import { signText } from '../../surveys/charts/known.ts'
import { leastClass, leastDescribed, leastFigure, leastNew } from '../../surveys/thresholds.ts'
import { DataTable } from '../parts/staff/DataTable.tsx'

type Props = {
  grid: analyse.ShownGrid
  /** The title stands above already: the caption is only heard. */
  isUnderTitle?: boolean
  /** On a phone each line is a card. */
  isCards?: boolean
}

export function Grid({ grid: { title, base, columns, rows, notes }, isUnderTitle, isCards = false }: Props) {
  // groups that may not be shown have no column: without any, lines would be names alone
  const isBare = columns.length < 2
  const hasSmall = isBare || rows.some(({ cells }) => cells.some(({ isSmall }) => isSmall))
  return (
    <div className="grid-block">
      {isBare ? (
        !isUnderTitle && <p>{title}</p>
      ) : (
        <DataTable
          caption={
            <>
              {title}
              <span className="visually-hidden">. </span>
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
      {hasSmall && !isBare && <SmallNote />}
      {rows.some(({ cells }) => cells.some(({ text }) => isSigned(text))) && <p className="muted small">{signText}</p>}
      {notes.map((note) => (
        <p key={note} className="muted small">
          {note}
        </p>
      ))}
      {isBare && <SmallNote />}
    </div>
  )
}

const isSigned = (text: string): boolean => text.startsWith('≤')

function Cell({ text, small, isSmall }: analyse.ShownCell) {
  if (isSmall) return <span className="secret">{text}</span>
  return (
    <>
      {text}
      {small && <small>{small}</small>}
    </>
  )
}

export function SmallNote() {
  return (
    <details className="small">
      <summary>Pourquoi pas de chiffre ?</summary>
      <p>
        Un groupe de moins de {leastDescribed} réponses n’est pas décrit. De {leastDescribed} à {leastFigure - 1}{' '}
        réponses, le résultat est dit en mots : un chiffre en dirait plus qu’on n’en sait. Une réponse que moins de{' '}
        {leastDescribed} personnes ont donnée n’est pas répartie entre les groupes, et deux questions ne se croisent que
        dans les réponses que {leastClass} personnes au moins ont données. La moyenne d’un groupe n’est donnée que si
        chaque réponse y a un chiffre. « En attente » : une publication précédente avait un chiffre, et moins de{' '}
        {leastNew} personnes de plus y ont répondu. Les comptes de personnes sont légèrement modifiés au hasard, pour
        que personne ne soit reconnu.
      </p>
    </details>
  )
}
