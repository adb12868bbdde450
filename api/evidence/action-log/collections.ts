/** What is stored of the action log: entries with their history, and what people answered at the exit of an event. */
import * as z from 'zod'
import type { ExitTally } from '../../../analysis/evidence/exit-answers.ts'
import type { LogEntry } from '../../../surveys/action-log/entry.ts'
import type { Age, LogState, Origin, Repeat } from '../../../surveys/action-log/rows.ts'
import { always, collectionRow, objectOf, wordOf } from '../../store/collection-row.ts'

const titled = z.object({ number: z.number(), title: z.string() })

export const StoredEntry = z.object({
  day: z.string(),
  activity: z.string(),
  state: wordOf<LogState>(),
  why: z.string(),
  commune: z.string(),
  pilot: z.string(),
  partners: z.array(z.string()),
  present: z.number().nullable(),
  ages: objectOf<Partial<Record<Age, number>>>(),
  origins: objectOf<Partial<Record<Origin, number>>>(),
  families: z.number().nullable(),
  hours: z.number().nullable(),
  cost: z.number().nullable(),
  note: z.string(),
  /** With the words of the plan when it was noted: an amendment of the plan does not change what was done under it. */
  objectives: z.array(titled),
  action: titled.nullable(),
  repeats: wordOf<Repeat>(),
})
export type StoredEntry = z.infer<typeof StoredEntry>

const deed = { by: z.string(), name: z.string(), at: z.string() }

/** By a UUID made on the device, so that an entry sent twice is stored once. */
export const LoggedDocument = z.object({
  entry: StoredEntry,
  /** Login and name of who noted it, ISO date and time. */
  ...deed,
  /** Its note seemed to hold a name when it was stored: a page of the log reads no note again. */
  hasName: z.boolean(),
  /** The entry as it was before each correction, oldest first. */
  history: z.array(z.object({ ...deed, before: StoredEntry })),
  removed: z.object({ ...deed, why: z.string() }).nullable(),
  /** Code in the address of its exit questions; null while nobody asked for them. */
  exit: z.string().nullable(),
})
export type LoggedDocument = z.infer<typeof LoggedDocument>

/** By the code of the exit questions. */
export const ExitDocument = z.object({
  /** Id of the entry. */
  entry: z.string(),
  tally: objectOf<ExitTally>(),
  /** Counts and words as they were last fit to be shown. */
  shown: objectOf<ExitTally>(),
  shownWords: z.array(z.string()),
  /** Masked words that wait for enough others, in no order. */
  waiting: z.array(z.string()),
  /** Ids under which devices sent, so that one is counted once; nothing joins them to an answer. */
  received: z.array(z.string()),
})
export type ExitDocument = z.infer<typeof ExitDocument>

/** @param entry as stored @returns as it is typed */
export const typedOf = ({ objectives, action, ...entry }: StoredEntry): LogEntry => ({
  ...entry,
  objectives: objectives.map(({ number }) => number),
  action: action?.number ?? null,
})

export const actionLogCollections = {
  actionLog: collectionRow({
    name: 'action-log',
    schema: LoggedDocument,
    holds: 'Carnet d’actions : ce qui a eu lieu, où, combien de personnes, avec l’historique des corrections.',
    personal:
      'Identifiant et nom de l’agent qui a noté ou corrigé ; les personnes venues sont comptées, jamais nommées.',
    why: 'Rendre compte de ce qui a été fait sous chaque objectif du plan.',
    ...always,
  }),
  exitAnswers: collectionRow({
    name: 'exit-answers',
    schema: ExitDocument,
    holds:
      'Décompte des « 3 questions à chaud » de chaque séance, et les mots laissés, noms masqués avant l’enregistrement.',
    personal:
      'Aucun lien entre un décompte, un mot et une personne ; un numéro tiré au hasard par envoi, sans rien d’autre.',
    why: 'Savoir si une séance a servi, sans savoir qui a répondu.',
    retention: 'Tant que la base sert ; avec la séance quand elle est retirée du carnet.',
    setting: null,
    inBackups: true,
  }),
}
