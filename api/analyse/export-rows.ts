/** Answer sheets as they may leave the store: no id of ours, no commune, no hour, free texts masked. */
import { mask } from '../../analysis/text/mask.ts'
import { type Field, fieldsOf } from '../../surveys/fields.ts'
import type { Questionnaire } from '../../surveys/questionnaire.ts'
import type { Answers, Response } from '../../surveys/response.ts'
import { type ZoneTable, zoneOf } from '../../surveys/territory.ts'

export type ExportRow = { id: string; version: number; month: string; mode: string; answers: Answers }

/** In the order of the new ids, so that two exports cannot be laid side by side. */
export function exportRows(
  { definition, assigned }: Questionnaire,
  sheets: readonly Response[],
  zones: ZoneTable,
  newId: () => string,
): ExportRow[] {
  const fields = fieldsOf(definition, assigned)
  const communes = new Set(fields.filter(({ role }) => role === 'commune').map(({ question }) => question))
  const free = new Set([
    ...fields.filter(({ kind }) => kind === 'text').map(({ question }) => question),
    ...fields.filter(({ comment }) => comment).map(({ question }) => `${question}-Comment`),
  ])
  const cleaned = (answers: Answers): Answers =>
    Object.fromEntries(
      Object.entries(answers).map(([name, value]) => {
        if (communes.has(name)) return ['zone', typeof value === 'string' ? zoneOf(value, zones) : value]
        if (free.has(name) && typeof value === 'string') return [name, mask(value).text]
        if (Array.isArray(value) && isPanel(fields, name)) return [name, value.map((row) => cleaned(row as Answers))]
        return [name, value]
      }),
    )
  return sheets
    .map(({ version, receivedAt, mode, answers }) => ({
      id: newId(),
      version,
      month: receivedAt.slice(0, 7),
      mode,
      answers: cleaned(answers),
    }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

const isPanel = (fields: Field[], name: string) => fields.some(({ kind, path }) => kind === 'panel' && path === name)
