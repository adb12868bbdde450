/** Each indicator of a questionnaire with the column, the design and the groups it reads. */
import { pathOf, placesOf } from '../../surveys/questionnaire/elements.ts'
import { type Field, fieldsOf } from '../../surveys/questionnaire/fields.ts'
import type { Indicator } from '../../surveys/questionnaire/questionnaire.ts'
import { semantics } from '../../surveys/questionnaire/semantics.ts'
import { type Design, designOf } from '../design/design.ts'
import { leastCompared } from '../findings/strength.ts'
import type { Breakdown, Subject } from '../measures/measure.ts'
import { type Column, silence, state, stateAt } from './column.ts'
import { locate } from './columns.ts'
import { type Dimension, derivedDimension, wavePath } from './derive.ts'
import type { Study } from './study.ts'
import type { Table } from './table.ts'

/** Kinds of column each measure can read. */
const reads: Record<string, Column['kind'][]> = {
  share: ['choice', 'choices', 'number', 'ranking'],
  shares: ['choice', 'choices'],
  mean: ['number'],
  rating: ['number'],
  ranking: ['ranking'],
  week: ['week'],
  gap: ['choice'],
  places: ['choices'],
  'price-curve': ['choice'],
  catchment: ['choices'],
  'youth-places': ['choice'],
  mobility: ['choices'],
  funnel: ['choice'],
  numeric: ['number'],
  likert: ['choice'],
  nps: ['number'],
  'top-needs': ['choice', 'choices'],
  themes: ['text'],
}

/** Measures of a part of the answers, which the indicator must name. */
const needsWanted = new Set(['share', 'likert', 'mobility', 'price-curve'])

/** Indicators that can be read, in their order, and those that cannot, with the reason in French. */
export function subjectsOf(study: Study): { subjects: Subject[]; unread: { indicator: Indicator; why: string }[] } {
  const { questionnaire, table } = study
  const fields = fieldsOf(questionnaire.definition, questionnaire.assigned)
  const places = placesOf(questionnaire.definition)
  const designs = new Map<Table, Design>()
  const designAt = (own: Table) => {
    if (!designs.has(own)) designs.set(own, designFor(own))
    return designs.get(own)!
  }
  const subjects: Subject[] = []
  const unread: { indicator: Indicator; why: string }[] = []
  for (const indicator of questionnaire.indicators) {
    const field = fields.find((one) => one.path === indicator.field)
    const found = field && locate(table, indicator.field)
    const why = problemOf(indicator, found?.column ?? null)
    if (!field || !found || why !== null) {
      unread.push({ indicator, why: why ?? 'la question n’existe pas' })
      continue
    }
    const element = places.find((place) => pathOf(place) === field.path)?.element
    subjects.push({
      slug: questionnaire.slug,
      indicator,
      field,
      column: found.column,
      table: found.table,
      design: designAt(found.table),
      asksCover: element?.coverQuestion !== false,
      study,
      breakdowns: [...indicator.breakdowns, ...(indicator.measure === 'share' ? [wavePath] : [])]
        .flatMap((path) => breakdownOf(path, found.table, table, fields))
        .flatMap((breakdown) => largeGroups(breakdown, found.column)),
    })
  }
  return { subjects, unread }
}

function problemOf({ measure, wanted }: Indicator, column: Column | null): string | null {
  const kinds = reads[measure]
  if (kinds === undefined) return `la mesure « ${measure} » n’existe pas`
  if (column === null) return 'la question n’existe pas'
  if (!kinds.includes(column.kind)) return `la mesure « ${measure} » ne sait pas lire cette sorte de question`
  return needsWanted.has(measure) && !wanted?.length ? 'les réponses qui comptent ne sont pas dites' : null
}

/**
 * Every answer counts for one; the children of a household are one primary unit, so that brothers and sisters who answer
 * alike are not taken for independent answers.
 */
export function designFor({ rows, parent }: Table): Design {
  return designOf(parent === null ? { rows } : { rows, psu: parent, lonely: 'centre' })
}

/** Groups to break down by; a question with several answers has no closed groups, so there is none. */
export function breakdownOf(path: string, own: Table, responses: Table, fields: Field[]): Breakdown[] {
  const inside = own.columns.get(path)
  const above = own.parent === null ? undefined : responses.columns.get(path)
  const column = inside ?? above
  if (column?.kind !== 'choice') return []
  const dimension = derivedDimension(path, column.values) ?? dimensionOf(path, column.values, fields)
  const codes = inside ? column.codes : Int16Array.from(own.parent!, (row) => column.codes[row] ?? silence.blank)
  const index = column.values.map((value) => dimension.choices.findIndex((choice) => choice.value === value))
  const placed = codes.map((code) => (code < 0 ? code : (index[code] ?? silence.blank)))
  return [{ ...dimension, path, codes: placed, left: [] }]
}

/**
 * Only groups in which enough people answered (`leastCompared`): below, hardly anything could be concluded, and every small
 * cell shown would force disclosure control to hide larger ones. Less than two groups left = nothing to compare.
 */
function largeGroups(breakdown: Breakdown, column: Column): Breakdown[] {
  const bases = new Int32Array(breakdown.choices.length)
  breakdown.codes.forEach((code, row) => {
    if (code >= 0 && stateAt(column, row) === state.answered) bases[code]! += 1
  })
  const isLarge = (code: number) => bases[code]! >= leastCompared
  const choices = breakdown.choices.filter((_, code) => isLarge(code))
  if (choices.length < 2) return []
  const left = breakdown.choices.filter((_, code) => !isLarge(code)).map(({ text }) => text)
  const moved = breakdown.choices.map((choice) => choices.indexOf(choice))
  const codes = breakdown.codes.map((code) => (code < 0 ? code : moved[code]! < 0 ? silence.blank : moved[code]!))
  return [{ ...breakdown, choices, codes, left }]
}

function dimensionOf(path: string, values: string[], fields: Field[]): Dimension {
  const field = fields.find((one) => one.path === path)
  const choices = values.map((value) => ({
    value,
    text: field?.choices.find((choice) => choice.value === value)?.text ?? value,
  }))
  const role = semantics.find(({ value }) => value === field?.semantic)
  return { title: role?.text ?? field?.title ?? path, choices }
}
