/** The values of a series as a table: read from what was pasted, checked line by line, compared with what was saved. */
import {
  type SeriesValue,
  stateWords,
  type ValueState,
  valueStates,
  valueText,
} from '../../../analysis/evidence/series.ts'
import { and, typeset } from '../../../analysis/text/format.ts'
import { type CellReader, choice, number, text } from '../../tables/cell.ts'
import { checked, type TableProblem } from '../../tables/checked.ts'
import type { Kind } from '../../tables/kinds.ts'
import type { Row, Rule } from '../../tables/row.ts'
import { once } from '../../tables/rules.ts'

/** `2023`, `2023-2024`, `2023/24`. */
const period: CellReader = (cell) => {
  const [, first = '', second] = /^(\d{4})(?: ?[-–/] ?(\d{2}|\d{4}))?$/.exec(cell) ?? []
  const year = Number(first)
  const next = second === undefined ? null : Number(second.length === 2 ? first.slice(0, 2) + second : second)
  if (year >= 1900 && year <= 2100 && next === null) return { value: first }
  if (year >= 1900 && year <= 2100 && next === year + 1) return { value: `${first}-${next}` }
  return { wrong: `« ${cell} » n’est pas une année. Écrivez par exemple 2023, ou 2023-2024 pour une année scolaire.` }
}

/** `31/12/2023`, `2023-12-31`; the day has to exist. */
const day: CellReader = (cell) => {
  const [, dd, mm, yyyy] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(cell) ?? []
  const iso = dd ? `${yyyy}-${mm!.padStart(2, '0')}-${dd.padStart(2, '0')}` : cell
  const date = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? new Date(`${iso}T12:00:00Z`) : new Date(Number.NaN)
  if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso)) return { value: iso }
  return { wrong: `« ${cell} » n’est pas une date. Écrivez par exemple 31/12/2023.` }
}

const french = valueStates.map((state) => stateWords[state])
const stateOf = (row: Row): ValueState => {
  const typed = valueStates.find((state) => stateWords[state] === row.state)
  return typed ?? (row.value === null ? 'missing' : 'exact')
}

const stateFits: Rule = (rows) =>
  rows.flatMap((row, index) => {
    const isEmpty = ['secret', 'missing'].includes(stateOf(row))
    if (isEmpty && row.value !== null)
      return [
        {
          row: index,
          column: 'État',
          message: `${row.period} : l’état « ${row.state} » va sans valeur. Videz la valeur, ou changez l’état.`,
        },
      ]
    if (!isEmpty && row.value === null)
      return [
        {
          row: index,
          column: 'Valeur',
          message: `${row.period} : la valeur manque. Écrivez-la, ou choisissez l’état « non connue » ou « secrète » : une case vide n’est pas un zéro.`,
        },
      ]
    return []
  })

const someValue: Rule = (rows) =>
  rows.some(({ value }) => value !== null)
    ? []
    : [{ row: null, message: 'Aucune valeur n’est connue : écrivez-en une au moins.' }]

export const valuesKind: Kind = {
  name: 'registered',
  title: 'Valeurs',
  help: 'Une ligne par année. Ce qui n’est pas connu reste vide : ce n’est pas un zéro.',
  columns: [
    { key: 'period', label: 'Année', help: '2023, ou 2023-2024', read: period },
    {
      key: 'value',
      label: 'Valeur',
      help: 'Un nombre ; vide si elle n’est pas connue',
      read: (cell) => (cell === '' ? { value: null } : number({ min: -1_000_000_000, max: 1_000_000_000 })(cell)),
      optional: true,
    },
    {
      key: 'state',
      label: 'État',
      help: 'Vide = exacte',
      read: (cell) => (cell === '' ? { value: null } : choice(french)(cell)),
      optional: true,
      words: french,
    },
    {
      key: 'day',
      label: 'Date',
      help: 'Jour où elle était vraie',
      read: (cell) => (cell === '' ? { value: null } : day(cell)),
      optional: true,
    },
    {
      key: 'note',
      label: 'Remarque',
      help: 'Changement de définition, comptage partiel…',
      read: text(200),
      optional: true,
    },
  ],
  rules: [once(['period'], 'Année'), stateFits, someValue],
  example: () => ['2023', '293', '', '31/12/2023', ''],
}

const noLine = { line: null, column: null, message: 'Ajoutez une ligne : une année et sa valeur.' }

/** Values in the order of their periods, or every problem with its line. */
export function valuesOf(cells: string[][]): { values: SeriesValue[]; problems: TableProblem[] } {
  if (cells.every((line) => line.every((cell) => cell.trim() === ''))) return { values: [], problems: [noLine] }
  const { rows, problems } = checked(valuesKind, cells)
  if (problems.length > 0) return { values: [], problems }
  const values = rows.map((row) => ({
    period: String(row.period),
    value: row.value as number | null,
    state: stateOf(row),
    day: row.day as string | null,
    note: String(row.note ?? ''),
  }))
  return { values: values.toSorted((a, b) => (a.period < b.period ? -1 : 1)), problems: [] }
}

const mostNamed = 6

/** What saving would change, in sentences; nothing is saved yet. */
export function changesOf(before: readonly SeriesValue[], after: readonly SeriesValue[]): string[] {
  const earlier = new Map(before.map((one) => [one.period, one]))
  const later = new Map(after.map((one) => [one.period, one]))
  const added = after.filter(({ period: one }) => !earlier.has(one)).map(({ period: one }) => one)
  const removed = before.filter(({ period: one }) => !later.has(one)).map(({ period: one }) => one)
  const both = after.flatMap((now) => (earlier.has(now.period) ? [{ was: earlier.get(now.period)!, now }] : []))
  const moved = both.filter(({ was, now }) => was.value !== now.value || was.state !== now.state)
  const noted = both.filter(
    ({ was, now }) => !moved.some((one) => one.now === now) && (was.day !== now.day || was.note !== now.note),
  )
  const same = both.length - moved.length - noted.length
  const several = (count: number, one: string, many: string) => (count > 1 ? many : one)
  const sentences = [
    ...(added.length === 0
      ? []
      : [`${added.length} ${several(added.length, 'année ajoutée', 'années ajoutées')} : ${and(added)}.`]),
    ...moved.slice(0, mostNamed).map(({ was, now }) => `${now.period} passe de ${worded(was)} à ${worded(now)}.`),
    ...(moved.length > mostNamed ? [`${moved.length - mostNamed} autres années changent aussi.`] : []),
    ...(noted.length === 0 ? [] : [`Date ou remarque changée pour ${and(noted.map(({ now }) => now.period))}.`]),
    ...(removed.length === 0
      ? []
      : [
          removed.length > 1
            ? `${and(removed)} ne sont plus dans la table : leurs valeurs ne seront plus montrées, l’historique les garde.`
            : `${removed[0]} n’est plus dans la table : sa valeur ne sera plus montrée, l’historique la garde.`,
        ]),
    ...(same === 0 ? [] : [`${same} ${several(same, 'année inchangée', 'années inchangées')}.`]),
  ]
  return sentences.map(typeset)
}

const worded = ({ value, state }: SeriesValue): string => {
  if (value === null) return `« ${stateWords[state]} »`
  return state === 'exact' ? valueText(value) : `${valueText(value)} (${stateWords[state]})`
}
