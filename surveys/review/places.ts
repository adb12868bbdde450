/** From an issue to the place where it is corrected: its whole path, and what people call it. */
import { spotsOf } from '../changes/changes.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import type { Issue, PlacedIssue } from './issue.ts'

/** Each issue with its place; a question of a repeated panel that goes by its bare name gets its whole path. */
export function placed(questionnaire: Questionnaire, issues: readonly Issue[]): PlacedIssue[] {
  const spots = spotsOf(questionnaire)
  const named = new Map<string, { path: string; name: string }>()
  for (const { path, name, key } of spots.toReversed()) {
    if (!key.startsWith('/')) named.set(path.split('.').at(-1)!, { path, name })
  }
  for (const { path, name } of spots.toReversed()) named.set(path, { path, name })
  const fixed: Record<string, string> = { '': '', notice: 'Notice', indicators: 'Indicateurs' }
  return issues.map((issue) => {
    const spot = named.get(issue.path) ?? named.get(issue.path.split('.').slice(0, -1).join('.'))
    if (spot) return { ...issue, path: spot.path, where: spot.name }
    return { ...issue, where: Object.hasOwn(fixed, issue.path) ? fixed[issue.path]! : '' }
  })
}
