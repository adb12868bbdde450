/** What travels for an export of responses. */
import * as z from 'zod'

export const NewExport = z.strictObject({
  format: z.enum(['csv', 'jsonl']),
  reason: z.string().trim().min(5).max(200),
})

export const ExportPage = z.strictObject({
  questionnaires: z.array(z.strictObject({ slug: z.string(), title: z.string(), count: z.int() })),
})
export type ExportPage = z.infer<typeof ExportPage>

export const Exported = z.strictObject({ file: z.string(), type: z.string(), rows: z.int(), text: z.string() })
export type Exported = z.infer<typeof Exported>
