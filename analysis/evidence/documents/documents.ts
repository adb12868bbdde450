/** Every document of the plan, by name: `fiche-10`, `bilan-2026`, `evaluation`, `guide-general`. */
import { guides } from '../../../surveys/heard/guide.ts'
import type { Report } from '../../report/tree.ts'
import { actionSheetOf } from './action-sheet.ts'
import { annualReviewOf } from './annual-review.ts'
import { evaluationOf } from './evaluation.ts'
import { guideOf } from './guide.ts'
import type { PlanSource } from './source.ts'

/** @returns null when no document has this name */
export function planDocumentOf(source: PlanSource, name: string): Report | null {
  const [, kind = '', which = ''] = /^([a-z]+)(?:-([a-z0-9]+))?$/.exec(name) ?? []
  if (kind === 'fiche' && /^\d{1,3}$/.test(which)) return actionSheetOf(source, Number(which))
  if (kind === 'bilan' && /^20\d\d$/.test(which)) return annualReviewOf(source, Number(which))
  if (kind === 'evaluation' && which === '') return evaluationOf(source)
  const guide = guides.find(({ value }) => value === which)
  return kind === 'guide' && guide ? guideOf(source, guide.value) : null
}

/** Whether a document repeats these words. */
export const repeats = (report: Report, text: string): boolean =>
  JSON.stringify(report.parts).includes(JSON.stringify(text).slice(1, -1))
