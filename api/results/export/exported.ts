/** One export of the answers to a questionnaire, by an operator or a member of staff: written in the journal before it leaves. */
import { createHash, randomInt, randomUUID } from 'node:crypto'
import { protectedRows } from '../../../analysis/microdata/protected-rows.ts'
import type { Response } from '../../../surveys/answers/response.ts'
import type { AppContext } from '../../context.ts'
import { readResponses } from '../../responses/responses.ts'
import { zonesOf } from '../../tables/reference.ts'
import { vigilanceIn } from '../../vigilance/vigilance.ts'
import type * as wire from '../../wire/export.ts'
import { fullRows } from './full-rows.ts'
import { measured } from './sentence.ts'
import { csvText, type ExportRow, jsonLines } from './text.ts'

export const formats = ['csv', 'jsonl'] as const
export type Format = (typeof formats)[number]

/** `protected`: rows that are nobody's, for any analyst's script; `full`: one row per person, for a role of its own. */
export type Form = 'protected' | 'full'

export type ExportAsked = { form: Form; format: Format; who: string; reason: string }

const deeds = { protected: 'exported', full: 'exported-full' } as const

/**
 * Trial responses leave only while the questionnaire is on trial; a text that may tell of a distress only once it was read. Each row
 * bears the code of its export, and the journal says who took it.
 *
 * @param asked `who` is a login, or `operateur`; `reason` stays in the journal
 * @throws Problem questionnaire-unknown
 */
export async function exported(
  context: AppContext,
  slug: string,
  { form, format, who, reason }: ExportAsked,
): Promise<Omit<wire.Exported, 'file' | 'type'>> {
  const { standing } = await context.questionnaires.found(slug)
  const { questionnaire } = await context.questionnaires.published(slug, standing.version)
  const zones = zonesOf((await context.tables.current('zones')) ?? undefined)
  const { hold } = await vigilanceIn(context).holding(questionnaire)
  const responses: Response[] = []
  for await (const block of readResponses(context.store, context.keyring, slug))
    responses.push(...block.filter(({ trial }) => standing.status === 'trial' || !trial).map(hold))
  const mark = newMark()
  const made =
    form === 'full'
      ? { rows: fullRows(questionnaire, responses, zones, mark, randomUUID), measures: null }
      : leaving(protectedRows(questionnaire, responses, zones, chance), mark)
  const text = format === 'csv' ? csvText(made.rows) : jsonLines(made.rows)
  const details = {
    export: mark,
    fiches: made.rows.length,
    format,
    raison: reason.slice(0, 200),
    empreinte: createHash('sha256').update(text).digest('hex').slice(0, 16),
  }
  await context.audit.record({ who, what: deeds[form], about: slug, details })
  return { rows: made.rows.length, mark, measured: made.measures === null ? [] : measured(made.measures), text }
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
