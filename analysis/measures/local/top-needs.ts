/** Top needs: the answers in order, each with the ranks it may have: an order is shown only as far as the intervals separate it. */

import type { Estimate } from '../../estimates/estimate.ts'
import { estimateOf } from '../../findings/presentation.ts'
import type { GridCell } from '../../report/tree.ts'
import { answersOf, isAside } from '../answers.ts'
import { firstSentence } from '../frames.ts'
import type { Measure, Measured, Subject } from '../measure.ts'
import { computeShares } from '../shares.ts'
import { answerKey, tableId } from '../tables.ts'

/**
 * First and last rank that each interval allows: an answer is surely ahead of another when its low end is above the other's
 * high end.
 *
 * @returns one pair per interval, 1 = first
 */
export function ranksOf(intervals: readonly Pick<Estimate, 'low' | 'high'>[]): [first: number, last: number][] {
  return intervals.map((own) => [
    1 + intervals.filter((other) => other.low > own.high).length,
    intervals.length - intervals.filter((other) => other.high < own.low).length,
  ])
}

export function computeTopNeeds(subject: Subject): Measured {
  const answers = answersOf(subject, subject.indicator.wanted).filter((answer) => !isAside(answer))
  return {
    ...computeShares(subject),
    consequences: (figures) => {
      const shown = answers.flatMap(({ value, label }) => {
        const estimate = estimateOf(figures(tableId(subject, null), answerKey(subject, value)))
        return estimate.value === null ? [] : [{ label, estimate }]
      })
      const ordered = shown.toSorted((a, b) => b.estimate.value - a.estimate.value)
      const ranks = ranksOf(ordered.map(({ estimate }) => estimate))
      return {
        grids: [
          {
            title: 'Ordre des réponses',
            base: 'Rangs que les intervalles permettent',
            columns: ['Réponse', 'Part', 'Rang'],
            rows: ordered.map(({ label, estimate }, at) => ({
              label,
              cells: [{ kind: 'estimate', estimate }, rankCell(ranks[at]!)],
            })),
            notes:
              shown.length < answers.length ? ['Les réponses dont la part n’est pas diffusée n’ont pas de rang.'] : [],
          },
        ],
        sentences: [],
        limits: [],
      }
    },
  }
}

const rankCell = ([first, last]: [number, number]): GridCell => ({
  kind: 'text',
  text: first === last ? String(first) : `${first} à ${last}`,
})

export const topNeedsMeasure = {
  name: 'top-needs',
  title: 'Besoins dans l’ordre',
  help: 'Les réponses de la plus citée à la moins citée, sans départager celles que les chiffres ne séparent pas.',
  kinds: ['choices', 'choice'],
  needsWanted: false,
  beside: [],
  sentence: firstSentence,
  easy: 'answers',
  compute: computeTopNeeds,
} as const satisfies Measure
