/** The only way out of the analysis: what is published here can be made nowhere else. */
import { canonical } from '../../surveys/canonical.ts'
import { leadersOf } from '../comparisons/leaders.ts'
import type { Estimate } from '../estimates/estimate.ts'
import type { Cell } from './cell.ts'
import { type Census, censusEstimate } from './census.ts'
import type { Figure, FigureTable } from './figure-table.ts'
import { type Precision, publishedEstimate, toStep } from './interval.ts'
import { type Noise, noiseRules, perturbed, type Topic } from './perturbation.ts'
import type { InWords, Published, PublishedFigure, PublishedTable, Shown, TooSmall } from './published-figure.ts'
import { baseShown, mention, rules } from './rules.ts'
import { aboveMost, seeWhole, wordsFor } from './words.ts'

/** `day`: the one it is of. */
type Again = { figure: PublishedFigure; precision: Precision; day: string }

/** The figure of an earlier publication to show again, null = none: nothing that is not published already. */
export type Quoted = {
  /** In the place of a figure of a group that stays as it was. */
  ofGroup: (table: string, figure: Pick<Figure, 'key' | 'dims'>) => Again | null
  /** In the place of a figure of everybody that waits. */
  waiting: (table: string, key: string) => Again | null
  /** In the place of a figure of a group, or of a crossing, that too few newcomers answered, neither zones nor noise being others since. */
  late: (table: string, figure: Pick<Figure, 'key' | 'dims'>) => Again | null
  /** The last publication said that this figure of a group waits, and neither zones nor noise are others since. */
  wasWaiting: (table: string, figure: Pick<Figure, 'key' | 'dims'>) => boolean
}

/**
 * Publishes tables figure by figure, by the cell-key method: counts get the noise of the people they count, shares are ratios
 * of such counts in whole percents, bases are multiples of 5. Whoever is counted twice gets the same noise twice, so that
 * nothing is learnt by asking again; no figure depends on another one. A census of named bodies is counted as it is.
 *
 * @param noise another one in tests and attacks only
 * @param quoted figures of an earlier publication that stand in the place of those of some groups
 * @source Marley & Leaver (2011); Thompson, Broadfoot & Elazar (2013); docs/en/disclosure.md
 */
export function publish(
  tables: readonly FigureTable[],
  noise: Noise = perturbed,
  quoted: Quoted | null = null,
): Published {
  const chosen: Chosen = new Map()
  const figures = tables.map((table) => figuresIn(table, noise, chosen))
  return made({
    mention,
    noise: { ordinary: noiseRules('ordinary'), sensitive: noiseRules('sensitive') },
    tables: Object.freeze(
      tables.map((table, at) =>
        table.census ? countedTable(table, table.census) : publishedTable(table, figures[at]!, chosen, quoted),
      ),
    ),
  }) as Published
}

/** By key, the answers that are put forward: shown alone in another table, one has the same interval there. */
type Chosen = Map<string, Estimate>

type Counted = { figures: PublishedFigure[]; precision: Precision }

function figuresIn(table: FigureTable, noise: Noise, chosen: Chosen): Counted {
  const topic: Topic = table.sensitive ? 'sensitive' : 'ordinary'
  const precision = precisionOf(table, topic)
  const figures = table.figures.map(
    (figure) => made(publishedFigure(figure, table, topic, precision, noise)) as PublishedFigure,
  )
  for (const keys of table.ranked ?? []) putForward(figures, keys, precision, chosen)
  return { figures, precision }
}

function publishedTable(
  table: FigureTable,
  { figures, precision }: Counted,
  chosen: Chosen,
  quoted: Quoted | null,
): PublishedTable {
  let printed = precision
  const ofGroups = new Map<number, Again>()
  for (const [at, figure] of table.figures.entries()) {
    const own = withInterval(figures[at]!, chosen)
    const again = own.state === 'too-small' && own.isWaiting ? quoted?.waiting(table.id, figure.key) : null
    if (again) {
      figures[at] = made({ ...again.figure, day: again.day }) as PublishedFigure
      // its interval was made with that of its day
      printed = again.precision
      continue
    }
    const isPart = figure.whole !== undefined || table.crossed
    const then =
      quoted?.ofGroup(table.id, figure) ?? (own.state === 'too-small' && isPart ? quoted?.late(table.id, figure) : null)
    if (then) ofGroups.set(at, then)
    else figures[at] = missed(own, quoted?.wasWaiting(table.id, figure) ?? false)
  }
  for (const [at, then] of ofGroups) figures[at] = withPrecision(then, printed)
  const { id, title, sensitive } = table
  return made({ id, title, sensitive, figures: Object.freeze(figures), precision: made(printed) }) as PublishedTable
}

/** An earlier figure with its day, which says its precision where that of the table is another. */
function withPrecision({ figure, precision, day }: Again, printed: Precision): PublishedFigure {
  const { precision: _, ...before } = figure
  const own = before.state === 'too-small' ? before : { ...before, day }
  const isSame = canonical(precision) === canonical(printed)
  return made(isSame ? own : { ...own, precision }) as PublishedFigure
}

/** Of two published tables, and of nothing else: that a figure is missing since the last one is said. */
const missed = (figure: PublishedFigure, wasWaiting: boolean): PublishedFigure =>
  wasWaiting && figure.state === 'too-small' ? (made({ ...figure, isWaiting: true }) as PublishedFigure) : figure

function withInterval(figure: PublishedFigure, chosen: Chosen): PublishedFigure {
  const estimate = chosen.get(figure.key)
  if (!estimate || figure.state !== 'published') return figure
  const { value, base } = figure.estimate
  return value === estimate.value && base === estimate.base
    ? (made({ ...figure, estimate }) as PublishedFigure)
    : figure
}

/** The largest of some answers, with the interval of one that is put forward because it is the largest. */
function putForward(
  figures: readonly PublishedFigure[],
  keys: readonly string[],
  precision: Precision,
  chosen: Chosen,
): void {
  const wanted = new Set(keys)
  const shown = figures.flatMap((figure) =>
    wanted.has(figure.key) && figure.state === 'published' ? [{ figure, estimate: figure.estimate }] : [],
  )
  const [first, ...others] = leadersOf(
    shown.toSorted((a, b) => b.estimate.value - a.estimate.value),
    precision,
  )
  if (first === undefined || others.length === 0) return
  const { value, base } = first.estimate
  chosen.set(first.figure.key, Object.freeze(publishedEstimate(value, base, precision, 1 + others.length)))
}

/** Bodies are not persons: nobody is protected from being counted. */
function countedTable({ id, title, sensitive, figures }: FigureTable, census: Census): PublishedTable {
  const shown = figures.map((figure): PublishedFigure => {
    const place = { key: figure.key, dims: figure.dims, table: id }
    const estimate = censusEstimate(figure, census)
    return made(
      estimate === null
        ? { ...place, state: 'too-small' }
        : { ...place, state: 'published', estimate: made(estimate), isMoved: false },
    ) as PublishedFigure
  })
  const precision: Precision = { worth: 1, peoplePerAnswer: 1, noise: 0, isCounted: true }
  return made({ id, title, sensitive, figures: Object.freeze(shown), precision: made(precision) }) as PublishedTable
}

function publishedFigure(
  { key, dims, cell, base, whole, estimate, unweighted }: Figure,
  table: FigureTable,
  topic: Topic,
  precision: Precision,
  noise: Noise,
): Shown | InWords | TooSmall {
  const place = { key, dims, table: table.id }
  const people = noise(base.cell, topic)
  const least = Math.min(people, base.cell.people)
  const isSmall = least < rules.leastDescribed || (table.crossed && least < rules.leastClass)
  // a closed list lets its own newcomers wait, and does not count a class that somebody left
  const isList = whole !== undefined && !table.crossed
  const isDivided = whole === undefined || mayDivide(whole, table, topic, noise)
  if (isSmall || estimate.value === null || !isDivided) return { ...place, state: 'too-small' }
  if (!isSettled(base.cell, isList))
    return { ...place, state: 'too-small', ...(whole === undefined && !table.crossed ? { isWaiting: true } : {}) }
  if (whole && !isApart(base.cell, whole.base, topic, noise))
    return table.crossed ? { ...place, state: 'too-small' } : { ...place, state: 'in-words', words: seeWhole }
  // numerator and base grow or shrink with the people behind them, whatever their weights and their children
  const factor = cell.people === 0 ? 0 : ((noise(cell, topic) / cell.people) * base.cell.people) / people
  const share = toPercent(estimate.value * factor)
  if (least < rules.leastFigure) return { ...place, state: 'in-words', words: wordsFor(share, people, precision) }
  if (table.sensitive && share > rules.mostSensitive) return { ...place, state: 'in-words', words: aboveMost }
  const shown = publishedEstimate(share, baseShown((base.count * people) / base.cell.people), precision)
  const plain = toPercent(unweighted * factor)
  const isMoved = plain < shown.low || plain > shown.high
  return { ...place, state: 'published', estimate: Object.freeze(shown), isMoved }
}

const toPercent = (share: number) => Math.round(Math.min(1, share) * 100) / 100

/**
 * The people of a count are those of every earlier publication, or eleven at least joined them since: else an unchanged figure
 * says « nobody more », and a changed one tells what a single newcomer answered.
 *
 * @param isComplete it is known otherwise that nobody left
 */
export const isSettled = ({ since }: Cell, isComplete = false): boolean =>
  since === undefined ||
  since.every(({ newcomers, steady, hasLeft }) => (newcomers === 0 ? isComplete || !hasLeft : steady >= rules.leastNew))

/** An answer is divided between groups when enough people gave it: else one person alone is seen through every list. */
function mayDivide(
  { cell, base }: { cell: Cell; base: Cell },
  { crossed }: FigureTable,
  topic: Topic,
  noise: Noise,
): boolean {
  if (crossed && !(isSettled(cell) && isApart(cell, base, topic, noise))) return false
  const least = Math.min(cell.people, noise(cell, topic))
  return least >= (crossed ? rules.leastClass : rules.leastDescribed)
}

/** A group is shown when enough people are not in it: two groups that differ by one person tell that person's answers. */
const isApart = (part: Cell, whole: Cell, topic: Topic, noise: Noise): boolean =>
  Math.min(whole.people - part.people, noise(whole, topic) - noise(part, topic)) >= rules.leastDescribed

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
