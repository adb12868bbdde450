/** What travels for an export of sheets. */
import * as z from 'zod'

export const NewExport = z.strictObject({
  format: z.enum(['csv', 'jsonl']),
  reason: z.string().trim().min(5).max(200),
})

/** What this person may take: protected rows, whole responses, or both. */
export type ExportPage = {
  forms: ('protected' | 'full')[]
  questionnaires: { slug: string; title: string; count: number }[]
}

export type Exported = {
  file: string
  type: string
  rows: number
  /** Code of this export, on each row and in the journal. */
  mark: string
  /** What was measured on protected rows, in sentences. */
  measured: string[]
  text: string
}
