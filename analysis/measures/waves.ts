/** The same indicator in two waves of a questionnaire: what changed, when the question did not. */

import { publish } from '../disclosure/gate.ts'
import { policies } from '../disclosure/policy.ts'
import { type FigureTable, keyOf } from '../disclosure/table.ts'
import type { MaybeEstimate } from '../estimate.ts'
import { share } from '../estimates/share.ts'
import { amount, interval, percent, thin, typeset } from '../format.ts'
import { estimateOf, figuresOf } from '../presentation.ts'
import type { Study } from '../study.ts'
import { subjectsOf } from '../subjects.ts'
import { adjust } from '../tests/adjust.ts'
import { type Change, compareWaves } from '../tests/waves.ts'
import type { Subject } from './measure.ts'
import type { Hits } from './population.ts'
import { answerTest, hitsOf } from './population.ts'

export type Wave = { label: string; study: Study }

export type WaveFinding = {
  indicator: string
  title: string
  earlier: MaybeEstimate
  later: MaybeEstimate
  /** Later less earlier, as a fraction; null when one of the two may not be shown or nothing tells the spread. */
  change: Pick<Change, 'change' | 'low' | 'high'> | null
  /** The change stands after Holm's correction for all the indicators compared. */
  established: boolean
  sentence: string
  limits: string[]
}

/**
 * Indicators of the later wave that the earlier one has too: same code, same field, same wanted answers.
 *
 * @param earlier, later studies of one questionnaire, answered independently
 * @returns shares only (`share`), in the order of the later wave
 */
export function wavesOf(earlier: Wave, later: Wave): WaveFinding[] {
  const before = new Map(subjectsOf(earlier.study).subjects.map((subject) => [subject.indicator.id, subject]))
  const pairs = subjectsOf(later.study).subjects.flatMap((after) => {
    const own = before.get(after.indicator.id)
    return own && isSame(own, after) ? [{ before: own, after }] : []
  })
  const measured = pairs.map(({ before: first, after: second }) => {
    const hits = [hitsIn(first), hitsIn(second)] as const
    const raw = compareWaves({ values: hits[0], design: first.design }, { values: hits[1], design: second.design })
    return {
      first,
      second,
      raw,
      tables: [tableIn(first, hits[0], earlier.label), tableIn(second, hits[1], later.label)] as const,
    }
  })
  if (measured.length === 0) return []
  const published = publish(
    { tables: measured.flatMap(({ tables }) => tables), snapshot: 'vagues', responses: later.study.table.rows },
    policies.document,
  )
  const figures = figuresOf(published)
  const tested = measured.flatMap(({ raw }, at) => (raw === null ? [] : [{ at, p: raw.p }]))
  const adjusted = adjust(tested.map(({ p }) => p))
  const sure = new Set(tested.filter((_, at) => adjusted[at]! < 0.05).map(({ at }) => at))
  return measured.map(({ first, second, raw, tables }, at) => {
    const [a, b] = tables.map((table) => estimateOf(figures(table.id, table.figures[0]!.key))) as [
      MaybeEstimate,
      MaybeEstimate,
    ]
    const change =
      a.value === null || b.value === null || raw === null
        ? null
        : { change: toPoint(raw.change), low: toPoint(raw.low), high: toPoint(raw.high) }
    const established = change !== null && sure.has(at)
    return {
      indicator: second.indicator.id,
      title: second.indicator.title,
      earlier: a,
      later: b,
      change,
      established,
      sentence: typeset(sentenceOf(second, earlier.label, later.label, a, b, change, established)),
      limits: limitsOf(first, second),
    }
  })
}

const isSame = (a: Subject, b: Subject) =>
  a.indicator.measure === 'share' &&
  b.indicator.measure === 'share' &&
  a.field.path === b.field.path &&
  (a.indicator.wanted ?? []).toSorted().join() === (b.indicator.wanted ?? []).toSorted().join()

function hitsIn({ column, table, indicator }: Subject): Hits {
  const tests = indicator.wanted!.map((value) => answerTest(column, value))
  return hitsOf(column, table.rows, (row) => tests.some((test) => test(row)))
}

function tableIn({ slug, indicator, field, design }: Subject, hits: Hits, wave: string): FigureTable {
  const universe = `${slug}@${wave}.${field.path}`
  const base = { key: keyOf(universe, {}), count: hits.filter((hit) => !Number.isNaN(hit)).length }
  const key = keyOf(universe, { reponse: indicator.wanted!.toSorted().join('+') })
  const count = hits.filter((hit) => hit > 0).length
  return {
    id: `${slug}@${wave}/${indicator.id}`,
    title: indicator.title,
    sensitive: field.sensitivity === 'sensitive',
    weighted: design.weights.some((weight) => weight !== 1),
    crossing: 0,
    figures: [{ key, dims: {}, count, base, shape: 'share', estimate: share(hits, design) }],
    cells: [],
    sums: [],
  }
}

/** As published: a change tells no more than the two shares. */
const toPoint = (share: number) => Math.round(share * 100) / 100

/** « 4 points » */
const points = (value: number) => `${Math.round(Math.abs(value) * 100)} point${Math.abs(value) >= 0.015 ? 's' : ''}`

function sentenceOf(
  { indicator }: Subject,
  early: string,
  late: string,
  a: MaybeEstimate,
  b: MaybeEstimate,
  change: WaveFinding['change'],
  established: boolean,
): string {
  if (a.value === null || b.value === null || change === null)
    return `${indicator.title} : les deux vagues ne peuvent pas être comparées (trop peu de réponses, ou secret).`
  const told = `${indicator.title} : ${amount(a.value, a.unit)} (${early} ; ${interval(a)}, ${a.base} réponses), ${amount(b.value, b.unit)} (${late} ; ${interval(b)}, ${b.base} réponses).`
  if (!established) return `${told} L’écart n’est pas établi.`
  const signed = (value: number) => `${value < 0 ? '−' : '+'}${percent(Math.abs(value)).replace(`${thin}%`, '')}`
  return `${told} ${change.change > 0 ? 'Hausse' : 'Baisse'} de ${points(change.change)} (de ${signed(change.low)} à ${signed(change.high)}) ; cela ne dit pas pourquoi.`
}

function limitsOf(first: Subject, second: Subject): string[] {
  const limits = ['Les personnes qui répondent peuvent ne pas être les mêmes d’une vague à l’autre.']
  if (first.field.title !== second.field.title)
    limits.push('La question a été reformulée entre les deux vagues : une partie de l’écart peut en venir.')
  return limits
}
