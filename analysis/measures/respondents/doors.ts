/** Who was asked what: responses that came by the short door, and those that went on to the optional part. */
import { fieldsOf } from '../../../surveys/questionnaire/fields.ts'
import { state, stateAt } from '../../columns/column.ts'
import { doorPath } from '../../columns/derive.ts'
import type { Study } from '../../columns/study.ts'
import { designFor } from '../../columns/subjects.ts'
import { type FigureTable, keyOf } from '../../disclosure/figure-table.ts'
import type { Figures, Published } from '../../disclosure/published-figure.ts'
import { estimateOf } from '../../findings/presentation.ts'
import { counterOf } from '../counter.ts'
import type { Subject } from '../measure.ts'
import { censusPart, shareFigure } from '../tables.ts'

const short = 'short'
const universeOf = ({ questionnaire }: Study) => `${questionnaire.slug}.portes`
const keyIn = (study: Study) => keyOf(universeOf(study), { [doorPath]: short })
const doorsId = (slug: string) => `${slug}/portes`
const idOf = ({ questionnaire }: Study) => doorsId(questionnaire.slug)

const taken = 'suivie'
const optionalUniverse = ({ questionnaire }: Study) => `${questionnaire.slug}.facultative`
const optionalKey = (study: Study) => keyOf(optionalUniverse(study), { partie: taken })
const optionalId = ({ questionnaire }: Study) => `${questionnaire.slug}/facultative`

/** The share of all responses, without weights; none where everybody was asked everything. */
export function doorTables(study: Study): FigureTable[] {
  const { table } = study
  const doors = table.columns.get(doorPath)
  if (doors?.kind !== 'choice') return []
  const code = doors.values.indexOf(short)
  const hits = Float64Array.from(doors.codes, (own) => Number(own === code))
  const names = { key: keyIn(study), base: keyOf(universeOf(study), {}) }
  const design = { design: designFor(table), breakdowns: [] }
  const figure = shareFigure(counterOf(table), design, { value: short, label: 'L’essentiel', hits }, {}, names)
  return [
    {
      id: idOf(study),
      title: 'Par l’essentiel',
      sensitive: false,
      crossed: false,
      ...censusPart(study),
      figures: [figure],
    },
  ]
}

/** Responses to the whole questionnaire, of those that were published: all of them but the published share of the short door. */
export function completeOf({ slug, responses }: { slug: string; responses: number }, { tables }: Published): number {
  const figure = tables.find(({ id }) => id === doorsId(slug))?.figures[0]
  const byShort = figure ? estimateOf(figure).value : null
  return Math.round(responses * (1 - (byShort ?? 0)))
}

/** The share of all responses that went on to the optional part, without weights; none where there is no such part. */
export function optionalTables(study: Study): FigureTable[] {
  const { table, questionnaire } = study
  const columns = fieldsOf(questionnaire.definition, questionnaire.assigned).flatMap(({ path, optionalPart }) => {
    const column = optionalPart ? table.columns.get(path) : undefined
    return column ? [column] : []
  })
  if (columns.length === 0) return []
  const hits = Float64Array.from({ length: table.rows }, (_, row) =>
    Number(columns.some((column) => stateAt(column, row) !== state.notAsked)),
  )
  const design = { design: designFor(table), breakdowns: [] }
  const names = { key: optionalKey(study), base: keyOf(optionalUniverse(study), {}) }
  const figure = shareFigure(counterOf(table), design, { value: taken, label: 'Partie facultative', hits }, {}, names)
  return [
    {
      id: optionalId(study),
      title: 'Partie facultative',
      sensitive: false,
      crossed: false,
      ...censusPart(study),
      figures: [figure],
    },
  ]
}

/** Whether short responses, of which there are some, were not asked this. */
export const isWholeOnly = ({ field, study }: Pick<Subject, 'field' | 'study'>): boolean =>
  !field.essential && study.table.columns.has(doorPath)

/** The published share of the responses that were not asked this, in [0, 1]; 0 for what everybody was asked; null = not told. */
export const passedOver = (subject: Pick<Subject, 'field' | 'study'>, figures: Figures): number | null =>
  isWholeOnly(subject) ? estimateOf(figures(idOf(subject.study), keyIn(subject.study))).value : 0

/** The part of the responses that were asked this, in [0, 1]; null = not told: a response rate is then unknown. */
export function askedPart(subject: Pick<Subject, 'field' | 'study'>, figures: Figures): number | null {
  if (subject.field.optionalPart)
    return estimateOf(figures(optionalId(subject.study), optionalKey(subject.study))).value
  const share = passedOver(subject, figures)
  return share === null ? null : 1 - share
}
