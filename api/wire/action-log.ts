/** What travels between the action log, the phones of the pilots, and the api; and the exit questions of an event. */
import * as z from 'zod'
import { satisfactions, usefulness } from '../../surveys/action-log/exit.ts'
import { mostInEntry } from '../../surveys/action-log/problems.ts'
import { ages, logStates, origins, repeats } from '../../surveys/action-log/rows.ts'

const text = (most: number) => z.string().max(most, `${most} lettres au plus : abrégez.`)
const people = z
  .int('Un nombre entier est attendu.')
  .min(0, 'Un nombre de personnes est attendu.')
  .max(mostInEntry.people, 'Ce nombre est trop grand.')
const amount = (most: number) =>
  z.number('Un nombre est attendu.').min(0, 'Un nombre positif est attendu.').max(most, 'Ce nombre est trop grand.')
const counts = <Names extends readonly [string, ...string[]]>(names: Names) => z.partialRecord(z.enum(names), people)

export const Entry = z.strictObject({
  day: z.string().max(10),
  activity: text(mostInEntry.activity),
  state: z.enum(logStates),
  why: text(mostInEntry.why),
  commune: z.string().max(10),
  pilot: text(mostInEntry.pilot),
  partners: z.array(text(mostInEntry.partner)).max(mostInEntry.partners, 'Vingt partenaires au plus.'),
  present: people.nullable(),
  ages: counts(ages),
  origins: counts(origins),
  families: people.nullable(),
  hours: amount(mostInEntry.hours).nullable(),
  cost: amount(mostInEntry.cost).nullable(),
  note: text(mostInEntry.note),
  objectives: z.array(z.int().min(1).max(999)).max(60),
  action: z.int().min(1).max(999).nullable(),
  repeats: z.enum(repeats),
})
export type Entry = z.infer<typeof Entry>

/** `revision`: of the entry that is corrected, null for a new one; `isAnother`: it only resembles one that is there. */
export const SavedEntry = z.strictObject({
  entry: Entry,
  revision: z.int().min(1).nullable().default(null),
  isAnother: z.boolean().default(false),
})

const likeness = z.strictObject({
  id: z.string(),
  activity: z.string(),
  day: z.string(),
  present: z.int().nullable(),
  by: z.string(),
})
/** `asked`: nothing was stored, since another entry has the same activity, commune and day. */
export const EntryTaken = z.strictObject({
  outcome: z.enum(['new', 'same', 'corrected', 'asked']),
  like: likeness.nullable(),
  /** The note with what seems to be a name masked; null when nothing seems to be one. */
  masked: z.string().nullable(),
})
export type EntryTaken = z.infer<typeof EntryTaken>

const titled = z.strictObject({ number: z.int(), title: z.string() })

/** All that a phone needs to note without a network. */
export const Desk = z.strictObject({
  communes: z.array(z.strictObject({ value: z.string(), name: z.string() })),
  objectives: z.array(titled),
  actions: z.array(titled),
  /** Usual activities, the most frequent of the last twelve months first: the last entry of each. */
  activities: z.array(z.strictObject({ entry: Entry, times: z.int() })),
  /** What comes back and is not noted yet, and what was planned and is past, the oldest first. */
  due: z.array(
    z.strictObject({
      id: z.string(),
      entry: Entry,
      day: z.string(),
      missed: z.int(),
      /** Revision of the planned entry that is completed; null when a new one is noted. */
      revision: z.int().nullable(),
    }),
  ),
  pilots: z.array(z.string()),
})
export type Desk = z.infer<typeof Desk>

const attendance = {
  sessions: z.int(),
  attendances: z.int().nullable(),
  uncounted: z.int(),
  families: z.int().nullable(),
  hours: z.number().nullable(),
  cost: z.number().nullable(),
}
export const Attendance = z.strictObject(attendance)
export type Attendance = z.infer<typeof Attendance>

export const EntryLine = z.strictObject({
  id: z.string(),
  entry: Entry,
  communeName: z.string(),
  by: z.string(),
  isCorrected: z.boolean(),
  /** Its note seems to hold a name. */
  hasName: z.boolean(),
  /** Its exit questions are printed. */
  hasExit: z.boolean(),
})
export type EntryLine = z.infer<typeof EntryLine>

export const LogPage = z.strictObject({
  years: z.array(z.string()),
  year: z.string(),
  entries: z.array(EntryLine),
  total: Attendance,
  sentence: z.string(),
  months: z.array(z.strictObject({ month: z.string(), ...attendance })),
  byAction: z.array(z.strictObject({ number: z.int().nullable(), title: z.string(), ...attendance })),
  byObjective: z.array(z.strictObject({ number: z.int(), title: z.string(), ...attendance })),
  /** People by class over the year, rounded; null = never counted; a count of null = fewer than eleven. */
  ages: z.array(z.strictObject({ name: z.enum(ages), count: z.int().nullable() })).nullable(),
  origins: z.array(z.strictObject({ name: z.enum(origins), count: z.int().nullable() })).nullable(),
  canWrite: z.boolean(),
})
export type LogPage = z.infer<typeof LogPage>

export const YearWanted = z.object({
  year: z
    .string()
    .regex(/^20\d{2}$/)
    .optional(),
})

export const EntryPage = z.strictObject({
  id: z.string(),
  revision: z.int(),
  entry: Entry,
  communeName: z.string(),
  /** With the words of the plan when it was noted. */
  objectives: z.array(titled),
  action: titled.nullable(),
  by: z.string(),
  at: z.string(),
  masked: z.string().nullable(),
  history: z.array(z.strictObject({ by: z.string(), at: z.string(), changes: z.array(z.string()) })),
  removed: z.strictObject({ by: z.string(), at: z.string(), why: z.string() }).nullable(),
  /** The exit questions; null while nobody asked for them. */
  exit: z
    .strictObject({
      address: z.string(),
      picture: z.string(),
      closesOn: z.string(),
      base: z.string(),
      lines: z.array(z.string()),
      words: z.array(z.string()),
    })
    .nullable(),
  canWrite: z.boolean(),
})
export type EntryPage = z.infer<typeof EntryPage>

export const Removal = z.strictObject({
  why: z.string().trim().min(3, 'Écrivez pourquoi, en quelques mots.').max(300, 'Ce motif est trop long.'),
})

export const PastedLog = z.strictObject({ text: z.string().max(400_000), areOthers: z.boolean().default(false) })
/** One row of a pasted table, in a sentence. */
export const ImportLine = z.strictObject({
  line: z.int(),
  outcome: z.enum(['new', 'corrected', 'same', 'alike', 'refused']),
  sentence: z.string(),
})
export type ImportLine = z.infer<typeof ImportLine>
export const ReadLog = z.strictObject({
  lines: z.array(ImportLine),
  /** Headings that no column of the log is called, left out. */
  ignored: z.array(z.string()),
  /** Why nothing can be read at all, '' otherwise. */
  problem: z.string(),
  counts: z.strictObject({ new: z.int(), corrected: z.int(), same: z.int(), alike: z.int(), refused: z.int() }),
})
export type ReadLog = z.infer<typeof ReadLog>

/** What somebody who scanned the square is shown. */
export const ExitPage = z.strictObject({ activity: z.string(), day: z.string(), isOpen: z.boolean() })
export type ExitPage = z.infer<typeof ExitPage>
/** `id` is drawn for this sending alone, so that one sent twice is counted once. */
export const NewExitAnswer = z.strictObject({
  id: z.uuid(),
  satisfaction: z.enum(satisfactions).nullable(),
  useful: z.enum(usefulness).nullable(),
  word: z.string().max(200),
})
export type NewExitAnswer = z.infer<typeof NewExitAnswer>
