/** One export of the sheets of a questionnaire, for an operator or an exporter. */
import { randomUUID } from 'node:crypto'
import type { Response } from '../../surveys/answers/response.ts'
import type { DataContext } from '../data-context.ts'
import { readResponses } from '../responses/responses.ts'
import { unreadableIn } from '../responses/unreadable.ts'
import { zonesOf } from '../tables/reference.ts'
import { vigilanceIn } from '../vigilance/vigilance.ts'
import * as wire from '../wire/export.ts'
import { exportRows } from './export-rows.ts'
import { csvText, jsonLines } from './export-text.ts'

export const formats = ['csv', 'jsonl'] as const
export type Format = (typeof formats)[number]

/** `unreadable`: responses that do not open, and stay. */
export type Export = { rows: number; unreadable: number; text: string }
/** `json`: a `wire.Exported`, in UTF-8. */
export type Leaving = Omit<Export, 'text'> & { json: Uint8Array }

const types: Record<Format, string> = { csv: 'text/csv; charset=utf-8', jsonl: 'application/jsonl; charset=utf-8' }

/** Noted before anything leaves. @param reason kept in the journal */
export async function noteExport(
  { audit }: DataContext,
  slug: string,
  format: Format,
  { who, reason, rows, unreadable }: { who: string; reason: string } & Omit<Export, 'text'>,
): Promise<void> {
  const details = {
    fiches: rows,
    ...(unreadable > 0 ? { illisibles: unreadable } : {}),
    format,
    raison: reason.slice(0, 200),
  }
  await audit.record({ who, what: 'exported', about: slug, details })
}

/**
 * Trial sheets leave only while the questionnaire is on trial; a text that may tell of a distress only once it was read; a response
 * that does not open stays, and is counted.
 *
 * @throws Problem questionnaire-unknown
 */
export async function exported(context: DataContext, slug: string, format: Format): Promise<Export> {
  const { standing } = await context.questionnaires.found(slug)
  const { questionnaire } = await context.questionnaires.published(slug, standing.version)
  const zones = zonesOf((await context.tables.current('zones')) ?? undefined)
  const { hold } = await vigilanceIn(context).holding(questionnaire)
  const unreadable = unreadableIn(context)
  const sheets: Response[] = []
  for await (const block of readResponses(context.store, context.keyring, slug, unreadable.open))
    sheets.push(...block.filter(({ trial }) => standing.status === 'trial' || !trial).map(hold))
  const rows = exportRows(questionnaire, sheets, zones, randomUUID)
  const left = (await unreadable.list(slug)).length
  return { rows: rows.length, unreadable: left, text: format === 'csv' ? csvText(rows) : jsonLines(rows) }
}

/** Asked of the thread of the analysis, as the bytes the server sends on: fifty thousand responses hold nobody up. */
export async function leavingOf(context: DataContext, slug: string, format: Format): Promise<Leaving> {
  const { rows, unreadable, text } = await exported(context, slug, format)
  const leaving = wire.Exported.parse({ file: `${slug}.${format}`, type: types[format], rows, unreadable, text })
  return { rows, unreadable, json: new TextEncoder().encode(JSON.stringify(leaving)) }
}
