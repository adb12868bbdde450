/** One finding on a page: the sentence, how strong it is, the drawing with its numbers, what it does not say. */

import { canonical } from '../../surveys/canonical.ts'
import { hidingRules } from '../../surveys/charts/no-figure.ts'
import { strengthMeans } from '../../surveys/charts/strength.ts'
import { underTitle } from '../../surveys/wording/sentence-frame.ts'
import type { Finding } from '../findings/finding.ts'
import { isGeneral, outsidersLimit, trialLimit, zoningLimit } from '../findings/limits.ts'
import { baseText, quote, typeset } from '../text/format.ts'
import { shownBreakdowns, silentLines } from './silent.ts'
import type { BarsChart, Block, Grid } from './tree.ts'

export const findingId = ({ questionnaire, indicator }: Pick<Finding, 'questionnaire' | 'indicator'>): string =>
  `${questionnaire}-${indicator}`

/** Its title, with its questionnaire when another one has a finding of the same title under the objective. */
export const nameIn = (all: readonly Finding[], { objective, title, questionnaire, source }: Finding): string =>
  all.some((one) => one.objective === objective && one.title === title && one.questionnaire !== questionnaire)
    ? `${title} · ${source.title}`
    : title

/** @param isExplained what the word means stands beside it: the guide is in another document, or pages before */
export const strengthBadge = ({ strength, evidence: { base, unit }, source }: Finding, isExplained = false): Block => ({
  kind: 'badge',
  tone: strength.replaceAll(' ', '-'),
  text: strength,
  beside: [
    ...(isExplained ? [strengthMeans[strength]] : []),
    ...(base === null || base === 0 ? [] : [baseText(base, unit)]),
    quote(source.title),
  ].join(' · '),
})

/**
 * @param isFirst of its objective: what those who did not respond could change stands beside it
 * @param above findings that stand before it under the objective
 */
export function findingBlocks(
  finding: Finding,
  name = finding.title,
  isFirst = false,
  above: readonly Finding[] = [],
): Block {
  const { sentence, table, chart, limits, bounds } = finding
  const twin = above.find((one) => one.table !== undefined && table !== undefined && isSameGrid(one.table, table))
  const known = twin ? [twin.table!, ...twin.breakdowns.map((one) => one.table)] : []
  const own = { breakdowns: finding.breakdowns.filter((one) => !known.some((grid) => isSameGrid(grid, one.table))) }
  const breakdowns = shownBreakdowns(own)
  const whole = breakdowns.filter(({ isWhole }) => isWhole)
  const groups = breakdowns.filter(({ isWhole }) => !isWhole)
  const [first, ...others] = groups
  // One bar alone says little: its first breakdown stands beside it
  const beside = table?.rows.length === 1 && first ? [first] : []
  const folded = beside.length > 0 ? others : groups
  const saidOnce = [trialLimit, zoningLimit, outsidersLimit]
  const specific = limits.filter((limit) => !(saidOnce.includes(limit) || isGeneral(limit)))
  return {
    kind: 'group',
    role: 'finding',
    id: findingId(finding),
    blocks: [
      { kind: 'heading', level: 4, text: name },
      { kind: 'text', tone: 'statement', text: underTitle(sentence, finding.title) },
      ...endsBlock(finding),
      strengthBadge(finding),
      ...(isFirst && bounds ? [{ kind: 'text', text: bounds.text } as const] : []),
      ...(twin ? [{ kind: 'text', tone: 'small', text: typeset(sameText(twin)) } as const] : []),
      ...(chart?.kind === 'week' && !twin ? [{ kind: 'week', chart } as const] : []),
      ...(table && !twin
        ? [gridBlock(chart?.kind === 'week' ? table : untitled(table), chart?.kind === 'bars' ? chart : undefined)]
        : []),
      ...[...beside, ...whole].map((one) => gridBlock(one.table, one.chart)),
      ...(folded.length > 0 ? [foldedBlock(folded)] : []),
      ...silentLines(own, above).map((text): Block => ({ kind: 'text', tone: 'small', text })),
      ...(finding.estimate.value !== null && specific.length > 0
        ? [{ kind: 'note', tone: 'limit', text: `Ce que cela ne dit pas. ${specific.join(' ')}` } as const]
        : []),
      { kind: 'reference', text: 'Question posée et méthode', href: `#source-${findingId(finding)}` },
    ],
  }
}

/** « 5,9 sur 10 » means nothing without the words of its ends. */
export const endsBlock = ({ source: { ends } }: Finding): Block[] =>
  ends === undefined ? [] : [{ kind: 'text', tone: 'small', text: ends }]

/** A mean and a median of one question have one table of answers. */
const isSameGrid = (one: Grid, other: Grid): boolean => canonical(figuresIn(one)) === canonical(figuresIn(other))
const figuresIn = ({ columns, rows }: Grid) => ({ columns, rows })
const sameText = ({ title }: Finding) => `La répartition des réponses est avec ${quote(title)}, plus haut.`

const gridBlock = (grid: Grid, chart: BarsChart | undefined): Block => ({
  kind: 'grid',
  grid: { ...grid, notes: [...grid.notes, ...hidingNote(grid)] },
  ...(chart ? { chart } : {}),
})

/** Rules that « Comment lire ce rapport » does not say. */
const hidingNote = ({ hidden }: Grid): string[] =>
  hidden !== undefined && /crossed|mean/.test(hidden.by) ? [typeset(`« Trop petit » : ${hidingRules[hidden.by]}.`)] : []

// The sentence above is its title.
const untitled = (grid: Grid): Grid => ({ ...grid, title: '' })

const foldedBlock = (breakdowns: Finding['breakdowns']): Block => ({
  kind: 'group',
  role: 'details',
  title: breakdowns.length === 1 ? breakdowns[0]!.table.title : `Comparer les groupes (${breakdowns.length} tableaux)`,
  blocks: breakdowns.map((one) => gridBlock(one.table, one.chart)),
})
