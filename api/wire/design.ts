/** What travels between the designer of questionnaires and the api. */
import * as z from 'zod'
import { DraftParameters, DraftQuestionnaire } from '../../surveys/questionnaire/draft.ts'
import type { ParameterValues } from '../../surveys/questionnaire/parameters.ts'
import { type DefinitionElement, languages } from '../../surveys/questionnaire/questionnaire.ts'
import { slug } from '../../surveys/questionnaire/slug.ts'
import type { ReviewResult } from '../../surveys/review/review.ts'
import { fieldKinds } from '../../surveys/types/kinds.ts'
import { Linked, status } from './contracts/shapes/opening.ts'
import { pictureBytes } from './sizes.ts'

export { DraftQuestionnaire }

/** A whole questionnaire on its way here, envelope aside. */
export const draftBytes = 256 * 1024

const sentence = (most: number) => z.string().trim().min(1, 'Écrivez quelques mots.').max(most)
const languageName = z.enum(languages)

/** Written reasons that lift an issue of the review. */
export const Reasons = z.strictObject({
  burden: z.string().max(1_000).optional(),
  languages: z.partialRecord(languageName, z.string().max(1_000)).optional(),
})

/**
 * « Relu par »: who has read the texts of a language again; at and by are filled in by the server. `of`: digest of those
 * texts, absent from the oldest.
 */
const readOver = z.partialRecord(
  languageName,
  z.strictObject({ names: z.string(), at: z.string(), by: z.string(), of: z.string().optional() }),
)

/** How a questionnaire that was never published is to begin. */
export const Opening = z.strictObject({
  as: z.enum(['trial', 'open']),
  /** Last day to answer; needed to open. */
  closesAt: z.iso.date('Choisissez le dernier jour pour répondre.').nullable(),
})
export type Opening = z.infer<typeof Opening>

export const Comment = z.strictObject({
  id: z.string(),
  by: z.string(),
  byName: z.string(),
  at: z.string(),
  /** Page, question (`enfants.garde`), `notice` or `indicators`; '' for the whole questionnaire. */
  path: z.string(),
  text: z.string(),
  settled: z.boolean(),
  /** The word with which it was sent back. */
  isReturn: z.boolean().optional(),
})
export type Comment = z.infer<typeof Comment>

export const Draft = z.strictObject({
  questionnaire: DraftQuestionnaire,
  state: z.enum(['draft', 'review']),
  /** Published version it was started from; null for a new questionnaire. */
  basedOn: z.int().nullable(),
  reasons: Reasons,
  readOver,
  /** Asked with the review; null before, and for a questionnaire whose status does not change. */
  opening: Opening.nullable(),
  askedBy: z.strictObject({ login: z.string(), name: z.string(), at: z.string() }).nullable(),
  comments: z.array(Comment),
  /** Who last changed the questionnaire itself. */
  updatedBy: z.string(),
  updatedByName: z.string(),
  updatedAt: z.string(),
})
export type Draft = z.infer<typeof Draft>

export const DesignLine = z.strictObject({
  slug: z.string(),
  title: z.string(),
  /** Of the draft when it was never published, else of what people meet. */
  status,
  version: z.int().nullable(),
  hasDraft: z.boolean(),
  draftState: z.enum(['draft', 'review']).nullable(),
  /** Those that wait for the author of a draft that was sent back; 0 otherwise. */
  remarks: z.int(),
  updatedAt: z.string(),
  updatedByName: z.string(),
  answers: z.int(),
  closesAt: z.string().nullable(),
})
export type DesignLine = z.infer<typeof DesignLine>

/** A way to turn a question into a finding. */
export const Measure = z.strictObject({
  name: z.string(),
  title: z.string(),
  help: z.string(),
  /** Kinds of the field it reads. */
  kinds: z.array(z.enum(fieldKinds)),
  /** It counts some of the answers: the indicator names them (`wanted`). */
  needsWanted: z.boolean(),
  /** Other questions it reads, in this order (`beside`); empty for most. */
  beside: z.array(z.strictObject({ title: z.string(), optional: z.boolean() })),
  /** Its figure is no share, but a mean between the bounds of the question, or a value that somebody gave. */
  number: z.enum(['mean', 'quantile']).optional(),
  /** Sentence to begin with. */
  sentence: z.string(),
})
export type Measure = z.infer<typeof Measure>

export const DesignList = z.strictObject({ questionnaires: z.array(DesignLine), measures: z.array(Measure) })
export type DesignList = z.infer<typeof DesignList>

export const NewDesign = z.discriminatedUnion('from', [
  z.strictObject({
    from: z.literal('blank'),
    title: sentence(200),
    newSlug: slug,
    /** Why it is asked: a line of its notice. */
    why: z.string().trim().max(600).optional(),
    /** Its line under the title, and whom it is for. */
    summary: z.string().trim().max(200).optional(),
    audienceText: z.string().trim().max(200).optional(),
  }),
  z.strictObject({ from: z.literal('copy'), slug, title: sentence(200), newSlug: slug }),
  z.strictObject({ from: z.literal('import'), json: z.unknown(), title: sentence(200), newSlug: slug }),
])
export type NewDesign = z.infer<typeof NewDesign>
/** What an import had to leave out, in sentences. */
export const DesignMade = z.strictObject({ slug: z.string(), notes: z.array(z.string()) })
export type DesignMade = z.infer<typeof DesignMade>

/** Questions put in the library of this installation, with the parameters they ask for; codes as they were written. */
const libraryItem = {
  title: sentence(120),
  elements: z
    .array(z.looseObject({ type: z.string(), name: z.string() }) as unknown as z.ZodType<DefinitionElement>)
    .min(1, 'Choisissez une question au moins.')
    .max(100),
  parameters: DraftParameters,
}
export const NewLibraryItem = z.strictObject(libraryItem)
export type NewLibraryItem = z.infer<typeof NewLibraryItem>

/** In the order they were put there. */
export const LibraryItems = z.strictObject({
  items: z.array(z.strictObject({ id: z.string(), ...libraryItem, byName: z.string(), at: z.string() })),
})
export type LibraryItems = z.infer<typeof LibraryItems>

/** The file in base64: PNG, or SVG that is drawn into one. */
export const NewPicture = z.strictObject({ data: z.base64().max(Math.ceil((pictureBytes + 30_000) * 1.34)) })
export const StoredPicture = z.strictObject({ digest: z.string() })

/** What the shipped questionnaire has that the one of this installation has not. */
export const ShippedPage = z.strictObject({
  slug: z.string(),
  title: z.string(),
  digest: z.string(),
  hasDraft: z.boolean(),
  changes: z.array(
    z.strictObject({
      where: z.string(),
      sentence: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
})
export type ShippedPage = z.infer<typeof ShippedPage>
/** The text the person has read the changes of. */
export const TakeShipped = z.strictObject({ digest: z.string().max(64) })

const other = z.strictObject({ name: z.string(), at: z.string() })
export const DesignRoom = z.strictObject({
  slug: z.string(),
  /** Of the draft; 0 when there is none. */
  revision: z.int(),
  draft: Draft.nullable(),
  /** The source last approved, parameters not filled in. */
  published: z.strictObject({ version: z.int(), questionnaire: DraftQuestionnaire }).nullable(),
  status,
  versions: z.array(
    z.strictObject({
      version: z.int(),
      publishedAt: z.string(),
      by: z.strictObject({ asked: z.string(), approved: z.string() }).nullable(),
      /** Whoever moved the last day, and nothing else. */
      movedBy: z.string().nullable(),
    }),
  ),
  /** Colleagues who had it open within the last seconds. */
  others: z.array(other),
  me: z.strictObject({ login: z.string(), name: z.string() }),
  /** What its parameters are filled in with, as the settings and the tables are now. */
  filled: z.custom<ParameterValues>(),
  /** What a first publication needs before people answer for good; a trial needs none of it. */
  toOpen: z.array(Linked),
})
export type DesignRoom = z.infer<typeof DesignRoom>

/** One published version, as people read it. */
export const DesignVersion = z.strictObject({ version: z.int(), questionnaire: DraftQuestionnaire })
export type DesignVersion = z.infer<typeof DesignVersion>

export const SaveDraft = z.strictObject({ revision: z.int().min(1), questionnaire: DraftQuestionnaire })
export const Saved = z.strictObject({ revision: z.int() })
export type Saved = z.infer<typeof Saved>
export const Here = z.strictObject({ revision: z.int(), others: z.array(other) })
export type Here = z.infer<typeof Here>

/** What is given replaces what stood there; an empty text takes it back. Reasons only while it is a draft. */
export const DraftNotes = z.strictObject({
  reasons: Reasons.optional(),
  readOver: z.partialRecord(languageName, z.strictObject({ names: z.string().trim().max(200) })).optional(),
})
export type DraftNotes = z.infer<typeof DraftNotes>

const finding = z.strictObject({
  level: z.enum(['error', 'advice']),
  path: z.string(),
  code: z.string(),
  message: z.string(),
  where: z.string(),
})
export const DraftReview = z.strictObject({
  toFix: z.array(finding),
  toCheck: z.array(finding),
  budget: z.custom<ReviewResult['budget']>(),
  /** The review took too long or failed: its one issue says so. */
  timedOut: z.boolean(),
})
export type DraftReview = z.infer<typeof DraftReview>

/** The revision is that of what the person has read: nobody asks for, or approves, what they have not seen. */
export const AskReview = z.strictObject({ revision: z.int().min(1), opening: Opening.nullable() })
export const ApproveDraft = z.strictObject({ revision: z.int().min(1) })
export const ReturnDraft = z.strictObject({ text: sentence(2_000) })
export const NewComment = z.strictObject({ path: z.string().max(200), text: sentence(2_000) })
export const Approved = z.strictObject({ version: z.int() })
export type Approved = z.infer<typeof Approved>
