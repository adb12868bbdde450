/**
 * Price curve: intention at three prices, each shown to a third of the households drawn at random (Gabor-Granger between
 * groups: nobody compares prices, so nobody bargains).
 *
 * The field is the question at the lowest price; beside it: those at the middle and the highest.
 *
 * @source Gabor & Granger (1966), Economica 33
 */

import { adjust } from '../../comparisons/adjust.ts'
import { changeBetween } from '../../comparisons/waves.ts'
import type { PriceRow } from '../../design/reference-tables.ts'
import type { FigureTable } from '../../disclosure/figure-table.ts'
import type { Estimate } from '../../estimates/estimate.ts'
import { estimateOf } from '../../findings/presentation.ts'
import { and, count } from '../../text/format.ts'
import { answersBeside, fieldAt } from '../beside.ts'
import type { Breakdown, Layout, Measure, Measured, Subject } from '../measure.ts'
import { ending, needed } from '../sentences.ts'
import { type Answer, answerKey, dividedBy, leftNote, shareTables, tableId, titleBy, unionValue } from '../tables.ts'

const levels: readonly { level: PriceRow['level']; text: string }[] = [
  { level: 'bas', text: 'Tarif bas' },
  { level: 'moyen', text: 'Tarif moyen' },
  { level: 'haut', text: 'Tarif haut' },
]

/** @throws RangeError when it has no wanted answer, or a price is missing */
export function computePriceCurve(subject: Subject): Measured {
  const { indicator, field, table, study } = subject
  const { wanted = [], beside = [] } = indicator
  if (wanted.length === 0) throw new RangeError(`price-curve needs wanted answers: ${indicator.id}`)
  const paths = [field.path, ...beside]
  if (paths.length !== levels.length) throw new RangeError(`price-curve needs three prices: ${indicator.id}`)
  const curves = paths.map((path, at) => {
    const answersAt = answersBeside(subject, path)
    const hits = Float64Array.from({ length: table.rows }, (_, row) => {
      const given = answersAt(row)
      return given === null ? Number.NaN : Number(given.some((value) => wanted.includes(value)))
    })
    const answer: Answer = {
      value: unionValue(wanted),
      label: labelOf(study.reference?.prices.rows ?? [], at),
      hits,
    }
    const own = { ...subject, field: fieldAt(subject, path)! }
    const view = { ...own, indicator: { ...indicator, id: `${indicator.id}-${levels[at]!.level}` } }
    return { answer, view, tables: shareTables(view, [answer]) }
  })
  const places = curves.map(({ view, answer }) => ({ id: tableId(view, null), key: answerKey(view, answer.value) }))
  const pageOf = (breakdown: Breakdown | null, at: number): FigureTable => ({
    ...curves[0]!.tables[at]!,
    id: tableId(subject, breakdown),
    figures: curves.flatMap(({ tables }) => tables[at]!.figures),
  })
  const page = pageOf(null, 0)
  const layout: Layout = {
    table: page.id,
    title: indicator.title,
    rowTitle: 'Prix montré',
    columns: [
      { title: 'Part', kind: 'estimate' },
      { title: 'Base', kind: 'base' },
    ],
    rows: curves.map(({ answer }, at) => ({ label: answer.label, keys: [places[at]!.key, places[at]!.key] })),
    drawn: true,
    notes: [
      'Part des familles qui inscriraient certainement ou probablement un enfant. Chaque famille n’a vu qu’un prix, tiré au sort.',
    ],
  }
  const byGroup = subject.breakdowns.map(
    (breakdown): Layout => ({
      table: tableId(subject, breakdown),
      title: titleBy(breakdown),
      rowTitle: breakdown.title,
      columns: curves.map(({ answer }) => ({ title: answer.label, kind: 'estimate' })),
      rows: breakdown.choices.map(({ value, text }) => ({
        label: text,
        keys: curves.map(({ view, answer }) => answerKey(view, answer.value, { [breakdown.path]: value })),
      })),
      drawn: false,
      divided: { by: 'rows', ...dividedBy(breakdown) },
      notes: leftNote(breakdown),
    }),
  )
  return {
    tables: [
      ...curves.flatMap(({ tables }) => tables),
      page,
      ...subject.breakdowns.map((breakdown, at) => pageOf(breakdown, at + 1)),
    ],
    headline: { table: page.id, key: places[0]!.key },
    rivals: [],
    layouts: [layout, ...byGroup],
    week: null,
    consequences: (figures) => ({
      grids: [],
      sentences: slopeSentences(
        places.map(({ key }) => estimateOf(figures(page.id, key))).flatMap((one) => (one.value === null ? [] : [one])),
      ),
      limits: [
        'Une intention à un prix annoncé n’est pas une inscription : on compare les prix entre eux, pas aux inscriptions.',
      ],
    }),
  }
}

/** « Tarif moyen (12,50 €) », when one price holds for every slice. */
function labelOf(prices: readonly PriceRow[], at: number): string {
  const { level, text } = levels[at]!
  const own = prices.filter((row) => row.level === level)
  const euros = [...new Set(own.map((row) => row.euros))].sort((a, b) => a - b)
  const [lowest, highest] = [euros[0], euros.at(-1)]
  if (lowest === undefined || highest === undefined) return text
  const said = (value: number) => `${Number.isInteger(value) ? count(value) : value.toFixed(2).replace('.', ',')} €`
  return lowest === highest
    ? `${text} (${said(lowest)})`
    : `${text} (de ${said(lowest)} à ${said(highest)} selon la tranche)`
}

/**
 * What the three published shares allow to say of their order, and nothing more. Who saw which price was drawn at random:
 * the three are independent samples, compared two by two with Holm's correction.
 */
export function slopeSentences(shares: readonly Estimate[]): string[] {
  if (shares.length < levels.length) return []
  const [low, middle, high] = shares as [Estimate, Estimate, Estimate]
  const falls = [
    [low, middle, 'du tarif bas au tarif moyen'],
    [middle, high, 'du tarif moyen au tarif haut'],
    [low, high, 'du tarif bas au tarif haut'],
  ] as const
  const changes = falls.map(([before, after]) => changeBetween(before, after))
  const adjusted = adjust(changes.map((one) => one?.p ?? Number.NaN))
  const sure = falls.filter((_, at) => adjusted[at]! < 0.05 && changes[at]!.change < 0).map(([, , words]) => words)
  if (sure.length === 0)
    return [
      'Les écarts entre les trois prix ne sont pas établis : ces réponses ne disent pas si le prix change l’intention.',
    ]
  const openEnds = sure.length === 1 && sure[0] === falls[2][2]
  const rest = openEnds
    ? ' Entre le tarif moyen et les deux autres, aucun écart n’est établi.'
    : ['', ' L’autre écart n’est pas établi.', ' Les autres écarts ne sont pas établis.'][falls.length - sure.length]
  return [`L’intention baisse ${and(sure)}.${rest}`]
}

export const priceCurveMeasure = {
  name: 'price-curve',
  title: 'Intention selon le prix',
  help: 'Trois prix montrés au hasard : combien inscriraient à chacun. La question lue est celle du prix le plus bas.',
  kinds: ['choice'],
  needsWanted: true,
  beside: [needed('le prix moyen'), needed('le prix le plus haut')],
  sentence: `Au plus bas des trois prix, {value} des familles répondantes inscriraient un enfant${ending}`,
  easy: 'none',
  compute: computePriceCurve,
} as const satisfies Measure
