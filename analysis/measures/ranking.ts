/** Ranking: how many put each answer first, and how many among their first three. */
import { answersOf } from './answers.ts'
import { hitsOf } from './local/population.ts'
import type { Layout, Measure, Measured, Subject } from './measure.ts'
import { ending } from './sentences.ts'
import { mainAnswers } from './settled.ts'
import { ranked, topOf } from './shares.ts'
import { type Answer, answerKey, answersLayout, breakdownLayouts, shareTables, tableId } from './tables.ts'

/** @throws RangeError when the field is not a ranking */
export function computeRanking(subject: Subject): Measured {
  const { column, table, indicator } = subject
  if (column.kind !== 'ranking') throw new RangeError(`ranking needs a ranking: ${indicator.field}`)
  const first = answersOf(subject)
  const among = first.map(({ value, label }): Answer => {
    const ranks = column.ranks.get(value)!
    return {
      value: `${value}≤3`,
      label,
      hits: hitsOf(column, table.rows, (row) => ranks[row]! > 0 && ranks[row]! <= 3),
    }
  })
  const id = `${tableId(subject, null)}/trois`
  const [three] = shareTables({ ...subject, breakdowns: [] }, among)
  const layout: Layout = {
    table: id,
    title: 'Parmi les trois premiers choix',
    rowTitle: 'Réponse',
    columns: [{ title: 'Part', kind: 'estimate' }],
    rows: among.map(({ value, label }) => {
      const key = answerKey(subject, value)
      return { label, keys: [key], rank: key }
    }),
    order: { table: id, by: 'share' },
    drawn: true,
    notes: [],
  }
  return {
    tables: [...shareTables(subject, first), { ...three!, id }],
    ...topOf(subject, first),
    layouts: [
      ranked(answersLayout(subject, first), subject, first, { by: 'share' }),
      layout,
      ...breakdownLayouts(subject, first).map((one) => ranked(one, subject, first, mainAnswers)),
    ],
    week: null,
    silent: true,
  }
}

export const rankingMeasure = {
  name: 'ranking',
  title: 'Classement',
  help: 'Combien mettent chaque réponse en premier, et combien dans leurs trois premières.',
  kinds: ['ranking'],
  needsWanted: false,
  beside: [],
  sentence: `{value} des personnes répondantes mettent {top} en premier${ending}`,
  easy: 'answers',
  compute: computeRanking,
} as const satisfies Measure
