/** Weights the answers of a questionnaire by the margins that the authority entered. */

import { zoneNames } from '../../surveys/authority/territory.ts'
import { marginOf } from '../../surveys/questionnaire/audiences.ts'
import { type Field, fieldsOf } from '../../surveys/questionnaire/fields.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import { semantics } from '../../surveys/questionnaire/semantics.ts'
import { folded } from '../../surveys/wording/folded.ts'
import type { ChoiceColumn } from '../columns/column.ts'
import { outsidersOf } from '../columns/outsiders.ts'
import type { Study } from '../columns/study.ts'
import type { Table } from '../columns/table.ts'
import { rules } from '../disclosure/rules.ts'
import { type Classes, classesOf } from './classes.ts'
import { collapsed } from './collapse.ts'
import { type Design, designOf, withWeights } from './design.ts'
import type { Margin } from './margin.ts'
import { postStratify } from './post-stratify.ts'
import { rake } from './rake.ts'
import { Refusal } from './refusal.ts'
import type { Weighting } from './weighting.ts'

export type Weighed =
  | {
      weighting: Weighting
      margins: Margin[]
      /** Known shares of a topic: they are compared with the answers, and weigh nothing. */
      checks: Margin[]
      leftOut: number
    }
  /** French: why the answers are not weighted. */
  | { weighting: null; why: string }

/** Above this ratio of the largest weight to the smallest, a few people would make the figures: margins could single out one. */
const mostRatio = 5
/** Who answers, which margins may weigh by: what they answered may not. */
const described: readonly (string | null)[] = ['commune', 'birth-year', 'age-band', 'household-type', 'qf', 'sex']

/**
 * Weights of the responses by every margin that says who they are: one margin is post-stratified, several are raked. Responses from
 * outside the territory, and those that do not say their class, are in no margin. Small classes are put together (`collapse.ts`);
 * weights that would leave the figures to a few are refused.
 *
 * @returns the weighting, or the reason in French why there is none
 * @example
 * weigh({ table: { rows: 3, unit: 'households' } }).why // → 'Aucune marge n’est saisie pour ces réponses.'
 */
export function weigh(study: Study): Weighed {
  const margins = marginsOf(study)
  if (margins.length === 0) return { weighting: null, why: 'Aucune marge n’est saisie pour ces réponses.' }
  const checks = margins.filter(({ variable }) => isTopic(study.questionnaire, variable))
  const found = margins
    .filter((margin) => !checks.includes(margin))
    .map((margin) => ({ margin, classes: classesIn(study, margin) }))
  const unknown = found.filter(({ classes }) => classes === null).map(({ margin }) => margin.variable)
  const known = found.flatMap(({ margin, classes }) => (classes === null ? [] : [{ margin, classes }]))
  if (known.length === 0 && checks.length > 0)
    return {
      weighting: null,
      why: `Les marges saisies (${checks.map(({ variable }) => variable).join(', ')}) ne disent pas qui répond : on ne pondère que par la zone, la commune, l’âge, le genre, le foyer ou le quotient familial.`,
    }
  if (known.length === 0)
    return {
      weighting: null,
      why: `Aucune question de ce questionnaire ne correspond aux marges saisies (${unknown.join(', ')}).`,
    }
  const { rows } = study.table
  const outside = outsidersOf(study.table)
  const inside = Float64Array.from({ length: rows }, (_, row) =>
    Number(outside?.[row] !== 1 && known.every(({ classes }) => classes.codes[row]! >= 0)),
  )
  const used = known.flatMap(({ margin, classes }) => {
    const one = collapsed(classes, margin.totals, inside)
    return one === null ? [] : [{ margin, ...one }]
  })
  if (used.length === 0)
    return {
      weighting: null,
      why: `Trop peu de réponses pour pondérer : il en faut ${rules.leastClass} au moins dans deux classes d’une marge (${known.map(({ margin }) => margin.variable).join(', ')}).`,
    }
  const filled = used.map(({ classes }) => ({ ...classes, codes: classes.codes.map((code) => Math.max(0, code)) }))
  const design = withWeights(designOf({ rows }), inside)
  try {
    const weighting =
      used.length === 1
        ? postStratify(design, filled[0]!, used[0]!.totals)
        : rake(
            design,
            filled,
            used.map(({ margin, totals }) => ({ ...margin, totals })),
            study.table.unit,
          )
    const leftOut = inside.filter((one) => one === 0).length
    const why = unsafe(weighting)
    if (why !== null) return { weighting: null, why }
    return { weighting, margins: used.map(({ margin }) => margin), checks, leftOut }
  } catch (error) {
    if (error instanceof Refusal) return { weighting: null, why: error.message }
    throw error
  }
}

/**
 * Why the weights would leave the figures to a few people, in French; null = they do not. Within the ratio, Kish's effective size
 * is 4 × 5 / 6² of the responses at least, more than half of them.
 */
function unsafe({ diagnostics }: Weighting): string | null {
  const { smallest, largest } = diagnostics
  if (smallest > 0 && largest / smallest <= mostRatio) return null
  return `Des réponses pèseraient plus de ${mostRatio} fois plus que d’autres : quelques personnes feraient les chiffres. Vérifiez les marges, regroupez des classes ou retirez une marge.`
}

/** The question of a margin is asked, and does not say who answers: the margin weighs nothing. */
export function isTopic(questionnaire: Questionnaire, variable: string): boolean {
  const field = marginField(questionnaire, variable)?.field ?? null
  return field !== null && !described.includes(field.semantic)
}

/**
 * The weights of a table: its own, or those of the households its children live in. Responses left out of the weighting have
 * the mean weight, so that weighted and unweighted shares have one base. They are in no margin: the residuals on the margins
 * make the variance of the others, and their own scores are taken as they are. Those from outside the territory are counted
 * apart (measures/counter.ts).
 *
 * @example
 * const zone = classesOf('Zone', ['nord', 'nord', 'sud'])
 * const weighting = postStratify(designOf({ rows: 3 }), zone, { nord: 30, sud: 10 }, { minimumAnswers: 1 })
 * weightedDesign({ rows: 3, parent: null }, weighting).weights // → [15, 15, 10]
 */
export function weightedDesign({ rows, parent }: Pick<Table, 'rows' | 'parent'>, { weighted }: Weighting): Design {
  const { weights } = weighted
  if (parent === null && weights.every((weight) => weight > 0)) return weighted
  const inside = weights.filter((weight) => weight > 0)
  const mean = inside.reduce((sum, weight) => sum + weight, 0) / inside.length
  const filled = weights.map((weight) => (weight > 0 ? weight : mean))
  if (parent === null) return withWeights(weighted, filled)
  return designOf({ rows, weights: Float64Array.from(parent, (row) => filled[row]!), psu: parent })
}

function marginsOf({ questionnaire, reference, table }: Study): Margin[] {
  if (!reference) return []
  const { rows, date, source } = reference.margins
  const own = rows.filter(({ unit }) => unit === marginOf(table.unit, questionnaire.audience))
  return [...Map.groupBy(own, ({ variable }) => folded(variable)).values()].map((classes) => ({
    variable: classes[0]!.variable,
    unit: table.unit,
    date,
    source,
    totals: Object.fromEntries(classes.map(({ value, count }) => [value, count])),
  }))
}

/**
 * The question that the variable of a margin is about: it goes by its name, its semantic (value or French words) or its title.
 *
 * @returns `path` 'zone' and no field for the zone, which follows from the commune; null = this questionnaire has no such question
 */
export function marginField(
  { definition, assigned }: Pick<Questionnaire, 'definition' | 'assigned'>,
  variable: string,
): { path: string; field: Field | null } | null {
  const wanted = folded(variable)
  const fields = fieldsOf(definition, assigned)
  const hasZone = fields.some(({ semantic, parent }) => semantic === 'commune' && parent === null)
  if (wanted === 'zone') return hasZone ? { path: 'zone', field: null } : null
  const field = fields.find(
    ({ path, semantic, title, parent }) =>
      parent === null && [path, semantic ?? '', semanticText(semantic), title].some((name) => folded(name) === wanted),
  )
  return field ? { path: field.path, field } : null
}

const semanticText = (wanted: string | null) => semantics.find(({ value }) => value === wanted)?.text ?? ''

/** The class of each value of the question a margin is about; null = no such question. `labels` null = in no class. */
export function marginColumn(
  { questionnaire, table }: Study,
  { variable, totals }: Pick<Margin, 'variable' | 'totals'>,
): { path: string; column: ChoiceColumn; labels: (string | null)[] } | null {
  const wanted = folded(variable)
  const { path = '', field = null } = marginField(questionnaire, variable) ?? {}
  const column = table.columns.get(path)
  if (column?.kind !== 'choice') return null
  const textOf = (value: string) =>
    (wanted === 'zone' ? zoneNames()[value] : field?.choices.find((choice) => choice.value === value)?.text) ?? value
  const names = Object.keys(totals)
  const labels = column.values.map(
    (value) => names.find((name) => [value, textOf(value)].some((one) => folded(one) === folded(name))) ?? null,
  )
  return { path, column, labels }
}

function classesIn(study: Study, margin: Margin): Classes | null {
  const found = marginColumn(study, margin)
  if (found === null) return null
  const { column, labels } = found
  return classesOf(
    margin.variable,
    Array.from(column.codes, (code) => (code < 0 ? null : labels[code]!)),
    Object.keys(margin.totals),
  )
}
