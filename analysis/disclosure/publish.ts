/** The only way out of the analysis: what is published here can be made nowhere else. */
import type { Figure, FigureTable } from './figure-table.ts'
import { type Precision, publishedEstimate, toStep } from './interval.ts'
import { type Noise, noiseRules, perturbed, type Topic } from './perturbation.ts'
import type { InWords, Published, PublishedFigure, PublishedTable, Shown, TooSmall } from './published-figure.ts'
import { baseShown, mention, rules } from './rules.ts'
import { aboveMost, shareInWords } from './words.ts'

/**
 * Publishes tables figure by figure, by the cell-key method: counts get the noise of the people they count, shares are ratios
 * of such counts in whole percents, bases are multiples of 5. Whoever is counted twice gets the same noise twice, so that
 * nothing is learnt by asking again; no figure depends on another one.
 *
 * @param noise another one in tests and attacks only
 * @source Marley & Leaver (2011); Thompson, Broadfoot & Elazar (2013); docs/en/disclosure.md
 */
export function publish(tables: readonly FigureTable[], noise: Noise = perturbed): Published {
  return made({
    mention,
    noise: { ordinary: noiseRules('ordinary'), sensitive: noiseRules('sensitive') },
    tables: Object.freeze(tables.map((table) => publishedTable(table, noise))),
  }) as Published
}

function publishedTable(table: FigureTable, noise: Noise): PublishedTable {
  const topic: Topic = table.sensitive ? 'sensitive' : 'ordinary'
  const precision = precisionOf(table, topic)
  const figures = table.figures.map(
    (figure) => made(publishedFigure(figure, table, topic, precision, noise)) as PublishedFigure,
  )
  const { id, title, sensitive } = table
  return made({ id, title, sensitive, figures: Object.freeze(figures), precision: made(precision) }) as PublishedTable
}

function publishedFigure(
  { key, dims, cell, base, margin, estimate, unweighted }: Figure,
  table: FigureTable,
  topic: Topic,
  precision: Precision,
  noise: Noise,
): Shown | InWords | TooSmall {
  const place = { key, dims, table: table.id }
  const people = noise(base.cell, topic)
  const least = Math.min(people, base.cell.people)
  const isSmall = least < rules.leastDescribed || (table.crossed && least < rules.leastClass)
  if (isSmall || estimate.value === null || !isLargeMargin(margin, topic, noise))
    return { ...place, state: 'too-small' }
  // numerator and base grow or shrink with the people behind them, whatever their weights and their children
  const factor = cell.people === 0 ? 0 : ((noise(cell, topic) / cell.people) * base.cell.people) / people
  const share = toPercent(estimate.value * factor)
  if (least < rules.leastFigure) return { ...place, state: 'in-words', words: shareInWords(share) }
  if (table.sensitive && share > rules.mostSensitive) return { ...place, state: 'in-words', words: aboveMost }
  const shown = publishedEstimate(share, baseShown((base.count * people) / base.cell.people), precision)
  const plain = toPercent(unweighted * factor)
  const isMoved = plain < shown.low || plain > shown.high
  return { ...place, state: 'published', estimate: Object.freeze(shown), isMoved }
}

const toPercent = (share: number) => Math.round(Math.min(1, share) * 100) / 100

const isLargeMargin = (margin: Figure['margin'], topic: Topic, noise: Noise): boolean =>
  margin === undefined || Math.min(margin.people, noise(margin, topic)) >= rules.leastClass

/**
 * What the answers of a table are worth: the median of its figures, in steps of 0.05. One number for the whole table, so that
 * the width of an interval tells nothing of the answers behind it.
 */
function precisionOf({ figures, worth, sampled }: FigureTable, topic: Topic): Precision {
  const large = figures.filter(({ base }) => base.cell.people >= rules.leastFigure)
  const worths = large.flatMap(({ estimate, cell }) =>
    estimate.value !== null && cell.people >= rules.leastDescribed ? [estimate.effectiveBase / estimate.base] : [],
  )
  const people = large.map(({ base }) => base.cell.people / base.count)
  return {
    worth: toStep(worth ?? median(worths) ?? median(people) ?? 1),
    peoplePerAnswer: toStep(median(people) ?? 1),
    noise: noiseRules(topic).variance,
    ...(sampled ? { sampled } : {}),
  }
}

function median(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!
}

const made = <T extends object>(value: T): Readonly<T> => Object.freeze(value)
