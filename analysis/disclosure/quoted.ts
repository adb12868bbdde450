/**
 * Groups that too few people joined or of which somebody is gone, and questions that too few newcomers answered, of everybody or
 * of a group. A count would
 * differ from the last one by a few people alone, or by the weights of everybody else, so the figures published then stand in
 * its place, with their day, until eleven people joined.
 */
import type { Study } from '../columns/study.ts'
import type { Precision } from './interval.ts'
import type { Quoted } from './publish.ts'
import type { PublishedFigure } from './published-figure.ts'

/** The groups of a list whose figures of the last publication stand. */
export const quotedClasses = ({ earlier, lastPublished }: Pick<Study, 'earlier' | 'lastPublished'>, path: string) =>
  // a publication of before counted other people in the group
  (earlier?.get(path) ?? []).filter(({ day }) => lastPublished && lastPublished.date >= day)

/** Null when nothing was published before. */
export function quotedOf(study: Pick<Study, 'earlier' | 'lastPublished'>): Quoted | null {
  const { earlier, lastPublished } = study
  const groups = [...(earlier?.keys() ?? [])].flatMap((path) =>
    quotedClasses(study, path).map(({ value, day }) => ({ path, value, day })),
  )
  if (!lastPublished) return null
  const date = lastPublished.date.slice(0, 10)
  const known = new Map<string, { figure: PublishedFigure; precision: Precision }>()
  for (const { id, figures, precision } of lastPublished.published.tables)
    for (const figure of figures)
      known.set(`${id}\n${figure.key}`, { figure, precision: figure.precision ?? precision })
  // lists are compared with an earlier snapshot unless the zones were drawn afresh
  const isCompared = (dims: PublishedFigure['dims']) => Object.keys(dims).some((path) => earlier?.has(path))
  const isSameNoise = (earlier?.size ?? 0) > 0
  const stays = (dims: PublishedFigure['dims']) =>
    [...(earlier ?? [])].some(([path, classes]) => classes.some(({ value }) => dims[path] === value))
  const shownThen = (table: string, key: string, day: string) => {
    const before = known.get(`${table}\n${key}`)
    if (!before || before.figure.state === 'too-small') return null
    return { ...before, day: before.figure.day ?? day }
  }
  return {
    ofGroup: (table, { key, dims }) => {
      const group = groups.find(({ path, value }) => dims[path] === value)
      const before = group && known.get(`${table}\n${key}`)
      return before ? { ...before, day: before.figure.day ?? group.day } : null
    },
    waiting: (table, key) => shownThen(table, key, date),
    // whoever reads both publications sees that it waits: nothing is told that is not public
    late: (table, { key, dims }) => (isSameNoise && !stays(dims) ? shownThen(table, key, date) : null),
    wasWaiting: (table, { key, dims }) => {
      const before = known.get(`${table}\n${key}`)?.figure
      return isCompared(dims) && before?.state === 'too-small' && before.isWaiting === true
    },
  }
}
