/** The directory as a table, a line a place: exported, given as open data, and read back card by card, each with a sentence about what becomes of it. */

import { typeset } from '../../../analysis/text/format.ts'
import { levelHeading } from '../../../surveys/authority/levels.ts'
import { communes } from '../../../surveys/authority/territory.ts'
import { csvText } from '../../../surveys/csv.ts'
import { type Card, cardProblems, emptyCard, mostInCard } from '../../../surveys/directory/card.ts'
import {
  type ActorAge,
  type ActorKind,
  type ActorTheme,
  actorAges,
  actorKinds,
  actorThemes,
  ageText,
  kindText,
  themeText,
} from '../../../surveys/directory/rows.ts'
import { folded } from '../../../surveys/wording/folded.ts'
import { nearest } from '../../tables/nearest.ts'
import { linesOf, type PastedLine } from '../../tables/pasted.ts'
import { Card as CardShape, type ReadCards } from '../../wire/contracts/shapes/directory.ts'
import type { ActorDocument } from './collections.ts'
import { type KnownActor, knownInPlan } from './directory.ts'
import { cardChanges, communeName } from './words.ts'

type Consent = ActorDocument['consent']
type Place = Card['places'][number]
/** What one cell says; the place apart, since a card of several places takes several lines. */
type Said =
  | { card: Partial<Card> }
  | { place: Partial<Place> }
  | { consent: { by?: string; day?: string } }
  /** In a sentence, why it cannot be read. */
  | { wrong: string }
type Column = {
  heading: string
  /** Other headings it is recognised by. */
  alike: readonly string[]
  write: (card: Card, place: Place | null, consent: Consent) => string
  read: (cell: string) => Said
  /** Not part of the open data. */
  isInner?: true
}

const several = (cell: string) =>
  cell
    .split(/[,;/\n]/)
    .map((part) => part.trim())
    .filter(Boolean)

/** Words of a closed list, as people type them. */
function chosen<Value extends string>(
  cell: string,
  rows: readonly { value: Value; text: string }[],
): { values: Value[] } | { wrong: string } {
  const values: Value[] = []
  for (const typed of several(cell)) {
    const row = rows.find(({ value, text }) => folded(text) === folded(typed) || value === typed)
    if (!row) {
      const near = nearest(
        typed,
        rows.map(({ text }) => text),
      )
      return {
        wrong: `« ${typed} » n’est pas connu.${near ? ` Vouliez-vous dire « ${near} » ?` : ''} Choix possibles : ${rows.map(({ text }) => text).join(', ')}.`,
      }
    }
    values.push(row.value)
  }
  return { values }
}

const themes = actorThemes.map(({ value, words }) => ({ value, text: words.fr as string }))
const ages = actorAges.map(({ value, words }) => ({ value, text: words.fr as string }))

const line = (
  heading: string,
  alike: readonly string[],
  key: 'name' | 'does' | 'phone' | 'email' | 'site',
): Column => ({
  heading,
  alike,
  write: (card) => card[key].replace(/\s+/g, ' '),
  read: (cell) => ({ card: { [key]: cell } }),
})

const columns: readonly Column[] = [
  line('Nom', ['structure', 'acteur', 'nom de la structure', 'organisme'], 'name'),
  {
    heading: 'Genre',
    alike: ['type', 'type de structure', 'nature'],
    write: ({ kind }) => kindText(kind),
    read: (cell) => {
      const read = chosen<ActorKind>(cell.replace(/[,;/]/g, ' '), loose)
      return 'wrong' in read ? read : { card: { kind: read.values[0] ?? 'autre' } }
    },
  },
  line(
    'Ce qui est proposé',
    ['description', 'activités', 'activité', 'missions', 'offre', 'actions proposées'],
    'does',
  ),
  {
    heading: 'Thèmes',
    alike: ['thème', 'thématique', 'thématiques', 'domaine', 'domaines'],
    write: (card) => card.themes.map((theme) => themeText(theme)).join(', '),
    read: (cell) => {
      const read = chosen<ActorTheme>(cell, themes)
      return 'wrong' in read ? read : { card: { themes: read.values } }
    },
  },
  {
    heading: 'Âges',
    alike: ['âge', 'public', 'publics', 'tranches d’âge'],
    write: (card) => card.ages.map((age) => ageText(age)).join(', '),
    read: (cell) => {
      const read = chosen<ActorAge>(cell, ages)
      return 'wrong' in read ? read : { card: { ages: read.values } }
    },
  },
  {
    heading: 'Commune',
    alike: ['ville', 'communes'],
    write: (_card, place) => (place ? communeName(place.commune) : ''),
    read: (cell) => {
      const all = communes()
      const found = all.find(({ insee, name }) => insee === cell || folded(name) === folded(cell))
      if (found) return { place: { commune: found.insee } }
      const near = nearest(
        cell,
        all.map(({ name }) => name),
      )
      return {
        wrong: `« ${cell} » n’est pas une commune du territoire.${near ? ` Vouliez-vous dire « ${near} » ?` : ''}`,
      }
    },
  },
  {
    heading: 'Lieu',
    alike: ['adresse', 'salle'],
    write: (_card, place) => place?.label ?? '',
    read: (cell) => ({ place: { label: cell } }),
  },
  {
    heading: 'Horaires',
    alike: ['horaire', 'ouverture', 'jours et heures'],
    write: (_card, place) => place?.hours.replace(/\s+/g, ' ') ?? '',
    read: (cell) => ({ place: { hours: cell } }),
  },
  {
    heading: 'Tout le territoire',
    alike: ['itinérant', 'se déplace'],
    write: ({ isEverywhere }) => (isEverywhere ? 'oui' : ''),
    read: (cell) =>
      ['oui', 'o', 'x', 'non', 'n'].includes(folded(cell))
        ? { card: { isEverywhere: !folded(cell).startsWith('n') } }
        : { wrong: `« ${cell} » : écrivez « oui », ou laissez vide.` },
  },
  line('Téléphone', ['tél', 'tel', 'téléphone public'], 'phone'),
  line('Courriel', ['mail', 'e-mail', 'email', 'mél', 'adresse mail'], 'email'),
  line('Site', ['site internet', 'site web', 'lien'], 'site'),
  {
    get heading() {
      return `${levelHeading('action', 2)} du plan`
    },
    alike: ['actions du plan', 'actions', 'action'],
    write: (card) => card.actions.join(', '),
    read: (cell) => ({ card: { actions: (cell.match(/\d+/g) ?? []).map(Number) } }),
  },
  {
    heading: 'Accord de',
    alike: ['accord', 'accord donné par'],
    isInner: true,
    write: (_card, _place, consent) => consent?.by ?? '',
    read: (cell) => ({ consent: { by: cell } }),
  },
  {
    heading: 'Accord le',
    alike: ['date de l’accord', 'accord donné le'],
    isInner: true,
    write: (_card, _place, consent) => consent?.day.split('-').toReversed().join('/') ?? '',
    read: (cell) => {
      const [, day, month, year] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(cell) ?? []
      const iso = day ? `${year}-${month!.padStart(2, '0')}-${day.padStart(2, '0')}` : cell
      if (!/^\d{4}-\d{2}-\d{2}$/.test(iso) || Number.isNaN(new Date(`${iso}T12:00:00Z`).getTime()))
        return { wrong: `« ${cell} » n’est pas une date. Écrivez par exemple 12/03/2026.` }
      return { consent: { day: iso } }
    },
  },
]

/** Kinds whose text holds a comma are read whole. */
const loose = actorKinds.map(({ value, text }) => ({ value, text: text.replace(/[,;/]/g, ' ') }))

const rowsOf = (columnsShown: readonly Column[], actors: readonly Pick<KnownActor, 'value'>[]) =>
  actors.flatMap(({ value: { card, consent } }) =>
    (card.places.length === 0 ? [null] : card.places).map((place) =>
      columnsShown.map(({ write }) => write(card, place, consent)),
    ),
  )

/** @returns CSV for a French spreadsheet, which `readTable` reads back */
export const tableText = (actors: readonly Pick<KnownActor, 'value'>[]): string =>
  csvText([columns.map(({ heading }) => heading), ...rowsOf(columns, actors)])

/** The same for everybody, with the code of each commune and the month of the last check; without who agreed. */
export function openText(actors: readonly Pick<KnownActor, 'value'>[]): string {
  const shown = columns.filter(({ isInner }) => !isInner)
  return csvText([
    [...shown.map(({ heading }) => heading), 'Code commune', 'Vérifiée en'],
    ...actors.flatMap((actor) => {
      const { places } = actor.value.card
      const month = actor.value.checkedAt?.slice(0, 7) ?? ''
      return rowsOf(shown, [actor]).map((row, at) => [...row, places[at]?.commune ?? '', month])
    }),
  ])
}

const headingKey = (heading: string) =>
  folded(heading)
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
const columnOf = (heading: string): Column | null =>
  columns.find(({ heading: own, alike }) => [own, ...alike].some((name) => headingKey(name) === headingKey(heading))) ??
  null

export type CardRow = { id: string | null; card: Card; consent: Consent }
type ReadLine = ReadCards['lines'][number]
export type ReadTable = { rows: CardRow[]; lines: ReadLine[]; ignored: string[]; problem: string }

const nothing = (problem: string): ReadTable => ({ rows: [], lines: [], ignored: [], problem })

/**
 * Reads a table without storing anything. Lines of one name, one after the other or not, are places of one card.
 *
 * @param actors what the directory holds, recognised by their names
 * @param today ISO day, of a consent whose day is not said
 */
export function readTable(text: string, actors: readonly KnownActor[], today: string): ReadTable {
  let lines: PastedLine[]
  try {
    lines = linesOf(text)
  } catch (error) {
    return nothing((error as RangeError).message)
  }
  const [head, ...body] = lines
  if (!head) return nothing('Collez un tableau, avec ses titres de colonnes.')
  const shape = head.cells.map(columnOf)
  if (!shape.some((column) => column?.heading === 'Nom'))
    return nothing(typeset('La première ligne doit porter les titres des colonnes, avec au moins « Nom ».'))
  if (body.length === 0) return nothing('Le tableau n’a que des titres : ajoutez des lignes.')
  const groups = Map.groupBy(body, ({ cells }) => folded(cells[shape.findIndex((one) => one?.heading === 'Nom')] ?? ''))
  const read = [...groups.values()].map((group) => cardIn(group, shape, actors, today))
  return {
    rows: read.flatMap(({ row }) => row ?? []),
    lines: read.map(({ line: said }) => said),
    ignored: head.cells.filter((cell, at) => cell !== '' && shape[at] === null),
    problem: '',
  }
}

function cardIn(
  group: readonly PastedLine[],
  shape: readonly (Column | null)[],
  actors: readonly KnownActor[],
  today: string,
): { row: CardRow | null; line: ReadLine } {
  const problems: string[] = []
  const places: Place[] = []
  const card: Partial<Card> = {}
  const consent = { by: '', day: '' }
  for (const { cells } of group) {
    const place: Partial<Place> = {}
    shape.forEach((column, at) => {
      // a spreadsheet may have put an apostrophe in front of what looked like a formula
      const cell = (cells[at] ?? '').replace(/^'(?=[=+\-@])/, '')
      if (cell === '' || column === null) return
      const read = column.read(cell)
      if ('wrong' in read) problems.push(`${column.heading} : ${read.wrong}`)
      else if ('card' in read) Object.assign(card, read.card)
      else if ('place' in read) Object.assign(place, read.place)
      else Object.assign(consent, read.consent)
    })
    if (place.commune !== undefined)
      places.push({ commune: place.commune, label: place.label ?? '', hours: place.hours ?? '' })
    else if (place.label !== undefined && problems.length === 0)
      problems.push(`Commune : dites dans quelle commune se trouve « ${place.label} ».`)
  }
  const name = card.name ?? ''
  const first = group[0]!.line
  const said = (outcome: ReadLine['outcome'], sentence: string): ReadLine => ({
    line: first,
    outcome,
    sentence: typeset(`${name || 'Sans nom'} : ${sentence}`),
  })
  const there = actors.find(({ value }) => folded(value.card.name) === folded(name))
  // what the table does not say of a card that is there stays as it was
  const before = there?.value.card ?? emptyCard
  const next: Card = { ...before, ...card, name, places: places.length > 0 ? places : before.places }
  const agreed: Consent =
    consent.by === '' ? null : { by: consent.by.slice(0, mostInCard.reach), day: consent.day || today, way: 'paper' }
  if (problems.length === 0) {
    const fits = CardShape.safeParse(next)
    problems.push(
      ...(fits.success
        ? cardProblems(next, knownInPlan()).map(({ message }) => message)
        : fits.error.issues.map(({ message }) => message)),
    )
  }
  if (problems.length > 0) return { row: null, line: said('refused', [...new Set(problems)].join(' ')) }
  const row: CardRow = { id: there?.id ?? null, card: next, consent: agreed }
  if (!there) {
    const public_ = agreed === null ? 'pas encore publique : aucun accord n’est noté' : `accord de ${agreed.by}`
    return { row, line: said('new', `nouvelle fiche, ${public_}.`) }
  }
  const changes = cardChanges(before, next)
  const known = there.value.consent
  const isAgreed = agreed !== null && (agreed.by !== known?.by || (consent.day !== '' && agreed.day !== known.day))
  if (changes.length === 0 && !isAgreed)
    return { row: null, line: said('same', 'déjà dans l’annuaire, sans changement.') }
  const all = [...changes, ...(isAgreed ? [`Accord de ${agreed.by}`] : [])]
  return { row: isAgreed ? row : { ...row, consent: null }, line: said('corrected', `${all.join(' ; ')}.`) }
}

/** What travels of it, with the counts of each outcome. */
export function readOf({ lines, ignored, problem }: ReadTable): ReadCards {
  const count = (outcome: ReadLine['outcome']) => lines.filter((one) => one.outcome === outcome).length
  return {
    lines,
    ignored,
    problem,
    counts: { new: count('new'), corrected: count('corrected'), same: count('same'), refused: count('refused') },
  }
}
