/** The answers of a ranking that may be the most frequent one, and those that never lead. */
import { leadersOf } from '../comparisons/leaders.ts'
import type { Figures } from '../disclosure/published-figure.ts'
import type { Measured } from '../measures/measure.ts'
import { estimateOf } from './presentation.ts'
import { type Aside, isOpen, type Rival } from './ties.ts'

/** Answers that may be the most frequent one, in the order of their published shares; none where the headline is no ranking. */
export const leadersIn = ({ rivals }: Pick<Measured, 'rivals'>, figures: Figures): Rival[] =>
  rivals[0] ? leadersOf(shownOf(rivals, figures), figures.precision(rivals[0].table, rivals[0].key)) : []

/**
 * The largest of the answers that never lead, where as many people gave it as the leader, or more, or where a test does not set the two apart;
 * where nothing sets a leader apart, only when the test sets it apart from the largest of them.
 */
export function asideIn(
  { asides = [] }: Pick<Measured, 'asides'>,
  leaders: readonly Rival[],
  figures: Figures,
): Aside | null {
  const [place] = asides
  const [largest] = shownOf(asides, figures).toSorted((a, b) => b.estimate.value - a.estimate.value)
  const [leader] = leaders
  if (!leader || !largest || !place) return null
  const isFirst = largest.estimate.value >= leader.estimate.value
  const pair = isFirst ? [largest, leader] : [leader, largest]
  const isApart = leadersOf(pair, figures.precision(place.table, place.key)).length === 1
  return (isOpen(leaders) ? isFirst && isApart : isFirst || !isApart) ? largest : null
}

const shownOf = (places: NonNullable<Measured['asides']>, figures: Figures): Aside[] =>
  places.flatMap(({ table, key, ...led }) => {
    const estimate = estimateOf(figures(table, key))
    return estimate.value === null ? [] : [{ ...led, estimate }]
  })
