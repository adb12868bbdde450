/** The columns of the log as a table, one row each: what a cell says, and how it is read back. The export is read by the import. */

import type { LogEntry } from '../../../surveys/action-log/entry.ts'
import {
  type Age,
  ageRows,
  ages,
  logStates,
  type Origin,
  originRows,
  origins,
  repeatRows,
  repeats,
  stateRows,
} from '../../../surveys/action-log/rows.ts'
import { levelHeading } from '../../../surveys/authority/levels.ts'
import { folded } from '../../../surveys/wording/folded.ts'
import { communeName, communeNames } from './known.ts'

/** What a cell changes in the entry, or why it cannot be read: a French sentence. */
export type Read = Partial<LogEntry> | { problem: string }

export type LogColumn = {
  heading: string
  /** Other headings it is known by. */
  alike: readonly string[]
  write: (entry: LogEntry) => string
  /** @param cell trimmed, never empty; @param before what the cells before have said */
  read: (cell: string, before: LogEntry) => Read
}

const uncounted = 'non compté'
const decimal = (value: number | null) => (value === null ? '' : String(value).replace('.', ','))
const problem = (sentence: string): Read => ({ problem: sentence })

/** « 1 204 », « 2,5 »; null when it is no number. */
function numberIn(cell: string): number | null {
  const text = cell.replace(/[\s\u00a0\u202f€]/g, '').replace(',', '.')
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : null
}

function wholeOf(cell: string, what: string, set: (value: number) => Partial<LogEntry>): Read {
  const value = numberIn(cell)
  if (value === null || !Number.isInteger(value) || value > 100_000)
    return problem(`${what}\u202f: «\u202f${cell}\u202f» n’est pas un nombre entier.`)
  return set(value)
}

/** « 2,5 », « 2 h 30 », « 2h30 », « 45 min » in hours. */
function hoursIn(cell: string): number | null {
  const clock = /^(\d+)\s*h\s*(\d{1,2})?(?:\s*min)?$/i.exec(cell)
  if (clock) return Number(clock[1]) + Math.round((Number(clock[2] ?? 0) / 60) * 100) / 100
  const minutes = /^(\d+)\s*min(?:utes)?$/i.exec(cell)
  return minutes ? Math.round((Number(minutes[1]) / 60) * 100) / 100 : numberIn(cell)
}

/** `12/03/2026`, `12/3/26` or `2026-03-12` as an ISO day; null when there is no such day. */
export function dayIn(cell: string): string | null {
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/.exec(cell)
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(cell)
  const [year, month, day] = french ? [french[3], french[2], french[1]] : iso ? iso.slice(1) : []
  if (!year || !month || !day) return null
  const text = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${text}T12:00:00Z`)
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? null : text
}

const numbersIn = (cell: string) => [...cell.matchAll(/\d+/g)].map(([digits]) => Number(digits))

/** The row of a closed list whose French words are in the cell. */
function wordIn<Name extends string>(names: readonly Name[], words: Record<Name, { text: string }>, cell: string) {
  const wanted = folded(cell)
  return names.find((name) => folded(words[name].text) === wanted || name === wanted)
}

const ageColumn = (age: Age): LogColumn => ({
  heading: ageRows[age].text,
  alike: [ageRows[age].short],
  write: ({ ages: counts }) => decimal(counts[age] ?? null),
  read: (cell, { ages: counts }) =>
    wholeOf(cell, ageRows[age].short, (value) => ({ ages: { ...counts, [age]: value } })),
})
const originColumn = (origin: Origin): LogColumn => ({
  heading: originRows[origin].text,
  alike: [originRows[origin].short],
  write: ({ origins: counts }) => decimal(counts[origin] ?? null),
  read: (cell, { origins: counts }) =>
    wholeOf(cell, originRows[origin].short, (value) => ({ origins: { ...counts, [origin]: value } })),
})
const textColumn = (
  heading: string,
  alike: readonly string[],
  name: 'activity' | 'why' | 'pilot' | 'note',
): LogColumn => ({
  heading,
  alike,
  // a cell is one line
  write: (entry) => entry[name].replace(/\s+/g, ' '),
  read: (cell) => ({ [name]: cell }),
})

/** Heading of the column that recognises an entry. */
export const idHeading = 'Numéro'

export const logColumns: readonly LogColumn[] = [
  {
    heading: 'Date',
    alike: ['jour', 'quand'],
    write: ({ day }) => day.split('-').toReversed().join('/'),
    read: (cell) => {
      const day = dayIn(cell)
      return day === null
        ? problem(`Date\u202f: «\u202f${cell}\u202f» n’est pas un jour. Écrivez par exemple 12/03/2026.`)
        : { day }
    },
  },
  textColumn('Activité', ['quoi', 'intitulé', 'titre', 'événement', 'atelier', 'séance'], 'activity'),
  {
    heading: 'État',
    alike: ['statut', 'avancement'],
    write: ({ state }) => stateRows[state].text,
    read: (cell) => {
      const state = wordIn(logStates, stateRows, cell)
      const all = logStates.map((name) => stateRows[name].text).join(', ')
      return state
        ? { state }
        : problem(`État\u202f: «\u202f${cell}\u202f» n’est pas connu. Choisissez parmi\u202f: ${all}.`)
    },
  },
  textColumn('Pourquoi', ['raison', 'motif'], 'why'),
  {
    heading: 'Commune',
    alike: ['lieu', 'où'],
    write: ({ commune }) => communeName(commune),
    read: (cell) => {
      const wanted = folded(cell)
      const found = communeNames().find(({ value, name }) => value === cell || folded(name) === wanted)
      return found
        ? { commune: found.value }
        : problem(
            `Commune\u202f: «\u202f${cell}\u202f» n’est pas dans le territoire. Écrivez son nom en entier, ou laissez vide.`,
          )
    },
  },
  textColumn('Pilote', ['structure', 'structure pilote', 'porteur'], 'pilot'),
  {
    heading: 'Partenaires',
    alike: ['partenaire', 'avec'],
    write: ({ partners }) => partners.join(' / '),
    read: (cell) => ({
      partners: cell
        .split(/\s*[/\n]\s*/)
        .map((partner) => partner.trim())
        .filter(Boolean),
    }),
  },
  {
    heading: 'Personnes',
    alike: ['nombre de personnes', 'personnes présentes', 'présents', 'présences', 'participants', 'total'],
    write: ({ present, state }) => (present === null ? (stateRows[state].isHeld ? uncounted : '') : String(present)),
    read: (cell) =>
      folded(cell).startsWith('non compte')
        ? { present: null }
        : wholeOf(cell, 'Personnes', (present) => ({ present })),
  },
  ...ages.map(ageColumn),
  ...origins.map(originColumn),
  {
    heading: 'Familles',
    alike: ['nombre de familles'],
    write: ({ families }) => decimal(families),
    read: (cell) => wholeOf(cell, 'Familles', (families) => ({ families })),
  },
  {
    heading: 'Heures',
    alike: ['durée', 'nombre d’heures'],
    write: ({ hours }) => decimal(hours),
    read: (cell) => {
      const hours = hoursIn(cell)
      return hours === null
        ? problem(`Heures\u202f: «\u202f${cell}\u202f» n’est pas une durée. Écrivez par exemple 2,5 ou 2 h 30.`)
        : { hours }
    },
  },
  {
    heading: 'Coût en euros',
    alike: ['coût', 'cout', 'dépense'],
    write: ({ cost }) => decimal(cost),
    read: (cell) => {
      const cost = numberIn(cell)
      return cost === null ? problem(`Coût\u202f: «\u202f${cell}\u202f» n’est pas un montant en euros.`) : { cost }
    },
  },
  {
    heading: 'Revient',
    alike: ['rythme', 'récurrence'],
    write: ({ repeats: repeat }) => (repeat === 'none' ? '' : repeatRows[repeat].text),
    read: (cell) => {
      const repeat = wordIn(repeats, repeatRows, cell)
      const all = repeats.map((name) => repeatRows[name].text).join(', ')
      return repeat
        ? { repeats: repeat }
        : problem(`Revient\u202f: «\u202f${cell}\u202f» n’est pas connu. Choisissez parmi\u202f: ${all}.`)
    },
  },
  {
    get heading() {
      return levelHeading('objective', 2)
    },
    alike: ['objectifs', 'objectif', 'objectifs du plan'],
    write: ({ objectives }) => objectives.join(' / '),
    read: (cell) => ({ objectives: numbersIn(cell) }),
  },
  {
    get heading() {
      return levelHeading('action')
    },
    alike: ['action', 'action du plan'],
    write: ({ action }) => (action === null ? '' : String(action)),
    read: (cell) => ({ action: numbersIn(cell)[0] ?? null }),
  },
  textColumn('Note', ['remarque', 'remarques', 'commentaire', 'observations'], 'note'),
]

const headingKey = (heading: string) =>
  folded(heading)
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()

/** The column a heading names. @returns 'id' for the number of an entry, null when no column is called so */
export function columnOf(heading: string): LogColumn | 'id' | null {
  const key = headingKey(heading)
  if (key === headingKey(idHeading) || key === 'n') return 'id'
  const isCalled = (name: string) => headingKey(name) === key
  return (
    logColumns.find(({ heading: own }) => isCalled(own)) ?? logColumns.find(({ alike }) => alike.some(isCalled)) ?? null
  )
}

/** What differs between two entries, a sentence a column: « Personnes : 12 → 14 ». */
export const changesBetween = (before: LogEntry, after: LogEntry): string[] =>
  logColumns.flatMap(({ heading, write }) => {
    const [was, is] = [write(before), write(after)]
    return was === is ? [] : [`${heading}\u202f: ${was || 'rien'} → ${is || 'rien'}`]
  })
