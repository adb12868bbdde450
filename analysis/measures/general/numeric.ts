/** A number: its median and quartiles, then its mean. The median is the headline: no single answer can move it far. */
import { estimateCell } from '../../findings/presentation.ts'
import type { Measure, Measured, Subject } from '../measure.ts'
import { meanOfClasses, numberClasses, quantileOfClasses } from '../number-classes.ts'
import { ending } from '../sentences.ts'
import { computeMean } from './mean.ts'

const quarters = [
  { part: 0.25, text: 'Un quart répond au plus' },
  { part: 0.5, text: 'La moitié répond au plus' },
  { part: 0.75, text: 'Les trois quarts répondent au plus' },
] as const

/** @throws RangeError when the field is not a number */
export function computeNumeric(subject: Subject): Measured {
  const classes = numberClasses(subject)
  const mean = computeMean(subject, classes)
  return {
    ...mean,
    summary: (figures) => quantileOfClasses(subject, classes, 0.5, figures),
    consequences: (figures) => {
      const after = mean.consequences!(figures)
      const lines = [
        ...quarters.map(({ part, text }) => ({ text, estimate: quantileOfClasses(subject, classes, part, figures) })),
        { text: 'En moyenne', estimate: meanOfClasses(subject, classes, figures) },
      ]
      return {
        ...after,
        grids: [
          {
            title: 'Quarts et moyenne',
            base: 'D’après les classes publiées',
            columns: ['', 'Valeur'],
            rows: lines.map(({ text, estimate }) => ({ label: text, cells: [estimateCell(estimate)] })),
            notes: [],
          },
          ...after.grids,
        ],
      }
    },
  }
}

export const numericMeasure = {
  name: 'numeric',
  title: 'Valeur du milieu',
  help: 'Pour un nombre : la moitié des personnes répond cette valeur ou moins. Une réponse hors du commun ne la déplace pas.',
  kinds: ['number'],
  needsWanted: false,
  beside: [],
  number: 'quantile',
  sentence: `La moitié des personnes répondantes donne {value} ou moins${ending}`,
  easy: 'answers',
  compute: computeNumeric,
} as const satisfies Measure
