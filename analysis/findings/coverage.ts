/** What the surveys can say, and do say, of each objective of the plan. */
import { fieldsOf } from '../../surveys/questionnaire/fields.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import { servedBy } from '../../surveys/questionnaire/served.ts'
import { type Judgement, judgements } from './coverage-judgement.ts'

export type CoverageStatus = 'measured' | 'partly' | 'other-source' | 'not-a-survey-matter' | 'no-evidence'

export type CoverageRow = {
  objective: number
  status: CoverageStatus
  /** Questions asked, indicators planned, findings that carry a figure. */
  questions: number
  indicators: number
  findings: number
  /** One French line: why this status. */
  why: string
}

export const statusWords: Record<CoverageStatus, string> = {
  measured: 'mesuré',
  partly: 'mesuré en partie',
  'other-source': 'autre source',
  'not-a-survey-matter': 'hors questionnaire',
  'no-evidence': 'pas de résultat',
}

/**
 * One row for each objective, in the order of the plan.
 *
 * The judgement says what a survey could do; the row says what is done. Without indicator nothing is measured, whatever
 * the judgement; with answers, an objective whose findings carry no figure has no evidence yet.
 *
 * @param findings null = before any answer: what is planned, findings 0
 */
export function coverage(
  questionnaires: readonly Questionnaire[],
  findings: { objective: number; estimate: { value: number | null } }[] | null = null,
): CoverageRow[] {
  const asked = questionnaires.map((one) => ({ indicators: one.indicators, questions: questionsOf(one) }))
  return judgements().map((judgement) => {
    const { objective } = judgement
    const indicators = asked.flatMap((one) => one.indicators).filter((row) => servedBy(row).includes(objective)).length
    const questions = asked.reduce((sum, one) => sum + (one.questions.get(objective) ?? 0), 0)
    const found = (findings ?? []).filter((one) => one.objective === objective && one.estimate.value !== null).length
    const row = { objective, questions, indicators, findings: found }
    return { ...row, ...verdict(judgement, row, findings !== null) }
  })
}

/** Indicators of one questionnaire under each objective it serves, in the order of the plan. */
export type ServedBy = { questionnaire: string; objectives: { objective: number; indicators: number }[] }

/** Which questionnaire finds out what: one row each, in their order. */
export const coverageByQuestionnaire = (questionnaires: readonly Questionnaire[]): ServedBy[] =>
  questionnaires.map(({ slug, indicators }) => ({
    questionnaire: slug,
    objectives: judgements()
      .map(({ objective }) => ({
        objective,
        indicators: indicators.filter((row) => servedBy(row).includes(objective)).length,
      }))
      .filter((row) => row.indicators > 0),
  }))

/** Number of questions that serve each objective; the rows of a matrix are one question. */
function questionsOf(questionnaire: Questionnaire): Map<number, number> {
  const names = new Map<number, Set<string>>()
  for (const field of fieldsOf(questionnaire.definition, questionnaire.assigned))
    for (const objective of field.objectives) {
      if (!names.has(objective)) names.set(objective, new Set())
      names.get(objective)!.add(questionOf(field))
    }
  return new Map([...names].map(([objective, set]) => [objective, set.size]))
}

const questionOf = ({ path, parent }: { path: string; parent: string | null }): string => {
  const inside = parent === null ? path : path.slice(parent.length + 1)
  return `${parent ?? ''}/${inside.split('.')[0]}`
}

function verdict(
  { nature, why }: Judgement,
  { indicators, findings }: Pick<CoverageRow, 'indicators' | 'findings'>,
  answered: boolean,
): { status: CoverageStatus; why: string } {
  const surveyed = nature === 'measured' || nature === 'partly'
  if (indicators === 0) {
    if (!surveyed) return { status: nature, why }
    return { status: 'no-evidence', why: `${why} Aucun indicateur n’est prévu dans les questionnaires en service.` }
  }
  if (answered && findings === 0)
    return { status: 'no-evidence', why: `${why} Aucun résultat publié n’en dit encore rien.` }
  if (surveyed) return { status: nature, why }
  return { status: 'partly', why: `${why} Un questionnaire y ajoute ce qu’en disent les personnes interrogées.` }
}
