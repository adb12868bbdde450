/** What may be said of the answers given at the exit of an event: nothing below eleven, words below thirty, rounded shares beyond. */
import {
  type Satisfaction,
  satisfactions,
  satisfactionWords,
  type Usefulness,
  usefulness,
  usefulWords,
} from '../../surveys/action-log/exit.ts'
import { baseShown, rules } from '../disclosure/rules.ts'
import { shareInWords } from '../disclosure/words.ts'

/** Counts of one event; nothing in it stands for one person, and no answer is joined to another. */
export type ExitTally = {
  answers: number
  satisfaction: Partial<Record<Satisfaction, number>>
  useful: Partial<Record<Usefulness, number>>
}

export const emptyTally: ExitTally = { answers: 0, satisfaction: {}, useful: {} }

/** True when enough people have joined since `shown` for the counts to be shown anew: one more person is never told apart. */
export const isWorthShowing = (now: ExitTally, shown: ExitTally): boolean =>
  now.answers - shown.answers >= rules.leastNew && now.answers >= rules.leastDescribed

export type ExitShown = { base: string; lines: string[] }

/**
 * @param shown counts as they were when they last became fit to be shown
 * @returns null when fewer than eleven have answered
 */
export function exitShown(shown: ExitTally): ExitShown | null {
  if (shown.answers < rules.leastDescribed) return null
  const lines = [
    lineOf('Cela a plu', satisfactions, shown.satisfaction, satisfactionWords),
    lineOf('Cela a été utile', usefulness, shown.useful, usefulWords),
  ]
  return {
    base: `Environ ${baseShown(shown.answers)} réponses à la sortie, arrondies à cinq près.`,
    lines: lines.filter((line) => line !== null),
  }
}

function lineOf<Value extends string>(
  title: string,
  values: readonly Value[],
  counts: Partial<Record<Value, number>>,
  words: Record<Value, string>,
): string | null {
  const base = values.reduce((sum, value) => sum + (counts[value] ?? 0), 0)
  if (base < rules.leastDescribed) return null
  const isFigure = base >= rules.leastFigure
  const parts = values
    .map((value) => ({ value, share: (counts[value] ?? 0) / base }))
    // a class of a few people is never named: it stays within « une minorité »
    .filter(({ share }) => (isFigure ? Math.round(share * 20) > 0 : share >= 0.4))
    .map(
      ({ value, share }) =>
        `${isFigure ? `${Math.round(share * 20) * 5}\u202f%` : shareInWords(share)} «\u202f${words[value]}\u202f»`,
    )
  return `${title}\u00a0: ${parts.length === 0 ? 'les avis se partagent' : parts.join(', ')}.`
}
