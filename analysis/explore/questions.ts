/** The questions an analyst may ask for: every closed question and every number, each with the lists that may divide it. */
import { type Field, fieldsOf } from '../../surveys/questionnaire/fields.ts'
import { Indicator } from '../../surveys/questionnaire/questionnaire.ts'
import type { FieldKind } from '../../surveys/types/kinds.ts'
import { closedListsOf, listOn } from '../columns/closed-lists.ts'
import { locate } from '../columns/columns.ts'
import type { Study } from '../columns/study.ts'
import { designsOf } from '../columns/subjects.ts'
import type { Table } from '../columns/table.ts'
import { type Weighed, weigh } from '../design/weigh.ts'
import type { Breakdown, Subject } from '../measures/measure.ts'
import { censusStudy } from '../measures/respondents/census.ts'

const asked: Record<FieldKind, boolean> = {
  choice: true,
  choices: true,
  boolean: true,
  rating: true,
  ranking: true,
  number: true,
  date: true,
  // what a machine drew is no answer
  assigned: false,
  text: false,
  week: false,
  panel: false,
}
/** What would describe one household or one birth rather than a need. */
const never = new Set(['commune', 'birth-year'])

/**
 * One subject per question, in the order of the questionnaire; `breakdowns` are all the lists that may divide it.
 * Of a census, only the communes that agreed to be named are counted, as in its findings: no difference tells who refused.
 */
export function questionsOf(given: Study, weighed: Weighed = weigh(censusStudy(given))): Subject[] {
  const study = censusStudy(given)
  const { questionnaire, table } = study
  const fields = fieldsOf(questionnaire.definition, questionnaire.assigned)
  const lists = closedListsOf(study)
  const designAt = designsOf(weighed)
  const known = new Map<Table, Breakdown[]>()
  const listsOn = (own: Table): Breakdown[] => {
    const on = known.get(own) ?? lists.map((list) => listOn(list, own, study)).filter((list) => list !== null)
    known.set(own, on)
    return on
  }
  return fields.flatMap((field): Subject[] => {
    const found = isAsked(field) ? locate(table, field.path) : null
    if (!found || found.column.kind === 'text' || found.column.kind === 'week') return []
    return [
      {
        slug: questionnaire.slug,
        indicator: indicatorFor(field, found.table),
        field,
        column: found.column,
        table: found.table,
        design: designAt(found.table),
        asksCover: false,
        study,
        breakdowns: listsOn(found.table).filter(({ path }) => path !== field.path),
      },
    ]
  })
}

const isAsked = ({ kind, semantic }: Field): boolean => asked[kind] && !never.has(semantic ?? '')

/** The measures read an indicator; the explorer asks as one would. */
const indicatorFor = (field: Field, { unit }: Table): Indicator =>
  Indicator.parse({
    id: 'question',
    objective: 1,
    field: field.path,
    measure: 'shares',
    unit,
    title: field.title,
    sentence: '{value} ({interval} ; {base} réponses).',
  })
