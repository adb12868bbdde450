/** An export made in the thread of the analysis, as the bytes the server sends on: fifty thousand responses hold nobody up. */
import type { AppContext } from '../context.ts'
import type * as wire from '../wire/export.ts'
import { exported, type Format } from './exported.ts'

/** `json`: a `wire.Exported`, in UTF-8. */
export type Leaving = { rows: number; json: Uint8Array }

const types: Record<Format, string> = { csv: 'text/csv; charset=utf-8', jsonl: 'application/jsonl; charset=utf-8' }

export async function leavingOf(context: AppContext, slug: string, format: Format): Promise<Leaving> {
  const { rows, text } = await exported(context, slug, format)
  const leaving: wire.Exported = { file: `${slug}.${format}`, type: types[format], rows, text }
  return { rows, json: new TextEncoder().encode(JSON.stringify(leaving)) }
}
