/** Each indicator of a questionnaire with the column, the design and the groups it reads. */
import { smallCommuneObjectives } from '../../surveys/authority/plan.ts'
import { elementsIn, pathOf } from '../../surveys/questionnaire/elements.ts'
import { type Field, fieldsOf } from '../../surveys/questionnaire/fields.ts'
import type { Indicator } from '../../surveys/questionnaire/questionnaire.ts'
import { type Design, designOf } from '../design/design.ts'
import { type Weighed, weigh, weightedDesign } from '../design/weigh.ts'
import { measureNames, measureOf } from '../measures/catalogue.ts'
import type { Breakdown, Subject } from '../measures/measure.ts'
import { breakdownOf } from './breakdown.ts'
import { closedListsOf, isGroup, listOn } from './closed-lists.ts'
import { locate } from './columns.ts'
import { sizePath, wavePath } from './derive.ts'
import type { Study } from './study.ts'
import type { Table } from './table.ts'

/** Indicators that can be read, in their order, and those that cannot, with the reason in French. */
export function subjectsOf(
  study: Study,
  weighed: Weighed = weigh(study),
): { subjects: Subject[]; unread: { indicator: Indicator; why: string }[] } {
  const { questionnaire, table } = study
  const fields = fieldsOf(questionnaire.definition, questionnaire.assigned)
  const places = elementsIn(questionnaire.definition)
  const designAt = designsOf(weighed)
  const groupsOn = groupsIn(study, fields)
  const subjects: Subject[] = []
  const unread: { indicator: Indicator; why: string }[] = []
  for (const indicator of questionnaire.indicators) {
    const field = fields.find((one) => one.path === indicator.field)
    const found = field && locate(table, indicator.field)
    const why = problemOf(indicator, field && found ? field : null)
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
      breakdowns: [
        ...indicator.breakdowns,
        ...(smallCommuneObjectives().has(indicator.objective) ? [sizePath] : []),
        ...(indicator.measure === 'share' ? [wavePath] : []),
      ]
        .filter((path) => path !== indicator.field)
        .flatMap((path) => groupsOn(path, found.table)),
    })
  }
  return { subjects, unread }
}

function problemOf({ measure, wanted }: Indicator, field: Field | null): string | null {
  if (!measureNames.has(measure)) return `la mesure « ${measure} » n’existe pas`
  if (field === null) return 'la question n’existe pas'
  const { kinds, needsWanted } = measureOf(measure)
  if (!kinds.includes(field.kind)) return `la mesure « ${measure} » ne sait pas lire cette sorte de question`
  return needsWanted && !wanted?.length ? 'les réponses qui comptent ne sont pas dites' : null
}

/**
 * Every answer counts for one; the children of a household are one primary unit, so that brothers and sisters who answer
 * alike are not taken for independent answers.
 */
export function designFor({ rows, parent }: Table): Design {
  return designOf(parent === null ? { rows } : { rows, psu: parent })
}

/** Weighted where margins hold, else each response for one: a figure is never shown both ways. */
export function designsOf({ weighting }: Weighed): (table: Table) => Design {
  const designs = new Map<Table, Design>()
  return (table) => {
    const design = designs.get(table) ?? (weighting ? weightedDesign(table, weighting) : designFor(table))
    designs.set(table, design)
    return design
  }
}

/**
 * Groups of the rows of a table, the same for all who ask: a closed list; else the answers to another question, which disclosure
 * control lets through only in large categories.
 */
function groupsIn(study: Study, fields: Field[]): (path: string, own: Table) => Breakdown[] {
  const lists = closedListsOf(study)
  const known = new Map<Table, Map<string, Breakdown[]>>()
  const groupsOf = (path: string, own: Table): Breakdown[] => {
    const list = lists.find((one) => one.path === path)
    if (list) return [listOn(list, own, study)].filter((one) => one !== null)
    return isGroup(path, fields)
      ? []
      : breakdownOf(path, own, study.table, fields).map((one) => ({ ...one, crossed: true }))
  }
  return (path, own) => {
    const there = known.get(own) ?? new Map<string, Breakdown[]>()
    known.set(own, there)
    const groups = there.get(path) ?? groupsOf(path, own)
    there.set(path, groups)
    return groups
  }
}
