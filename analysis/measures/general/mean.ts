/** Mean of a number, from the published shares of its classes. */

import type { Figures } from '../../disclosure/published-figure.ts'
import { estimateCell, hiddenIn } from '../../findings/presentation.ts'
import type { Grid } from '../../report/tree.ts'
import type { Measure, Measured, Subject } from '../measure.ts'
import { isByStop, meanOfClasses, type NumberClass, numberClasses } from '../number-classes.ts'
import { ending } from '../sentences.ts'
import { answerKey, answersLayout, breakdownLayouts, lowered, shareTables, tableId } from '../tables.ts'

/** @throws RangeError when the field is not a number */
export function computeMean(subject: Subject, classes: NumberClass[] = numberClasses(subject)): Measured {
  const answers = classes.map(({ answer }) => answer)
  const table = tableId(subject, null)
  const whole = answersLayout(subject, answers)
  const isUnbroken = classes.every(({ first, last }) => first === last)
  // classes that nobody is in say nothing; a scale with holes would not be one, nor numbers that follow one another
  const shown = isByStop(subject)
    ? whole
    : {
        ...whole,
        rows: whole.rows.map((row) => ({ ...row, rank: row.keys[0]! })),
        order: {
          table,
          by: 'given' as const,
          least: 0.005,
          left: isUnbroken
            ? 'Les nombres plus petits ou plus grands que ceux-ci, que presque personne ne donne, ne sont pas montrés.'
            : 'Les nombres que presque personne ne donne ne sont pas montrés.',
          isUnbroken,
        },
      }
  return {
    tables: shareTables(subject, answers),
    headline: { table, key: answerKey(subject, answers[0]!.value) },
    rivals: [],
    summary: (figures) => meanOfClasses(subject, classes, figures),
    layouts: [shown, ...breakdownLayouts(subject, answers)],
    week: null,
    silent: true,
    consequences: (figures) => ({ grids: meanGrids(subject, classes, figures), sentences: [], limits: [] }),
  }
}

/** A note under rows of numbers says that some are not drawn. */
export const isOfLeftNumbers = (note: string): boolean => /^Les nombres .*ne sont pas montrés\.$/.test(note)

/** The mean of each group. */
const meanGrids = (subject: Subject, classes: NumberClass[], figures: Figures): Grid[] =>
  subject.breakdowns.map(({ path, title, choices, crossed }) => {
    const rows = choices.map(({ value, text }) => ({
      label: text,
      cells: [estimateCell(meanOfClasses(subject, classes, figures, { [path]: value }))],
    }))
    return {
      title: `Moyenne selon : ${lowered(title)}`,
      base: 'Moyenne des classes publiées',
      columns: [title, 'Moyenne'],
      rows,
      notes: [],
      ...hiddenIn(
        rows.map(({ cells }) => cells),
        { list: title, rule: crossed ? 'crossed-mean' : 'mean' },
      ),
    }
  })

export const meanMeasure = {
  name: 'mean',
  title: 'Moyenne',
  help: 'La moyenne d’un nombre ou d’une note.',
  kinds: ['number', 'rating'],
  needsWanted: false,
  beside: [],
  number: 'mean',
  sentence: `La moyenne est de {value}${ending}`,
  easy: 'answers',
  compute: (subject) => computeMean(subject),
} as const satisfies Measure
