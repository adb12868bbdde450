/** What travels for an export of responses. */
import * as z from 'zod'

export const NewExport = z.strictObject({
  format: z.enum(['csv', 'jsonl']),
  reason: z.string().trim().min(5, 'Écrivez pourquoi, en quelques mots.').max(200),
})
export type NewExport = z.infer<typeof NewExport>

/** What this person may take: protected rows, whole responses, or both. */
export const ExportPage = z.strictObject({
  forms: z.array(z.enum(['protected', 'full'])),
  questionnaires: z.array(z.strictObject({ slug: z.string(), title: z.string(), count: z.int() })),
})
export type ExportPage = z.infer<typeof ExportPage>

/** `unreadable`: responses that do not open, and stay. */
export const Exported = z.strictObject({
  file: z.string(),
  type: z.string(),
  rows: z.int(),
  unreadable: z.int(),
  /** Code of this export, on each row and in the journal. */
  mark: z.string(),
  /** What was measured on protected rows, in sentences. */
  measured: z.array(z.string()),
  text: z.string(),
})
export type Exported = z.infer<typeof Exported>
