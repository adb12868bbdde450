/** What the register says of one stored collection; each folder describes its own in `collections.ts`. */
import * as z from 'zod'

/** A setting that rules how long something is stored. */
export type RetentionSetting = 'rawMonths' | 'contactMonths' | 'correctionDays' | 'logMonths' | 'backupDays'

/** What a data protection officer asks of anything stored, in French. */
export type RegisterEntry = {
  holds: string
  /** Which personal data it holds; null when it holds none. */
  personal: string | null
  why: string
  retention: string
  setting: RetentionSetting | null
  inBackups: boolean
}

export type CollectionRow<T> = RegisterEntry & {
  /** The name its documents are stored under: another name would lose them. */
  name: string
  /** Documents are checked against it when they are read, and given as they are: it neither fills in nor converts. */
  schema: z.ZodType<T, T>
}

export const collectionRow = <T>(row: CollectionRow<T>): CollectionRow<T> => row

/** Not erased by age. */
export const always = { retention: 'Tant que la base sert.', setting: null, inBackups: true } as const

/** What leads to the responses of a questionnaire goes with them. */
export const withResponses = {
  retention: 'Effacés avec les réponses du questionnaire, après le nombre de mois réglé.',
  setting: 'rawMonths',
  inBackups: true,
} as const

/** A word of a closed list, whatever it is: a list that loses a word must not make its old documents unreadable. */
export const wordOf = <Word extends string>() => z.custom<Word>((value) => typeof value === 'string')

/** An object that another check reads with care: only its being an object is looked at here. */
export const objectOf = <T extends object>() =>
  z.custom<T>((value) => typeof value === 'object' && value !== null && !Array.isArray(value))

/** A list whose entries another check reads with care. */
export const listOf = <T>() => z.custom<T[]>((value) => Array.isArray(value))
