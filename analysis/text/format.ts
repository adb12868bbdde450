/** Numbers and texts as the French read them: the only place where a figure is rounded. */
import { countedMethod, knownEnd, signed, spoken } from '../../surveys/charts/known.ts'
import { noFigureWords } from '../../surveys/charts/no-figure.ts'
import { dayText } from '../../surveys/days.ts'
import { type Unit, unitRows } from '../../surveys/questionnaire/audiences.ts'
import type { Estimate, MaybeEstimate } from '../estimates/estimate.ts'

/** Narrow no-break space: before ; ! ? % and inside « ». */
export const thin = '\u202f'
/** No-break space: before : and between a number and its word. */
export const nbsp = '\u00a0'

const whole = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 })
/** A number that people gave may be a year. */
const given = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0, useGrouping: 'min2' })
const oneDecimal = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const listAnd = new Intl.ListFormat('fr-FR', { type: 'conjunction' })
const listOr = new Intl.ListFormat('fr-FR', { type: 'disjunction' })

export const count = (value: number): string => whole.format(value)
export const decimal = (value: number): string => oneDecimal.format(value)
export const and = (items: string[]): string => listAnd.format(items)
export const or = (items: string[]): string => listOr.format(items)
export const quote = (text: string): string => `«${thin}${text}${thin}»`

/** Of one sentence: beyond, it is not understood at the first reading. */
export const mostWords = 25
/** Words and numbers of a text; a sign alone is none. */
export const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

/** `2026-03-01T…` → « 1er mars 2026 », the day as it was in Paris. */
export const date = (iso: string): string => dayText(iso).replaceAll(' ', nbsp)

/** Number of things with its noun: `1 réponse`, `212 réponses`; French counts 0 and 1 as singular. */
export const counted = (value: number, one: string, many: string): string =>
  `${count(value)}${nbsp}${Math.abs(value) < 2 ? one : many}`

/** A text before another sentence: a question keeps its own sign. */
export const ended = (text: string): string => (/[.?!…]$/.test(text) ? text : `${text}.`)

/** What a figure rests on, in words: children described are counted as children, communes as communes, others as answers. */
export const baseText = (base: number, unit: Unit): string => counted(base, ...unitRows[unit].counted)

/** Share in whole percent; what is neither none nor all never reads as 0 % or 100 %. */
export function percent(share: number): string {
  if (share > 0 && share < 0.005) return `moins de 1${thin}%`
  if (share < 1 && share >= 0.995) return `plus de 99${thin}%`
  return `${whole.format(share * 100)}${thin}%`
}

/** Half-hour of the day, 0 to 48 → « 8 h 30 », « 24 h ». */
export const clock = (slot: number): string => duration(slot * 30)

/** Minutes → « 8 h 30 », « 45 min ». */
export function duration(minutes: number): string {
  const rounded = Math.round(minutes)
  const [hours, rest] = [Math.floor(rounded / 60), rounded % 60]
  if (hours === 0 && rounded !== 0) return `${rest}${nbsp}min`
  return rest === 0 ? `${hours}${nbsp}h` : `${hours}${nbsp}h${nbsp}${String(rest).padStart(2, '0')}`
}

/** One value in its unit, in words. */
export function amount(value: number, unit: Estimate['unit']): string {
  switch (unit) {
    case 'share':
      return percent(value)
    case 'minutes':
      return duration(value)
    case 'hours':
      return duration(value * 60)
    case 'euros':
      return `${count(value)}${nbsp}€`
    case 'score':
      return decimal(value)
    case 'number':
      return given.format(value)
    default:
      return count(value)
  }
}

type Ends = Pick<Estimate, 'low' | 'high' | 'unit'> & Partial<Pick<Estimate, 'method'>>

/** Ends of an interval rounded outwards, so that rounding never makes it look narrower than it is. */
export function ends({ low, high, unit, method }: Ends): [number, number] {
  const step = { share: 0.01, score: 0.1, hours: 1 / 60 }[unit as string] ?? 1
  const tiny = 1e-9
  const [from, to] = [Math.floor(low / step + tiny), Math.ceil(high / step - tiny)]
  // A share published as 0 % or 100 % at both ends was a little more, or a little less
  if (unit === 'share' && from >= to && method !== countedMethod)
    return to > 50 ? [(to - 1) * step, to * step] : [from * step, (from + 1) * step]
  return [from * step, to * step]
}

/** « entre 36 % et 48 % »; of two ends that are written the same, « intervalle : 2 ». */
export function interval(estimate: Ends): string {
  const [low, high] = ends(estimate)
  return between(amount(low, estimate.unit), amount(high, estimate.unit))
}

/** Two ends as they are written: the same number is not said twice. */
export const between = (low: string, high: string): string =>
  low === high ? `intervalle${nbsp}: ${low}` : `entre ${low} et ${high}`

/** The interval as a table cell: « 36 – 48 % », « 2 ». */
export function span(estimate: Ends): string {
  const [low, high] = ends(estimate)
  const [from, to] = [low, high].map((end) => amount(end, estimate.unit)) as [string, string]
  if (from === to) return from
  if (estimate.unit === 'share') return `${count(low * 100)}${nbsp}–${nbsp}${to}`
  return `${from}${nbsp}–${nbsp}${to}`
}

/** An estimate for a file: a share and its ends in whole percents, as documents print them; others as they are. */
export function printed<One extends Ends & { value: number }>(estimate: One): Pick<Estimate, 'value' | 'low' | 'high'> {
  const { value, low, high, unit } = estimate
  if (unit !== 'share') return { value, low, high }
  const [own, from, to] = [value, ...ends(estimate)].map((share) => Math.round(share * 100) / 100)
  return { value: own!, low: from!, high: to! }
}

/** One estimate as a table cell: its value or what is known of it, words instead, or why there is none. */
export function cell(estimate: MaybeEstimate): string {
  if (estimate.value === null) return estimate.words ?? noFigureWords[estimate.why]
  const known = knownEnd(estimate)
  const written = (value: number) => amount(value, estimate.unit)
  return known ? signed(known, written) : written(estimate.value)
}

/** An estimate in a sentence: « 42 % », « au plus 16 % ». */
export function figure(estimate: Estimate): string {
  const known = knownEnd(estimate)
  const written = (value: number) => amount(value, estimate.unit)
  return known ? spoken(known, written) : written(estimate.value)
}

/** French spacing around high punctuation, for texts typed with ordinary spaces. */
export const typeset = (text: string): string =>
  text
    .replace(/ ([;!?%»])/g, `${thin}$1`)
    .replace(/« /g, `«${thin}`)
    .replace(/ :/g, `${nbsp}:`)
    .replace(/(\d) (?=\d{3}\b|h\b|min\b|réponses?\b|enfants?\b|€)/g, `$1${nbsp}`)
    .replace(/\bn° (?=\d)/g, `n°${nbsp}`)
    .replace(/\bh (?=\d\d\b)/g, `h${nbsp}`)
    .replaceAll("'", '’')
