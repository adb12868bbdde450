/** What is wrong with the JSON of a questionnaire, with where: its writing, then its shape, then the issues of the publication review. */
import { shapeProblems } from '../../../surveys/questionnaire/draft-shape.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { reviewQuestionnaire } from '../../../surveys/review/review.ts'
import type { DraftRoom } from '../draft/useDraft.ts'
import { type Span, spanAt, spansIn } from './places.ts'
import { jsonProblem } from './syntax.ts'

/** `stop`: it cannot be put in the draft as it is. */
export type JsonFinding = Span & { level: 'stop' | 'error' | 'advice'; message: string; where: string }
export type Checked = { findings: JsonFinding[]; questionnaire: Questionnaire | null }

/** @returns the questionnaire when it can be put in the draft, with issues of the review or without */
export function checkJson(text: string, { slug, measures, draft, published }: DraftRoom): Checked {
  const problem = jsonProblem(text)
  if (problem) return refused({ from: problem.at, to: Math.min(problem.at + 1, text.length) }, problem.message)
  const value: unknown = JSON.parse(text)
  const problems = shapeProblems(value)
  if (problems.length > 0) {
    const findings = problems.map(
      ({ path, message }): JsonFinding => ({
        ...spanAt(text, path),
        level: 'stop',
        message,
        where: path.join(' › '),
      }),
    )
    return { findings, questionnaire: null }
  }
  const questionnaire = value as Questionnaire
  if (questionnaire.slug !== slug)
    return refused(
      spanAt(text, ['slug']),
      `Le code du questionnaire ne change pas ici\u202f: remettre «\u202f${slug}\u202f». Pour en faire un autre, partir de ce texte dans «\u202fNouveau questionnaire\u202f».`,
    )
  const spanOf = spansIn(text)
  const found = reviewQuestionnaire(questionnaire, {
    measures: new Set(measures.map(({ name }) => name)),
    reasons: draft?.reasons,
    previous: published?.questionnaire ?? null,
  })
  const findings = [...found.toFix, ...found.toCheck].map(
    ({ path, level, message, where }): JsonFinding => ({ ...spanOf(path), level, message, where }),
  )
  return { findings, questionnaire }
}

const refused = (span: Span, message: string): Checked => ({
  findings: [{ ...span, level: 'stop', message, where: '' }],
  questionnaire: null,
})
