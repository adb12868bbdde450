/** The questions an analyst may ask for: every closed question and every number, each with the lists that may divide it. */
import { type Field, fieldsOf } from '../../surveys/questionnaire/fields.ts'
import { Indicator } from '../../surveys/questionnaire/questionnaire.ts'
import type { FieldKind } from '../../surveys/types/kinds.ts'
import { locate } from '../columns/columns.ts'
import type { Study } from '../columns/study.ts'
import { designFor } from '../columns/subjects.ts'
import type { Table } from '../columns/table.ts'
import type { Design } from '../design/design.ts'
import { weigh, weightedDesign } from '../design/weigh.ts'
import type { Breakdown, Subject } from '../measures/measure.ts'
import { breakdownsFor, listsFor, listsOf } from './closed-lists.ts'

const asked: Record<FieldKind, boolean> = {
  choice: true,
  choices: true,
  boolean: true,
  rating: true,
  ranking: true,
  number: true,
  date: true,
  assigned: true,
  text: false,
  week: false,
  panel: false,
}
/** What would describe one household or one birth rather than a need. */
const never = new Set(['commune', 'birth-year'])

/** One subject per question, in the order of the questionnaire; `breakdowns` are all the lists that may divide it; weighted when there are margins. */
export function questionsOf(study: Study): Subject[] {
  const { questionnaire, table } = study
  const fields = fieldsOf(questionnaire.definition, questionnaire.assigned)
  const lists = listsOf(study)
  const { weighting } = weigh(study)
  const designOf = (own: Table) => (weighting ? weightedDesign(own, weighting) : designFor(own))
  const known = new Map<Table, { design: Design; breakdowns: Breakdown[] }>()
  const about = (own: Table) => {
    if (!known.has(own)) known.set(own, { design: designOf(own), breakdowns: breakdownsFor(own, table, lists, fields) })
    return known.get(own)!
  }
  return fields.flatMap((field): Subject[] => {
    const found = isAsked(field) ? locate(table, field.path) : null
    if (!found || found.column.kind === 'text' || found.column.kind === 'week') return []
    const { design, breakdowns } = about(found.table)
    return [
      {
        slug: questionnaire.slug,
        indicator: indicatorFor(field, found.table),
        field,
        column: found.column,
        table: found.table,
        design,
        asksCover: false,
        study,
        breakdowns: listsFor(field.path, breakdowns),
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
    measure: field.kind === 'number' ? 'mean' : 'shares',
    unit,
    title: field.title,
    sentence: '{value} ({interval} ; {base} réponses).',
  })
