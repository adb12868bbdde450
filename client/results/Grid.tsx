/** A published table as it is read: its base above, « secret » explained below. */
import type { analyse } from '../../api/wire/public.ts'
import { DataTable } from '../parts/staff/DataTable.tsx'

type Props = {
  grid: analyse.ShownGrid
  /** The title stands above already: the caption is only heard. */
  isUnderTitle?: boolean
}

export function Grid({ grid: { title, base, columns, rows, notes }, isUnderTitle }: Props) {
  const hasSecret = rows.some(({ cells }) => cells.some(({ isSecret }) => isSecret))
  return (
    <div className="grid-block">
      <DataTable
        caption={`${title}. ${base}`}
        isCaptionHidden={isUnderTitle ?? false}
        rows={rows}
        keyOf={({ label }) => label}
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
      {hasSecret && <SecretNote />}
      {notes.map((note) => (
        <p key={note} className="muted small">
          {note}
        </p>
      ))}
    </div>
  )
}

function Cell({ text, small, isSecret }: analyse.ShownCell) {
  if (isSecret) return <span className="secret">secret</span>
  return (
    <>
      {text}
      {small && <small>{small}</small>}
    </>
  )
}

export function SecretNote() {
  return (
    <details className="small">
      <summary>Pourquoi « secret » ?</summary>
      <p>
        Ce chiffre, ou un autre que l’on en déduirait par soustraction, décrirait un trop petit nombre de personnes.
        Deux cases voisines peuvent être cachées pour protéger une seule des deux : la marque ne dit pas laquelle.
      </p>
    </details>
  )
}
