/** What a finding does not say: rules that read how it was asked and who answered. */
import { calledOf } from '../../surveys/questionnaire/audiences.ts'
import { fieldsOf } from '../../surveys/questionnaire/fields.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import { state, stateAt } from '../columns/column.ts'
import { doorPath } from '../columns/derive.ts'
import { outsidersOn } from '../columns/outsiders.ts'
import type { Study } from '../columns/study.ts'
import type { Estimate } from '../estimates/estimate.ts'
import { unconcernedOf } from '../measures/answers.ts'
import type { Subject } from '../measures/measure.ts'
import { percent, typeset } from '../text/format.ts'
import { conditionOf } from './condition.ts'

/** Of every finding made of answers that came by themselves; what stands first in each list of limits. */
export const generalLimit = (isWeighted: boolean, subject = 'Ce résultat'): string =>
  isWeighted
    ? `${subject} décrit les personnes qui ont répondu, redressées sur les marges saisies : il ne vaut pour toutes que si, à composition égale, les autres leur ressemblent.`
    : `${subject} décrit les personnes qui ont répondu. Les réponses ne sont pas redressées : il ne vaut pour toutes que si les autres leur ressemblent.`

/** Weighting takes the figure out of its own interval: it depends on who answered. */
export const movedLimit = 'Le redressement change nettement ce chiffre : il dépend de qui a répondu.'

export const isGeneral = (limit: string): boolean => [true, false].some((one) => limit === generalLimit(one))

/** Of every finding made of trial responses, or broken down by zones that may change: the marks of a report say it once. */
export const trialLimit = 'Réponses d’essai : elles servent à vérifier le questionnaire et seront effacées.'
export const zoningLimit = 'Le découpage en zones est provisoire.'
/** Of every finding of a questionnaire that people from elsewhere answered. */
export const outsidersLimit =
  'Les réponses venues d’ailleurs que du territoire sont comptées à part, hors de l’ensemble.'

export const optionalLimit = 'Question de la partie facultative : y répondent les personnes les plus disponibles.'
export const sensitiveLimit =
  'Sujet sensible et question facultative : des personnes concernées ont pu ne pas répondre.'
const siblingsLimit = 'Les enfants d’une même famille se ressemblent : l’intervalle en tient compte.'
export const intentionLimit = 'Une intention n’est pas une inscription.'

/** Part of the responses by the short door above which those who answered the whole are a kind of their own. */
const manyShort = 1 / 3
export const wholeLimit = 'Question du questionnaire entier : les réponses passées par l’essentiel ne l’ont pas eue.'
const availableLimit = (share: number) =>
  typeset(
    `${percent(share)} des réponses sont passées par l’essentiel : ce résultat décrit les personnes qui ont pris le temps de tout remplir.`,
  )

/** @param share of the responses that were not asked, as published; null = not told */
export const doorLimits = (share: number | null): string[] =>
  share === 0 ? [] : share === null || share < manyShort ? [wholeLimit] : [wholeLimit, availableLimit(share)]

/** Said once for a whole report, by its guide or its marks. */
export const isSaidOnce = (limit: string): boolean =>
  [trialLimit, zoningLimit, outsidersLimit, optionalLimit, wholeLimit, intentionLimit, siblingsLimit].includes(limit) ||
  /^(Question posée|Recensement)\s/u.test(limit)

/** French sentences, the general one first. */
export function limitsOf(study: Study, subject: Subject, isWeighted: boolean): string[] {
  const { field, table, column, breakdowns, indicator } = subject
  const limits = [generalLimit(isWeighted)]
  if (study.trial) limits.push(trialLimit)
  if (field.optionalPart) limits.push(optionalLimit)
  else if (isFiltered(subject)) limits.push(filterLimit(conditionOf(study.questionnaire, field.path)))
  if (outsidersOn(table, study.table) !== null) limits.push(outsidersLimit)
  if (field.sensitivity === 'sensitive') limits.push(sensitiveLimit)
  if (table.parent !== null) limits.push(siblingsLimit)
  if (column.kind === 'week')
    limits.push(
      'Un enfant dont les semaines alternent compte pour moitié dans chacune ; la nuit est comptée au jour de la pendule.',
    )
  if (indicator.intention) limits.push(intentionLimit)
  if (study.zones.provisional && breakdowns.some(({ path }) => path === 'zone')) limits.push(zoningLimit)
  return limits
}

/** The short form, for whoever does not have the questionnaire at hand. */
export const someAsked = 'Question posée à une partie seulement des personnes, selon leurs réponses précédentes.'
const filterLimit = (condition: string | null): string =>
  condition === null ? someAsked : typeset(`Question posée seulement quand ${condition}.`)

/** By an earlier answer: the door was chosen before the first question. */
const isFiltered = (subject: Subject): boolean => rowsOf(subject).passed > 0

/** A tenth or more were not asked, or are not concerned: « Sur 100 familles » would be read as all of them. */
export function isOfSome(subject: Subject): boolean {
  const { passed, unconcerned, rows } = rowsOf(subject)
  return passed + unconcerned >= rows / 10 && rows > 0
}

/** Rows that an earlier answer kept from the question, and those that answered that it is for others; of all that their door lets to it. */
function rowsOf(subject: Subject): { passed: number; unconcerned: number; rows: number } {
  const { table, column, field, study } = subject
  const doors = field.essential ? undefined : study.table.columns.get(doorPath)
  const isByShort = (row: number) => doors?.kind === 'choice' && doors.codes[table.responseOf[row]!] === 0
  const isUnconcerned = unconcernedOf(subject)
  const counts = { passed: 0, unconcerned: 0, rows: 0 }
  for (let row = 0; row < table.rows; row++) {
    const isPassed = stateAt(column, row) === state.notAsked
    if (isPassed && isByShort(row)) continue
    counts.rows++
    if (isPassed) counts.passed++
    else if (isUnconcerned(row)) counts.unconcerned++
  }
  return counts
}

/** Who a unit is, in the words of the questionnaire’s public: one, several. */
export function whoOf({ audience }: Pick<Questionnaire, 'audience'>, unit: Subject['table']['unit']): [string, string] {
  return [...calledOf(unit, audience).answering]
}

const apart = 'Chaque chiffre est arrondi et légèrement modifié à part, pour que personne ne soit reconnu'

/** A finding, as far as it may be added up with another. */
type Addend = { indicator: string; estimate: Pick<Estimate, 'value' | 'unit'> | { value: null } }
/** A share of some answers of a question that has one answer. */
type ApartShare = { indicator: string; field: string; wanted: readonly string[] }

function apartShares({ definition, assigned, indicators }: Questionnaire, findings: readonly Addend[]): ApartShare[] {
  const single = new Set(fieldsOf(definition, assigned).flatMap(({ kind, path }) => (kind === 'choice' ? [path] : [])))
  const shares = new Set(
    findings.flatMap(({ indicator, estimate }) =>
      estimate.value !== null && estimate.unit === 'share' ? [indicator] : [],
    ),
  )
  return indicators.flatMap(({ id, measure, field, wanted = [] }) =>
    measure === 'share' && single.has(field) && shares.has(id) ? [{ indicator: id, field, wanted }] : [],
  )
}

const areBeside = (one: ApartShare, other: ApartShare) =>
  one.field === other.field && one.wanted.every((value) => !other.wanted.includes(value))

/**
 * Why the shares of a finding do not add up with others, on its own page: where it puts answers together that the explorer shows
 * one by one, and where another finding has other answers of its question.
 *
 * @returns none where nothing can be added up
 */
export function apartLimits(
  questionnaire: Questionnaire,
  findings: readonly Addend[],
  { indicator, isExplored }: { indicator: string; isExplored: boolean },
): string[] {
  const all = apartShares(questionnaire, findings)
  const own = all.find((one) => one.indicator === indicator)
  if (!own) return []
  const said = [
    ...(isExplored && own.wanted.length > 1
      ? ['celui-ci peut différer de la somme de ses réponses dans « Explorer »']
      : []),
    ...(all.some((one) => areBeside(own, one))
      ? ['avec un autre résultat de la même question, il peut dépasser 100 % ou ne pas l’atteindre']
      : []),
  ]
  return said.length === 0 ? [] : [typeset(`${apart} : ${said.join(' ; ')}.`)]
}

/** The same, of findings side by side; null where no two of them are of one question. */
export function besideLimit(questionnaire: Questionnaire, findings: readonly Addend[]): string | null {
  const all = apartShares(questionnaire, findings)
  return all.some((one, at) => all.slice(at + 1).some((other) => areBeside(one, other)))
    ? typeset(
        `${apart} : deux résultats d’une même question peuvent ensemble dépasser 100 % ou ne pas l’atteindre, et différer de la somme des réponses dans « Explorer ».`,
      )
    : null
}
