/** Shares: how many gave each answer; the headline is the answer given most often. */

import { answersOf, isAside } from './answers.ts'
import { firstSentence } from './frames.ts'
import { tally } from './local/population.ts'
import type { Measure, Measured, Subject } from './measure.ts'
import { type Answer, answerKey, answersLayout, breakdownLayouts, shareTables, tableId } from './tables.ts'

export function computeShares(subject: Subject): Measured {
  const answers = answersOf(subject, subject.indicator.wanted)
  const exclusive = subject.column.kind === 'choice' && subject.indicator.wanted === undefined
  const compared = mainAnswers(answers)
  const several = subject.column.kind === 'choices' ? ['Plusieurs réponses possibles : le total dépasse 100 %.'] : []
  const others = compared.length < answers.length ? ['Les réponses les plus fréquentes seulement.'] : []
  return {
    tables: shareTables(subject, answers, exclusive, compared),
    ...topOf(subject, answers),
    layouts: [
      answersLayout(subject, isScale(subject) ? answers : byFrequency(answers), several),
      ...breakdownLayouts(subject, compared).map((one) => ({ ...one, notes: [...others, ...one.notes] })),
    ],
    week: null,
    silent: true,
  }
}

/** The answer given most often, chosen before disclosure control: when it may not be shown, no other takes its place. */
export function topOf(subject: Subject, answers: Answer[]): Pick<Measured, 'headline' | 'rivals'> {
  const ranked = byFrequency(answers).filter((answer) => !isAside(answer))
  const rivals = ranked.map(({ value, label }) => ({ label, key: answerKey(subject, value) }))
  const top = rivals[0]
  return { headline: top ? { table: tableId(subject, null), key: top.key } : null, rivals }
}

/** Answers worth comparing between groups: given by one person in twenty at least, the six most frequent. */
export function mainAnswers(answers: Answer[]): Answer[] {
  const frequent = byFrequency(answers)
    .filter(({ hits }) => {
      const { base, count } = tally(hits, null)
      return count >= base / 20
    })
    .slice(0, 6)
  return answers.filter((answer) => frequent.includes(answer))
}

/** Most frequent first, those that say « none of these » last; ties keep the order of the questionnaire. */
function byFrequency(answers: Answer[]): Answer[] {
  const counts = new Map(answers.map((answer) => [answer, tally(answer.hits, null).count]))
  return answers.toSorted((a, b) => Number(isAside(a)) - Number(isAside(b)) || counts.get(b)! - counts.get(a)!)
}

// Steps of an amount or a time read in their own order (`min_5`, `de_1_a_2`, `moins_100`, `plus_5`).
const isScale = ({ field }: Subject): boolean => {
  const plain = field.choices.filter((choice) => choice.special !== true)
  return plain.filter((choice) => /\d/.test(choice.text)).length > plain.length / 2
}

export const sharesMeasure = {
  name: 'shares',
  title: 'Répartition des réponses',
  help: 'Combien de personnes ont donné chaque réponse, et laquelle revient le plus.',
  kinds: ['choice', 'choices', 'boolean', 'date'],
  needsWanted: false,
  beside: [],
  sentence: firstSentence,
  easy: 'answers',
  compute: computeShares,
} as const satisfies Measure
