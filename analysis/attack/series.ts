/** Publications one after the other, each of which knows the one before, as the product makes them. */
import type { Published } from '../disclosure/published-figure.ts'
import { findingsOf } from '../findings/findings.ts'
import { type Asked, askAll } from './explorer.ts'
import type { Mechanism } from './mechanism.ts'
import type { Snapshot, World } from './world.ts'

/** One publication as it leaves. `study` knows what the last one published; `before`: that one, null = the first. */
export type Publication = Snapshot & { asked: Asked[]; published: Published; before: Publication | null }

/** The oldest first: groups that wait, and questions that wait, print the figures of their day. */
export function seriesOf({ snapshots, population }: World, mechanism: Mechanism): Publication[] {
  const series: Publication[] = []
  for (const snapshot of snapshots) {
    const before = series.at(-1) ?? null
    const study = before
      ? { ...snapshot.study, lastPublished: { date: before.day, published: before.published } }
      : snapshot.study
    const isCompared = (study.earlier?.size ?? 0) > 0
    const asked = askAll({ ...snapshot, study }, population, mechanism, isCompared ? before?.asked : [])
    const { published } = findingsOf(study, mechanism.noise)
    series.push({ ...snapshot, study, asked, published, before })
  }
  return series
}
