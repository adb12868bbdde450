/** The lines that a table is expected to have: those not there yet are added at one press, with the figures that are held. */
import type { staff } from '../../../api/wire/public.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { dayText } from '../../parts/staff/dates.ts'

type Props = {
  expected: NonNullable<staff.ReferenceTablePage['expected']>
  cells: string[][]
  onAdd: (lines: string[][]) => void
}

export function ExpectedLines({ expected: { cells: lines, source, date, limits }, cells, onAdd }: Props) {
  const there = new Set(cells.map(nameOf))
  const absent = lines.filter((line) => !there.has(nameOf(line)))
  const filled = absent.filter((line) => line.at(-1) !== '').length
  return (
    <section className="expected-lines" aria-label="Lignes attendues">
      {absent.length > 0 ? (
        <>
          <p>
            <b>
              {absent.length} {absent.length > 1 ? 'lignes attendues' : 'ligne attendue'}
            </b>{' '}
            d’après vos zones et vos questionnaires
            {filled > 0 && `, dont ${filled} déjà chiffrée${filled > 1 ? 's' : ''}`}. À vous de compléter, ou de retirer
            ce qui ne vous sert pas.
          </p>
          <Button onClick={() => onAdd(absent)}>
            {cells.length === 0 ? 'Commencer par ces lignes' : 'Ajouter ces lignes'}
          </Button>
        </>
      ) : (
        <p>Toutes les lignes attendues sont là.</p>
      )}
      <ul className="muted small">
        {source && (
          <li>
            Chiffres fournis : {source}
            {date && `, publiés le ${dayText(date)}`}.
          </li>
        )}
        {limits.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
    </section>
  )
}

/** What a line is about: all but its figure. */
const nameOf = (line: readonly string[]) => line.slice(0, -1).join('|').trim().toLowerCase()
