/** What travels for an export of sheets. */
import * as z from 'zod'

export const NewExport = z.strictObject({
  format: z.enum(['csv', 'jsonl']),
  reason: z.string().trim().min(5).max(200),
})

export type ExportPage = { questionnaires: { slug: string; title: string; count: number }[] }

/** `unreadable`: responses that do not open, and stay. */
export type Exported = { file: string; type: string; rows: number; unreadable: number; text: string }
