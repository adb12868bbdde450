/** From an older version of a table to today’s: lines added, removed, changed with both values. */
import type { staff } from '../../../api/wire/public.ts'
import { type Difference, differencesOf } from './line-differences.ts'

type Props = { columns: readonly staff.TableColumn[]; older: readonly string[][]; now: readonly string[][] }

const mostShown = 60

export function Differences({ columns, older, now }: Props) {
  const differences = differencesOf(older, now)
  return (
    <section className="section" aria-labelledby="differences-title">
      <h3 id="differences-title">Ce qui a changé depuis, jusqu’à la table d’aujourd’hui</h3>
      <p>{summaryOf(differences)}</p>
      {differences.length > 0 && (
        <ul className="differences">
          {differences.slice(0, mostShown).map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn once
            <li key={at} data-kind={one.kind}>
              <b>{words[one.kind]}</b>{' '}
              {one.kind === 'changed' ? <Changed columns={columns} one={one} /> : one.line.filter(Boolean).join(' · ')}
            </li>
          ))}
        </ul>
      )}
      {differences.length > mostShown && <p>… et {differences.length - mostShown} autres.</p>}
    </section>
  )
}

const words: Record<Difference['kind'], string> = { added: 'Ajoutée', removed: 'Retirée', changed: 'Changée' }

function Changed({
  columns,
  one: { line, changes },
}: {
  columns: Props['columns']
  one: Difference & { kind: 'changed' }
}) {
  const own = new Set(changes.map(({ column }) => column))
  return (
    <>
      {line.filter((cell, column) => cell !== '' && !own.has(column)).join(' · ')}
      {changes.map(({ column, before, after }) => (
        <span key={column} className="difference">
          {columns[column]?.label ?? `Colonne ${column + 1}`} : <del>{before || 'vide'}</del>{' '}
          <span aria-hidden="true">→</span> <ins>{after || 'vide'}</ins>
        </span>
      ))}
    </>
  )
}

function summaryOf(differences: readonly Difference[]): string {
  const count = (kind: Difference['kind']) => differences.filter((one) => one.kind === kind).length
  const said = (['added', 'removed', 'changed'] as const)
    .map((kind) => ({ count: count(kind), word: words[kind].toLowerCase() }))
    .filter(({ count: many }) => many > 0)
    .map(({ count: many, word }) => `${many} ${many > 1 ? `lignes ${word}s` : `ligne ${word}`}`)
  return said.length === 0
    ? 'Les lignes sont les mêmes que celles d’aujourd’hui.'
    : `${new Intl.ListFormat('fr').format(said)}.`
}
