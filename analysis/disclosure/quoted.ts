/**
 * Groups of which somebody is gone. A count of those who are left would differ from the last one by that person alone, so the
 * figures published then stand in its place, with their day, until eleven people joined.
 */
import type { Study } from '../columns/study.ts'
import type { Quoted } from './publish.ts'
import type { PublishedFigure } from './published-figure.ts'

/** The groups of a list whose figures of the last publication stand. */
export const quotedClasses = ({ earlier, lastPublished }: Pick<Study, 'earlier' | 'lastPublished'>, path: string) =>
  // a publication of before counted other people in the group
  (earlier?.get(path) ?? []).filter(({ isWhole, day }) => !isWhole && lastPublished && lastPublished.date >= day)

/** Null when every group is counted. */
export function quotedOf(study: Pick<Study, 'earlier' | 'lastPublished'>): Quoted | null {
  const { earlier, lastPublished } = study
  const groups = [...(earlier?.keys() ?? [])].flatMap((path) =>
    quotedClasses(study, path).map(({ value }) => ({ path, value })),
  )
  if (groups.length === 0 || !lastPublished) return null
  const known = new Map<string, PublishedFigure>()
  for (const { id, figures } of lastPublished.published.tables)
    for (const figure of figures) known.set(`${id}\n${figure.key}`, figure)
  return (table, { key, dims }) =>
    groups.some(({ path, value }) => dims[path] === value) ? (known.get(`${table}\n${key}`) ?? null) : null
}
