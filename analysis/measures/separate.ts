/**
 * Answers that are each a small question of their own (a day of a period, a half-hour): the base is shown once beside all of
 * them, so that protecting one never drags hundreds of others along.
 */
import { othersThan } from '../disclosure/shares-table.ts'
import type { Figure, FigureTable, Sum } from '../disclosure/table.ts'
import { keyOf } from '../disclosure/table.ts'
import { counterOf } from './counter.ts'
import { universeOf } from './local/population.ts'
import type { Subject } from './measure.ts'
import type { Answer } from './tables.ts'

type Where = Record<string, string>

export const separateKey = (subject: Subject, value: string, where: Where = {}): string =>
  keyOf(universeOf(subject), { ...where, reponse: value })

const separateBase = (subject: Subject, value: string, where: Where = {}) =>
  keyOf(universeOf(subject), { ...where, question: value })

/**
 * Shares of each answer, in all and in each group of the first breakdown.
 *
 * @param answers hits in [0, 1]; those who count for nothing in `hits` but count in `given` are counted by it
 * @param parts answers that share out another one, by its value: disclosure control protects them together
 */
export function separateTable(
  subject: Subject,
  id: string,
  answers: Answer[],
  parts: Readonly<Record<string, readonly string[]>> = {},
): FigureTable {
  const [breakdown] = subject.breakdowns
  const places: Where[] = [{}, ...(breakdown?.choices.map(({ value }) => ({ [breakdown.path]: value })) ?? [])]
  const figures: Figure[] = []
  const cells: FigureTable['cells'][number][] = []
  const sums: Sum[] = []
  const counts = new Map<string, number>()
  const counter = counterOf(subject.table.rows)
  for (const where of places) {
    for (const { value, hits } of answers) {
      const key = separateKey(subject, value, where)
      const { base: size, count } = counter.tally(hits, subject.breakdowns, where)
      const base = { key: separateBase(subject, value, where), count: size }
      counts.set(key, count)
      cells.push({ ...base, base: null, known: true })
      figures.push({
        key,
        dims: { ...where, reponse: value },
        count,
        base,
        shape: 'share',
        estimate: counter.share(hits, subject.design, subject.breakdowns, where),
        under: (design) => counter.share(hits, design, subject.breakdowns, where),
      })
    }
    for (const [total, own] of Object.entries(parts)) {
      const keys = own.map((value) => separateKey(subject, value, where))
      const key = separateKey(subject, total, where)
      if (counts.get(key) === keys.reduce((sum, part) => sum + (counts.get(part) ?? Number.NaN), 0))
        sums.push({ total: key, parts: keys })
    }
  }
  const rest = breakdown ? groupSums(subject, answers, places.slice(1), counts) : { cells: [], sums: [] }
  return {
    id,
    title: subject.indicator.title,
    sensitive: subject.field.sensitivity === 'sensitive',
    weighted: subject.design.weights.some((weight) => weight !== 1),
    crossing: breakdown ? 1 : 0,
    figures,
    cells: [...cells, ...rest.cells],
    sums: [...sums, ...rest.sums],
  }
}

/** Everybody who gave an answer is in one of the groups, or in none that is shown. */
function groupSums(subject: Subject, answers: Answer[], groups: Where[], counts: ReadonlyMap<string, number>) {
  const path = subject.breakdowns[0]!.path
  const cells: FigureTable['cells'][number][] = []
  const sums: Sum[] = []
  for (const { value } of answers) {
    const total = separateKey(subject, value)
    const parts = groups.map((where) => separateKey(subject, value, where))
    const rest = counts.get(total)! - parts.reduce((sum, key) => sum + counts.get(key)!, 0)
    if (rest > 0) {
      const unknown = separateKey(subject, value, { [path]: othersThan(groups.map((where) => where[path]!)) })
      cells.push({ key: unknown, count: rest, base: separateBase(subject, value) })
      parts.push(unknown)
    }
    sums.push({ total, parts })
  }
  return { cells, sums }
}

/**
 * Declares to disclosure control that an answer holds another one whole: it then protects the people that the wider one adds.
 *
 * @param pairs keys of figures of the table: narrow, then wide
 */
export function nested(table: FigureTable, pairs: readonly (readonly [narrow: string, wide: string])[]): FigureTable {
  const figures = new Map(table.figures.map((figure) => [figure.key, figure]))
  const steps = pairs.map(([narrow, wide]) => {
    const [inner, outer] = [figures.get(narrow)!, figures.get(wide)!]
    const added = `${wide} sauf ${narrow}`
    return {
      cell: { key: added, count: outer.count - inner.count, base: outer.base!.key },
      sum: { total: wide, parts: [narrow, added] },
    }
  })
  return {
    ...table,
    cells: [...table.cells, ...steps.map(({ cell }) => cell)],
    sums: [...table.sums, ...steps.map(({ sum }) => sum)],
  }
}
