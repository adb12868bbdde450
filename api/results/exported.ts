/** One export of the sheets of a questionnaire, by an operator or an exporter: written in the journal before it leaves. */
import { randomUUID } from 'node:crypto'
import type { Response } from '../../surveys/answers/response.ts'
import type { AppContext } from '../context.ts'
import { readResponses } from '../responses/responses.ts'
import { unreadableIn } from '../responses/unreadable.ts'
import { zonesOf } from '../tables/reference.ts'
import { vigilanceIn } from '../vigilance/vigilance.ts'
import { exportRows } from './export-rows.ts'
import { csvText, jsonLines } from './export-text.ts'

export const formats = ['csv', 'jsonl'] as const
export type Format = (typeof formats)[number]

/**
 * Trial sheets leave only while the questionnaire is on trial; a text that may tell of a distress only once it was read; a response
 * that does not open stays, and is counted.
 *
 * @param who a login, or `operateur`
 * @param reason kept in the journal
 * @throws Problem questionnaire-unknown
 */
export async function exported(context: AppContext, slug: string, format: Format, who: string, reason: string) {
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
  const details = {
    fiches: rows.length,
    ...(left > 0 ? { illisibles: left } : {}),
    format,
    raison: reason.slice(0, 200),
  }
  await context.audit.record({ who, what: 'exported', about: slug, details })
  return { rows: rows.length, unreadable: left, text: format === 'csv' ? csvText(rows) : jsonLines(rows) }
}
