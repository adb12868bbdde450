/** Everything the report says, as data. */
import type { ReportSource } from './source.ts'

export function findingsDocument(source: ReportSource) {
  const { place, date, demo, digest, mention, scope, zoning, questionnaires, findings, coverage, unread } = source
  return { meta: { place, date, demo, digest, mention, scope, zoning, questionnaires, unread }, coverage, findings }
}
