/** What is wrong with an entry of the action log, in sentences; the phone says them without a network, the server says them again. */
import { levelSaid } from '../authority/levels.ts'
import type { LogEntry } from './entry.ts'
import { sumOf } from './entry.ts'
import { stateRows } from './rows.ts'

export type EntryProblem = { path: keyof LogEntry; message: string }

/** What the plan and the territory in force know. */
export type KnownPlaces = {
  communes: ReadonlySet<string>
  objectives: ReadonlySet<number>
  actions: ReadonlySet<number>
}

/** Longest texts, in letters; most people, hours, euros. */
export const mostInEntry = {
  activity: 120,
  why: 300,
  pilot: 120,
  partners: 20,
  partner: 80,
  note: 1_000,
  people: 100_000,
  hours: 10_000,
  cost: 10_000_000,
} as const

/** @param today ISO day: what is done cannot lie ahead of it */
export function entryProblems(entry: LogEntry, known: KnownPlaces, today: string): EntryProblem[] {
  const found: EntryProblem[] = []
  const say = (path: keyof LogEntry, message: string) => found.push({ path, message })
  const { isHeld, asksWhy } = stateRows[entry.state]

  if (entry.activity.trim().length < 2) say('activity', 'Dites ce qui a eu lieu, en quelques mots.')
  if (!isDay(entry.day)) say('day', 'Choisissez la date.')
  else if (isHeld && entry.state === 'done' && entry.day > today)
    say('day', 'Cette date n’est pas encore passée\u202f: choisissez «\u202fÀ faire\u202f», ou corrigez la date.')
  if (asksWhy && entry.why.trim().length < 3) say('why', 'Écrivez pourquoi, en quelques mots.')
  if (entry.commune !== '' && !known.communes.has(entry.commune))
    say('commune', 'Cette commune n’est pas dans le territoire\u202f: choisissez-la dans la liste, ou laissez vide.')
  const unknown = entry.objectives.find((number) => !known.objectives.has(number))
  if (unknown !== undefined)
    say('objectives', `Le plan n’a pas ${levelSaid('of', 'objective')} ${unknown}\u202f: choisissez dans la liste.`)
  if (entry.action !== null && !known.actions.has(entry.action))
    say('action', `Le plan n’a pas ${levelSaid('of', 'action')} ${entry.action}\u202f: choisissez dans la liste.`)

  const { present, ages, origins } = entry
  if (!isHeld && (present !== null || sumOf(ages) > 0 || sumOf(origins) > 0))
    say(
      'present',
      'Ce qui n’a pas eu lieu n’a pas de présences\u202f: effacez les nombres, ou choisissez «\u202fFait\u202f».',
    )
  for (const [path, counts, words] of [
    ['ages', ages, 'Les âges'],
    ['origins', origins, 'Les provenances'],
  ] as const) {
    const sum = sumOf(counts)
    if (isHeld && present === null && Object.keys(counts).length > 0)
      say('present', 'Notez aussi le nombre total de personnes.')
    else if (present !== null && sum > present)
      say(path, `${words} additionnés font ${sum}, plus que le total (${present})\u202f: corrigez l’un ou l’autre.`)
  }
  return found.filter((one, at) => found.findIndex(({ message }) => message === one.message) === at)
}

const isDay = (day: string) =>
  /^20\d{2}-\d{2}-\d{2}$/.test(day) && new Date(`${day}T12:00:00Z`).toJSON()?.startsWith(day)
