/** A number: its median and quartiles, then its mean. The median is the headline: no single answer can move it far. */
import { estimateCell } from '../../findings/presentation.ts'
import type { Measure, Measured, Subject } from '../measure.ts'
import { meanOfClasses, numberClasses, quantileOfClasses } from '../number-classes.ts'
import { ending } from '../sentences.ts'
import { computeMean } from './mean.ts'

// of whole numbers or stops a part is seldom met, more often passed
const quarters = [
  { part: 0.25, text: 'Au moins un quart répond cette valeur ou moins' },
  { part: 0.5, text: 'Au moins la moitié répond cette valeur ou moins' },
  { part: 0.75, text: 'Au moins les trois quarts répondent cette valeur ou moins' },
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
  help: 'Pour un nombre : au moins la moitié des personnes répond cette valeur ou moins. Une réponse hors du commun ne la déplace pas.',
  kinds: ['number'],
  needsWanted: false,
  beside: [],
  number: 'quantile',
  sentence: `Au moins la moitié des personnes répondantes donne {value} ou moins${ending}`,
  easy: 'answers',
  compute: computeNumeric,
} as const satisfies Measure
