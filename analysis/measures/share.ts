/** Share: the part of those who answered that gave one of the wanted answers. */

import { answersOf } from './answers.ts'
import { shareSentence } from './frames.ts'
import { answerTest, hitsOf } from './local/population.ts'
import type { Measure, Measured, Subject } from './measure.ts'
import {
  type Answer,
  answerKey,
  answersLayout,
  breakdownLayouts,
  shareTables,
  tableId,
  unionValue,
  withParts,
} from './tables.ts'

/**
 * @throws RangeError when the indicator says no wanted answer
 */
export function computeShare(subject: Subject): Measured {
  const { wanted } = subject.indicator
  if (wanted === undefined || wanted.length === 0)
    throw new RangeError(`share needs wanted answers: ${subject.indicator.id}`)
  const union = unionOf(subject, wanted)
  const tables = shareTables(subject, [union], false)
  // Single answers add up to the union: disclosure control must know it. Ticked boxes do not, people tick several.
  const linked =
    subject.column.kind === 'choice' && wanted.length > 1
      ? withParts(tables, subject, union, answersOf(subject, wanted), answersOf(subject))
      : tables
  return {
    tables: linked,
    headline: { table: tableId(subject, null), key: answerKey(subject, union.value) },
    rivals: [],
    layouts: [answersLayout(subject, [{ ...union, label: 'Ensemble' }]), ...breakdownLayouts(subject, [union])],
    silent: true,
    week: null,
  }
}

/** One answer goes by its own name, so that every table of the field protects the same group once. */
function unionOf(subject: Subject, wanted: string[]): Answer {
  const tests = wanted.map((value) => answerTest(subject.column, value))
  const labels = answersOf(subject, wanted).map((answer) => answer.label)
  return {
    value: unionValue(wanted),
    label: labels.length <= 2 ? labels.join(' ou ') : subject.indicator.title,
    hits: hitsOf(subject.column, subject.table.rows, (row) => tests.some((test) => test(row))),
  }
}

export const shareMeasure = {
  name: 'share',
  title: 'Part des réponses',
  help: 'Combien de personnes ont donné une des réponses que vous cochez.',
  kinds: ['choice', 'choices', 'boolean', 'rating', 'ranking', 'date'],
  needsWanted: true,
  beside: [],
  sentence: shareSentence,
  easy: 'answers',
  compute: computeShare,
} as const satisfies Measure
