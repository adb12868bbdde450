/** Top needs: the answers in order, each with the ranks it may have: an order is shown only as far as paired tests separate it. */

import { ranksOf } from '../../comparisons/leaders.ts'
import { estimateOf } from '../../findings/presentation.ts'
import type { GridCell } from '../../report/tree.ts'
import { answersOf, isAside } from '../answers.ts'
import type { Measure, Measured, Subject } from '../measure.ts'
import { firstSentence } from '../sentences.ts'
import { computeShares } from '../shares.ts'
import { answerKey, tableId } from '../tables.ts'

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
      const ranks = ranksOf(ordered, figures.precision(tableId(subject, null)))
      return {
        grids: [
          {
            title: 'Ordre des réponses',
            base: 'Rangs que les comparaisons deux à deux permettent',
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
