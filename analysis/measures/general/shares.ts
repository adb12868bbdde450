/** Shares: how many gave each answer; the headline is the answer given most often. */
import { isNamedPlace } from '../../../surveys/questionnaire/elements.ts'
import { answersOf, areSteps, isAside } from '../answers.ts'
import type { Layout, Measure, Measured, RowOrder, Subject } from '../measure.ts'
import { firstSentence } from '../sentences.ts'
import { mainAnswers } from '../settled.ts'
import { type Answer, answerKey, answersLayout, breakdownLayouts, shareTables, tableId } from '../tables.ts'

export function computeShares(subject: Subject): Measured {
  const answers = answersOf(subject, subject.indicator.wanted)
  const several = subject.column.kind === 'choices' ? ['Plusieurs réponses possibles : le total dépasse 100 %.'] : []
  const whole = answersLayout(subject, answers, several)
  const compared = answers.filter((answer) => !isNamedPlace(answer))
  return {
    tables: shareTables(subject, answers, compared),
    ...topOf(subject, answers),
    layouts: [
      isScale(subject) ? whole : ranked(whole, subject, answers, { by: 'share' }),
      ...breakdownLayouts(subject, compared).map((layout) => {
        const own = ranked(layout, subject, compared, mainAnswers)
        return compared.length < answers.length ? { ...own, notes: [namedNote, ...own.notes] } : own
      }),
    ],
    week: null,
    silent: true,
  }
}

const namedNote =
  'Les lieux désignés par leur nom ne sont pas comparés entre les groupes : ce tableau porte sur les autres réponses.'

/** Which answer comes first is read from the published shares. */
export function topOf(subject: Subject, answers: Answer[]): Pick<Measured, 'headline' | 'rivals' | 'asides'> {
  const phraseOf = ({ value }: Answer) => subject.indicator.phrases?.[value]
  const placed = ({ value, label }: Answer) => ({
    label,
    table: tableId(subject, null),
    key: answerKey(subject, value),
  })
  const leads = (answer: Answer) => !isAside(answer) && phraseOf(answer) !== null && !isFrame(phraseOf(answer))
  return {
    headline: null,
    rivals: answers.filter(leads).map((answer) => {
      const phrase = phraseOf(answer)
      return { ...placed(answer), ...(phrase ? { phrase } : {}) }
    }),
    asides: answers
      .filter((answer) => !leads(answer) && answer.value !== 'other')
      .map((answer) => {
        const frame = phraseOf(answer)
        return { ...placed(answer), ...(isFrame(frame) ? { frame } : {}) }
      }),
  }
}

/** A phrase that says its figure is a sentence of its own. */
const isFrame = (phrase: string | null | undefined): phrase is string => phrase?.includes('{value}') === true

/** A layout with a row an answer, in an order; those that say « none of these » come last. A layout of groups stays as it is. */
export function ranked(layout: Layout, subject: Subject, answers: Answer[], order: Omit<RowOrder, 'table'>): Layout {
  if (layout.rows.length !== answers.length || layout.rows.some(({ label }, at) => label !== answers[at]!.label))
    return layout
  const isKnown = (answer: Answer) => order.by === 'given' || !isAside(answer)
  const rows = layout.rows.map((row, at) =>
    isKnown(answers[at]!) ? { ...row, rank: answerKey(subject, answers[at]!.value) } : row,
  )
  return { ...layout, rows, order: { ...order, table: tableId(subject, null) } }
}

const isScale = ({ field }: Subject): boolean =>
  areSteps(field.choices.filter((choice) => choice.special !== true).map(({ text }) => text))

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
