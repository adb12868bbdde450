/** Whole responses as they may leave the store, one row per person: no id of ours, no commune, no day, no hour, free texts masked. */
import { mask } from '../../../analysis/text/mask.ts'
import type { Answers, Response } from '../../../surveys/answers/response.ts'
import { type ZoneTable, zoneOf } from '../../../surveys/authority/territory.ts'
import { fieldsOf } from '../../../surveys/questionnaire/fields.ts'
import { freeTextsOf } from '../../../surveys/questionnaire/free-texts.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'

export type FullRow = { id: string; version: number; month: string; mode: string; export: string; answers: Answers }

/** In the order of the new ids, so that two exports cannot be laid side by side. */
export function fullRows(
  questionnaire: Questionnaire,
  responses: readonly Response[],
  zones: ZoneTable,
  mark: string,
  newId: () => string,
): FullRow[] {
  const communes = communesOf(questionnaire)
  const texts = freeTextsOf(questionnaire)
  const days = daysOf(questionnaire)
  const cleaned = (answers: Answers): Answers =>
    withMonths(
      withZones(
        texts.changed(answers, (text) => mask(text).text),
        communes,
        zones,
      ),
      days,
    )
  return responses
    .map(({ version, receivedAt, mode, answers }) => ({
      id: newId(),
      version,
      month: receivedAt.slice(0, 7),
      mode,
      export: mark,
      answers: cleaned(answers),
    }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

const communesOf = ({ definition, assigned }: Questionnaire) =>
  new Set(
    fieldsOf(definition, assigned)
      .filter(({ semantic }) => semantic === 'commune')
      .map(({ question }) => question),
  )

const withZones = (answers: Answers, communes: ReadonlySet<string>, zones: ZoneTable): Answers =>
  Object.fromEntries(
    Object.entries(answers).map(([name, value]) => {
      if (communes.has(name)) return ['zone', typeof value === 'string' ? zoneOf(value, zones) : value]
      if (Array.isArray(value) && value.every((card) => typeof card === 'object' && card !== null))
        return [name, value.map((card) => withZones(card as Answers, communes, zones))]
      return [name, value]
    }),
  )

const daysOf = ({ definition, assigned }: Questionnaire) =>
  new Set(
    fieldsOf(definition, assigned)
      .filter(({ kind }) => kind === 'date')
      .map(({ question }) => question),
  )

/** A day becomes its month: with the other answers it could name somebody. */
const withMonths = (answers: Answers, days: ReadonlySet<string>): Answers =>
  Object.fromEntries(
    Object.entries(answers).map(([name, value]) => {
      if (days.has(name) && typeof value === 'string') return [name, value.slice(0, 'YYYY-MM'.length)]
      if (Array.isArray(value) && value.every((card) => typeof card === 'object' && card !== null))
        return [name, value.map((card) => withMonths(card as Answers, days))]
      return [name, value]
    }),
  )
