/** Findings as evidence under their objective, and coverage with the count of each kind. */
import type { CoverageRow } from '../findings/coverage.ts'
import type { Finding } from '../findings/finding.ts'
import { baseText, quote } from '../text/format.ts'
import { type EvidenceCounts, type EvidenceItem, evidenceCounts } from './item.ts'

/** Coverage of one objective, with how many pieces of each kind stand under it. */
export type CoveredObjective = CoverageRow & { evidence: EvidenceCounts }

/**
 * A finding that carries a figure, as evidence; null when it carries none.
 *
 * @param day ISO day of the newest response it counts; the period of the finding says so when it is known
 */
export function askedItem(finding: Finding, day: string): EvidenceItem | null {
  const { questionnaire, indicator, objective, sentence, source, evidence, estimate, limits } = finding
  if (estimate.value === null) return null
  return {
    id: `${questionnaire}/${indicator}`,
    objective,
    kind: 'asked',
    sentence,
    base: evidence.base === null ? '' : baseText(evidence.base, evidence.unit),
    day: evidence.period?.to.slice(0, 10) ?? day,
    source: `Questionnaire ${quote(source.title)}`,
    limits,
    href: `/analyse/${questionnaire}/resultat/${indicator}`,
  }
}

/** @param items what stands beside the questionnaires: what was asked is counted by the findings of the row */
export const withEvidence = (
  rows: readonly CoverageRow[],
  items: readonly Pick<EvidenceItem, 'kind' | 'objective'>[],
): CoveredObjective[] =>
  rows.map((row) => ({ ...row, evidence: { ...evidenceCounts(items, row.objective), asked: row.findings } }))
