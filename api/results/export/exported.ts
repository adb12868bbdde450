/** One export of the answers to a questionnaire, by an operator or a member of staff: written in the journal before it leaves. */
import { createHash, randomInt, randomUUID } from 'node:crypto'
import { protectedRows } from '../../../analysis/microdata/protected-rows.ts'
import type { Response } from '../../../surveys/answers/response.ts'
import type { DataContext } from '../../data-context.ts'
import { readResponses } from '../../responses/responses.ts'
import { unreadableIn } from '../../responses/unreadable.ts'
import { vigilanceIn } from '../../responses/vigilance/vigilance.ts'
import { zonesOf } from '../../tables/reference.ts'
import * as wire from '../../wire/export.ts'
import { fullRows } from './full-rows.ts'
import { measured } from './sentence.ts'
import { csvText, type ExportRow, jsonLines } from './text.ts'

export const formats = ['csv', 'jsonl'] as const
export type Format = (typeof formats)[number]

/** `protected`: rows that are nobody's, for any analyst's script; `full`: one row per person, for a role of its own. */
export type Form = 'protected' | 'full'

export type ExportAsked = { form: Form; format: Format }
/** `unreadable`: responses that cannot be decrypted, and stay; `digest`: of the text, for the journal. */
export type Export = Omit<wire.Exported, 'file' | 'type'> & { digest: string }
/** `json`: a `wire.Exported`, in UTF-8. */
export type Leaving = Omit<Export, 'text'> & { json: Uint8Array }

const types: Record<Format, string> = { csv: 'text/csv; charset=utf-8', jsonl: 'application/jsonl; charset=utf-8' }

const deeds = { protected: 'exported', full: 'exported-full' } as const

/** Noted before anything leaves. @param asked `who` is a login, or `operateur`; `reason` stays in the journal */
export async function noteExport(
  { audit }: DataContext,
  slug: string,
  { form, format, who, reason }: ExportAsked & { who: string; reason: string },
  { rows, unreadable, mark, digest }: Omit<Export, 'text'>,
): Promise<void> {
  const details = {
    export: mark,
    fiches: rows,
    ...(unreadable > 0 ? { illisibles: unreadable } : {}),
    format,
    raison: reason.slice(0, 200),
    empreinte: digest,
  }
  await audit.record({ who, what: deeds[form], about: slug, details })
}

/**
 * Trial responses leave only while the questionnaire is on trial; a text that may reveal a distress only once it was read; a
 * response that cannot be decrypted stays, and is counted. Each row bears the code of its export, and the journal says who took it.
 *
 * @throws Problem questionnaire-unknown
 */
export async function madeExport(context: DataContext, slug: string, { form, format }: ExportAsked): Promise<Export> {
  const { standing } = await context.questionnaires.found(slug)
  const { questionnaire } = await context.questionnaires.published(slug, standing.version)
  const zones = zonesOf((await context.tables.current('zones')) ?? undefined)
  const { hold } = await vigilanceIn(context).holding(questionnaire)
  const unreadable = unreadableIn(context)
  const responses: Response[] = []
  for await (const block of readResponses(context.store, context.keyring, slug, unreadable.open))
    responses.push(...block.filter(({ trial }) => standing.status === 'trial' || !trial).map(hold))
  const mark = newMark()
  const made =
    form === 'full'
      ? { rows: fullRows(questionnaire, responses, zones, mark, randomUUID), measures: null }
      : leaving(protectedRows(questionnaire, responses, zones, chance), mark)
  const text = format === 'csv' ? csvText(made.rows) : jsonLines(made.rows)
  return {
    rows: made.rows.length,
    unreadable: (await unreadable.list(slug)).length,
    mark,
    measured: made.measures === null ? [] : measured(made.measures),
    digest: createHash('sha256').update(text).digest('hex').slice(0, 16),
    text,
  }
}

/** Asked of the thread of the analysis, as the bytes the server sends on: fifty thousand responses hold nobody up. */
export async function leavingOf(context: DataContext, slug: string, asked: ExportAsked): Promise<Leaving> {
  const { text, ...made } = await madeExport(context, slug, asked)
  const { digest: _, ...shown } = made
  const file = `${slug}-${made.mark}.${asked.format}`
  const leaves = wire.Exported.parse({ file, type: types[asked.format], ...shown, text })
  return { ...made, json: new TextEncoder().encode(JSON.stringify(leaves)) }
}

function leaving({ rows, measures }: ReturnType<typeof protectedRows>, mark: string) {
  const numbered = rows.map((answers, at): ExportRow => ({ id: `${mark}-${at + 1}`, export: mark, answers }))
  return { rows: numbered, measures }
}

/** `K7QM2H9X`: short enough to be read out, and never the same twice. */
function newMark(): string {
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  return Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('')
}

/** Nobody who knows a seed could undo the exchange of answers. */
const chance = () => randomInt(2 ** 32) / 2 ** 32
