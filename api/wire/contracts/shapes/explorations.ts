/** The explorer: the questions it has tables of and those it has not, one table, and explorations saved under a name. */
import * as z from 'zod'
import { figure } from '../../figures.ts'
import { PublicationLine } from './publications.ts'

const asked = {
  /** Path of the question. */
  question: z.string().min(1).max(200),
  /** Path of the list or question it is divided by; '' = the whole. */
  dividedBy: z.string().max(400),
  /** The answer shown; '' = all of them. */
  answer: z.string().max(200),
  /** Chart, table or map. */
  view: z.enum(['graphique', 'tableau', 'carte']),
  /** Number of an earlier publication it was looked at in; absent = the last, whichever it is. */
  publication: z.int().positive().optional(),
}

export const NewExploration = z.strictObject({
  name: z.string().trim().min(2, 'Donnez un nom à cette exploration.').max(80),
  ...asked,
})
export type NewExploration = z.infer<typeof NewExploration>

export const SavedExploration = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  ...asked,
  /** Login of who saved it. */
  by: z.string(),
  /** ISO date and time. */
  at: z.string(),
})
export type SavedExploration = z.infer<typeof SavedExploration>

export const SavedExplorations = z.strictObject({ saved: z.array(SavedExploration) })
export type SavedExplorations = z.infer<typeof SavedExplorations>

/** A question without tables: why, and the finding that reads it where there is one. */
export const AbsentQuestion = z.strictObject({
  title: z.string(),
  why: z.string(),
  indicator: z.string().nullable(),
})
export type AbsentQuestion = z.infer<typeof AbsentQuestion>

const List = z.strictObject({ path: z.string(), title: z.string() })

export const QuestionList = z.strictObject({
  slug: z.string(),
  title: z.string(),
  publication: PublicationLine.nullable(),
  /** Of which no figure is shown any more. */
  withdrawn: z.array(PublicationLine),
  questions: z.array(
    z.strictObject({
      path: z.string(),
      title: z.string(),
      /** Titles of its page and of its objectives: it is found by their words. */
      theme: z.string(),
      page: z.string(),
      /** Title of the page, '' = it has none. */
      section: z.string(),
      /** `isSilent`: nothing is read of the question by this list, which is not offered. */
      lists: z.array(z.strictObject({ ...List.shape, isSilent: z.literal(true).optional() })),
      weighted: z.boolean(),
      /** Panel it is asked in: questions of one panel may be crossed; absent where they are not. */
      panel: z.string().optional(),
    }),
  ),
  /** Those of the same publication that have no table. */
  absent: z.array(AbsentQuestion),
})
export type QuestionList = z.infer<typeof QuestionList>

/** One place of a crossing and what is published there. */
const ExplorerCell = z.strictObject({ dims: z.record(z.string(), z.string()), ...figure })
export type ExplorerCell = z.infer<typeof ExplorerCell>

/** A crossing worth a look: one answer whose gap is established among all that were looked at together. */
const WorthALook = z.strictObject({
  /** Question. */
  path: z.string(),
  title: z.string(),
  /** List or question it is divided by. */
  by: List,
  answer: z.string(),
  /** « Oui » : 52 % pour « Nord », 31 % pour « Sud ». */
  sentence: z.string(),
  /** One a group: `isLead`: the two of the gap. */
  bars: z.array(z.strictObject({ label: z.string(), ...figure, isLead: z.boolean() })),
})
export type WorthALook = z.infer<typeof WorthALook>

/** The widest first. */
export const WorthLooks = z.strictObject({ gaps: z.array(WorthALook) })
export type WorthLooks = z.infer<typeof WorthLooks>

export const Explored = z.strictObject({
  slug: z.string(),
  path: z.string(),
  title: z.string(),
  kind: z.enum(['shares', 'several', 'mean']),
  sensitive: z.boolean(),
  who: z.tuple([z.string(), z.string()]),
  lists: z.array(
    z.strictObject({
      ...List.shape,
      /** `day`: the group stands as it was on that ISO day. */
      choices: z.array(z.strictObject({ value: z.string(), text: z.string(), day: z.string().optional() })),
      left: z.array(z.string()),
    }),
  ),
  answers: z.array(z.strictObject({ value: z.string(), label: z.string() })),
  /** Null: nothing is read in this crossing, and `why` says it in one sentence. */
  cells: z.array(ExplorerCell).nullable(),
  /** ISO day that the figures of everybody are of, where they wait; null = of the publication. */
  wholeDay: z.string().nullable(),
  /** What everybody said, an estimate an answer: what a group is compared with. */
  whole: z.array(z.strictObject({ answer: z.string(), ...figure })),
  why: z.string().nullable(),
  /** Groups that an earlier publication showed and this one does not: too few people joined since. */
  missed: z.strictObject({ publication: z.int(), madeAt: z.string(), groups: z.array(z.string()) }).nullable(),
  /** Divided: the gap, or that none is established, at a glance; '' = there is none to tell. */
  brief: z.string(),
  /** The largest figure published with its interval and base; divided: the gap that is established, or that none is. */
  sentence: z.string(),
  /** Its gap is established; not divided: true. */
  isEstablished: z.boolean(),
  /** Divided: the sentence of each answer, for when one is shown alone. */
  sentences: z.array(
    z.strictObject({
      answer: z.string(),
      brief: z.string(),
      sentence: z.string(),
      /** How many gaps of this answer are established. */
      gaps: z.int(),
      /** The two groups of the widest of them, the higher first; null = none is. */
      between: z.tuple([z.string(), z.string()]).nullable(),
    }),
  ),
  /** Divided by a question with several answers: one person may be in several groups. */
  isOverlapping: z.boolean(),
  /** Short responses, of which there are some, were not asked it. */
  isWholeOnly: z.boolean(),
  /** « 0 = pas du tout à l’aise, 10 = très à l’aise »; '' = its ends have no words. */
  ends: z.string(),
  /** « Réponses de 2025 et 2026 réunies. »; '' = of one wave, or divided by them. */
  pooled: z.string(),
  /**
   * The finding whose figures these are; null = no finding shows the question so. `isOpen`: it concludes nothing. `of`: the answers it
   * has figures of, where others are shown too. `adds`: the answers it counts together, none of
   * whose figures are then its own; none = the figures are the same. `figure`: what they are together, of everybody, with its interval; '' = it is not said.
   */
  follows: z
    .strictObject({
      indicator: z.string(),
      title: z.string(),
      isOpen: z.boolean(),
      of: z.array(z.string()),
      adds: z.array(z.string()),
      figure: z.string(),
    })
    .nullable(),
  /** Each figure is weighted, or none. */
  weighted: z.boolean(),
  publication: PublicationLine,
  mention: z.string(),
})
export type Explored = z.infer<typeof Explored>
