/** Carries over a figure that cannot be renewed without disclosing who answered since: it is published again as it was. */

import { date } from '../text/format.ts'
import type { Finding } from './finding.ts'

/** Findings as published before, and the day. */
export type PublishedFindings = { findings: readonly Finding[]; day: string }

const isAgain = (limit: string) => limit.startsWith('Chiffre du ')

/**
 * Findings that disclosure control suppresses beside earlier ones are replaced by what was last published of them: it reveals nothing
 * that is not known.
 *
 * @param before oldest first
 */
export function carried(findings: readonly Finding[], before: readonly PublishedFindings[]): Finding[] {
  return findings.map((finding) => {
    if (finding.estimate.value !== null || finding.estimate.why !== 'secret') return finding
    for (const { findings: earlier, day } of before.toReversed()) {
      const previous = earlier.find(
        ({ indicator, estimate }) => indicator === finding.indicator && estimate.value !== null,
      )
      if (!previous) continue
      if (previous.limits.some(isAgain)) return previous
      const limit = `Chiffre du ${date(day)}, redit tel quel : trop peu de personnes ont répondu depuis pour le renouveler.`
      return { ...previous, limits: [...previous.limits, limit] }
    }
    return finding
  })
}
