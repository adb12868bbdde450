/** Share: the part of those who answered that gave one of the wanted answers. */

import { answersOf, hitsAmong } from './answers.ts'
import { answerTest } from './local/population.ts'
import type { Measure, Measured, Subject } from './measure.ts'
import { shareSentence } from './sentences.ts'
import { type Answer, answerKey, answersLayout, breakdownLayouts, shareTables, tableId, unionValue } from './tables.ts'

/**
 * @throws RangeError when the indicator says no wanted answer
 */
export function computeShare(subject: Subject): Measured {
  const { wanted } = subject.indicator
  if (wanted === undefined || wanted.length === 0)
    throw new RangeError(`share needs wanted answers: ${subject.indicator.id}`)
  const union = unionOf(subject, wanted)
  return {
    tables: shareTables(subject, [union]),
    headline: { table: tableId(subject, null), key: answerKey(subject, union.value) },
    rivals: [],
    layouts: [answersLayout(subject, [{ ...union, label: 'Ensemble' }]), ...breakdownLayouts(subject, [union])],
    silent: true,
    week: null,
  }
}

function unionOf(subject: Subject, wanted: string[]): Answer {
  const tests = wanted.map((value) => answerTest(subject.column, value))
  const labels = answersOf(subject, wanted).map((answer) => answer.label)
  return {
    value: unionValue(wanted),
    label: labels.length <= 2 ? labels.join(' ou ') : subject.indicator.title,
    hits: hitsAmong(subject, (row) => tests.some((test) => test(row))),
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
