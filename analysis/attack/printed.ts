/** Figures as the words of a document print them, to be found again in the open data: the attacks read those only. */

/** A figure that was read: `of` its question. */
type Figure = { of: string; value: number | null; low: number | null; high: number | null }

/** What the open data says: figures with their interval, intervals that hold several answers of one question, parts by the short door in percent. */
export type Readings = { figures: ReadonlySet<string>; intervals: ReadonlySet<string>; doors: ReadonlySet<number> }

export function readingsIn(read: readonly Figure[], doors: readonly number[] = []): Readings {
  const shown = read.filter(({ value, low, high }) => value !== null && low !== null && high !== null)
  const intervals = new Set<string>()
  // answers that arrive together: from the lowest end to the highest
  for (const own of Map.groupBy(shown, (one) => one.of).values())
    for (const { low } of own) for (const { high } of own) intervals.add(`${low} ${high}`)
  return {
    figures: new Set(shown.map(({ value, low, high }) => `${value} ${low} ${high}`)),
    intervals,
    doors: new Set(doors),
  }
}

/**
 * Text of a page, or of the XML of a document, of what is read aloud too.
 *
 * @param between in the place of a tag: nothing where a tag may stand within a word
 */
export const textOfMarkup = (markup: string, between = ' '): string =>
  markup
    .replace(/<(style|script)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*?\b(?:alt|descr|aria-label|title|data-tip)="([^"]*)"[^>]*>/g, ' $1 ')
    .replace(/<[^>]*>/g, between)
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

const dash = '[–-]'
/** « 37 % (31 – 43 %) », « 37 % 31 – 43 % », “37% 31% – 43%”, « 37 sur 100 31 – 43 », « ≤ 16 % (0 – 16 %) ». */
const figure = new RegExp(
  `((?:[≤≥]|au plus|au moins|at most|at least)? ?\\d+)(?: ?%| sur 100)[\\s(]+(\\d+)(?: ?%)? ?${dash} ?(\\d+)(?: ?%|\\b)`,
  'g',
)
/** « entre 31 % et 43 % », “between 31 and 43”, « بين 31 و43 ». */
const interval = /(?:entre|between|بين) (\d+)(?: ?%)? (?:et |and |و)(\d+)\b/g
/** « 45 % des réponses sont passées par l’essentiel »: a part of the responses, without its interval. */
const door = /(\d+) % des réponses\b/g
/** Finer than a whole percent: the noise is for whole ones. */
const fine = /\d+[,.]\d+ ?%/g

/** « 42 », and of an end in the place of none or all, what the open data has. @example valueIn('≤ 16') // → 0 */
export const valueIn = (words: string): number =>
  /≤|au plus|at most/.test(words) ? 0 : /≥|au moins|at least/.test(words) ? 100 : Number(words)

/** Figures of a text that the attacks have not read: evidence of their own. */
export function strangersIn(text: string, { figures, intervals, doors }: Readings): string[] {
  const plain = text.replace(/[\s\u00a0\u202f\u2066-\u2069\u200e\u200f]+/g, ' ')
  return [
    ...[...plain.matchAll(figure)].filter(([, value, low, high]) => !figures.has(`${valueIn(value!)} ${low} ${high}`)),
    ...[...plain.matchAll(interval)].filter(([, low, high]) => !intervals.has(`${low} ${high}`)),
    ...[...plain.matchAll(door)].filter(([, part]) => !doors.has(Number(part))),
    ...plain.matchAll(fine),
  ].map((found) => plain.slice(Math.max(0, found.index - 60), found.index + found[0].length))
}
