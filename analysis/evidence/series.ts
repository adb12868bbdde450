/** A figure of another source over the years, and the sentence it says under an objective. */
import { thin } from '../text/format.ts'
import type { EvidenceChart, EvidenceItem } from './item.ts'

/** `secret`: the source knows it and does not give it; `missing`: nobody gave it. Neither is 0. */
export const valueStates = ['exact', 'estimated', 'provisional', 'secret', 'missing'] as const
export type ValueState = (typeof valueStates)[number]

export const stateWords: Record<ValueState, string> = {
  exact: 'exacte',
  estimated: 'estimée',
  provisional: 'provisoire',
  secret: 'secrète',
  missing: 'non connue',
}

export type SeriesValue = {
  /** Year `2023`, or school year `2023-2024`. */
  period: string
  /** In the unit of the series; null when secret or missing. */
  value: number | null
  state: ValueState
  /** ISO day it was true, or counted; null = not said. */
  day: string | null
  note: string
}

export type Series = {
  id: string
  /** What is counted, in a few words: « Naissances ». */
  title: string
  definition: string
  /** « habitants », « % ». */
  unit: string
  source: string
  /** Address of its page, or ''. */
  link: string
  /** ISO day the source gave its figures. */
  date: string
  limits: string
  objectives: readonly number[]
  /** In the order of their periods, each once. */
  values: readonly SeriesValue[]
}

const numbers = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 })
export const valueText = (value: number): string => numbers.format(value)

/** « 29 678 habitants », « 42,3 % ». */
export const amountText = (value: number, unit: string): string =>
  `${valueText(value)}${unit === '%' ? thin : '\u00a0'}${unit}`

const isKnown = (one: SeriesValue): one is SeriesValue & { value: number } => one.value !== null

/** The newest value that is known; null when none is. */
export const newestOf = ({ values }: Pick<Series, 'values'>) => values.filter(isKnown).at(-1) ?? null

/**
 * « Places du sud : 32 places en 2025, contre 24 en 2023. »; null when no value is known. A title that is the unit is not said twice:
 * « 293 naissances en 2022, contre 305 en 2021. »
 *
 * The comparison is with the known value just before, and is left out beyond 25 words.
 */
export function seriesSentence(series: Pick<Series, 'title' | 'unit' | 'values'>): string | null {
  const known = series.values.filter(isKnown)
  const [newest, before] = [known.at(-1), known.at(-2)]
  if (!newest) return null
  const doubt = newest.state === 'exact' ? '' : ` (valeur ${stateWords[newest.state]})`
  const isUnit = series.title.toLowerCase() === series.unit.toLowerCase()
  const named = isUnit ? '' : `${series.title}\u00a0: `
  const now = `${named}${amountText(newest.value, series.unit)} en ${newest.period}${doubt}`
  const than = before && (before.value === newest.value ? 'comme' : `contre ${valueText(before.value)}`)
  const compared = before ? `${now}, ${than} en ${before.period}.` : `${now}.`
  return compared.split(/\s+/).length <= 25 ? compared : `${now}.`
}

/**
 * Every period with its value. Years between that the table does not name are there too, as not known, unless they would
 * outnumber the known ones.
 */
export function seriesChart({ title, unit, values }: Pick<Series, 'title' | 'unit' | 'values'>): EvidenceChart {
  const points = values.map(({ period, value }) => ({ label: period, value }))
  const years = values.map(({ period }) => Number(period))
  if (years.length === 0 || years.some(Number.isNaN)) return { title, unit, points }
  const [first, last] = [Math.min(...years), Math.max(...years)]
  if (last - first + 1 > 2 * points.length) return { title, unit, points }
  const known = new Map(points.map(({ label, value }) => [label, value]))
  const all = Array.from({ length: last - first + 1 }, (_, index) => String(first + index))
  return { title, unit, points: all.map((label) => ({ label, value: known.get(label) ?? null })) }
}

/** What stands under one of its objectives; null while no value is known. */
export function seriesItem(series: Series, objective: number): EvidenceItem | null {
  const sentence = seriesSentence(series)
  const known = series.values.filter(isKnown)
  if (sentence === null) return null
  return {
    id: series.id,
    objective,
    kind: 'registered',
    sentence,
    base: baseOf(known),
    day: newestOf(series)?.day ?? series.date,
    source: series.source,
    limits: limitsOf(series),
    href: `/analyse/releves/${series.id}`,
    chart: seriesChart(series),
  }
}

function baseOf(known: readonly SeriesValue[]): string {
  const [first, last] = [known[0]!.period, known.at(-1)!.period]
  if (known.length === 1) return `1\u00a0valeur, ${first}`
  return `${known.length}\u00a0valeurs, de ${first} à ${last}`
}

function limitsOf({ limits, values }: Series): string[] {
  const of = (state: ValueState) => values.filter((one) => one.state === state).map(({ period }) => period)
  const sentence = (periods: string[], words: [string, string]) =>
    periods.length === 0 ? [] : [`${periods.join(', ')}\u00a0: ${words[periods.length > 1 ? 1 : 0]}`]
  return [
    ...(limits === '' ? [] : [limits]),
    ...sentence(of('secret'), [
      'valeur tenue secrète par la source, ce n’est pas zéro.',
      'valeurs tenues secrètes par la source, ce ne sont pas des zéros.',
    ]),
    ...sentence(of('missing'), [
      'valeur non connue, ce n’est pas zéro.',
      'valeurs non connues, ce ne sont pas des zéros.',
    ]),
    ...sentence(of('estimated'), ['valeur estimée par la source.', 'valeurs estimées par la source.']),
    ...sentence(of('provisional'), [
      'valeur provisoire, la source peut la corriger.',
      'valeurs provisoires, la source peut les corriger.',
    ]),
  ]
}
