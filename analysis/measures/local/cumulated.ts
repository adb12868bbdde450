/**
 * Cumulated: answers that follow one another (minutes, prices, hours), added up in their order: « au plus 10 minutes ».
 *
 * The headline is the first step that half of those who answered have reached, computed from the published shares of the
 * steps, so that it tells nothing more than they do.
 */
import { type Precision, publishedEstimate } from '../../disclosure/interval.ts'
import type { Figures } from '../../disclosure/published-figure.ts'
import type { MaybeEstimate } from '../../estimates/estimate.ts'
import { nested } from '../../estimates/nested.ts'
import { estimateCell, estimateOf } from '../../findings/presentation.ts'
import { answersOf, isAside } from '../answers.ts'
import type { Measure, Measured, Subject } from '../measure.ts'
import { ending } from '../sentences.ts'
import { type Answer, answerKey, answersLayout, breakdownLayouts, shareTables, tableId } from '../tables.ts'

/** Published shares are whole percents: the variance of what rounding took or gave. */
const rounding = 0.01 ** 2 / 12

export function computeCumulated(subject: Subject): Measured {
  const { indicator } = subject
  const answers = answersOf(subject)
  const steps = stepsOf(answers, indicator.wanted)
  const table = tableId(subject, null)
  const placeOf = ({ value }: Answer) => ({ table, key: answerKey(subject, value) })
  const cumulated = (figures: Figures) =>
    cumulate(
      steps.map((step) => estimateOf(figures(table, placeOf(step).key))),
      figures.precision(table),
    )
  return {
    tables: shareTables(subject, answers),
    headline: placeOf(steps[0]!),
    rivals: [],
    layouts: [answersLayout(subject, answers), ...breakdownLayouts(subject, answers)],
    week: null,
    silent: true,
    settle: (figures) => {
      const sums = cumulated(figures)
      const at = halfAt(sums)
      const { value, label } = steps[at]!
      const phrase = indicator.phrases?.[value]
      return {
        rivals: [{ ...placeOf(steps[at]!), label, ...(phrase ? { phrase } : {}) }],
        summary: () => sums[at]!,
      }
    },
    consequences: (figures) => ({
      grids: [
        {
          title: sumsTitle,
          base: 'D’après les parts publiées',
          columns: ['Jusqu’à', 'Part'],
          rows: cumulated(figures)
            .slice(0, -1)
            .map((sum, at) => ({ label: steps[at]!.label, cells: [estimateCell(sum)] })),
          notes: [],
        },
      ],
      sentences: [],
      limits: [],
    }),
  }
}

/** Above the running sums. */
export const sumsTitle = 'Parts additionnées, dans l’ordre des réponses'

/** In the order the indicator gives, else that of the question. */
function stepsOf(answers: readonly Answer[], wanted: readonly string[] = []): Answer[] {
  const ordered = wanted.flatMap((value) => answers.find((answer) => answer.value === value) ?? [])
  return ordered.length > 0 ? ordered : answers.filter((answer) => !isAside(answer))
}

/** The first step with half of the answers; the last but one where only all steps together have it. */
function halfAt(sums: readonly MaybeEstimate[]): number {
  const found = sums.findIndex(({ value }) => value !== null && value >= 0.5)
  return Math.max(0, Math.min(found < 0 ? sums.length : found, sums.length - 2))
}

/**
 * Running sums of published shares of one base, each with its interval: the noise and the rounding of every share in it.
 *
 * @param shares in order, fractions in [0, 1]
 * @param precision of their table
 * @returns one per share; once a share is not published, no sum with it is
 * @example
 * cumulate([a20, a50, a30], precision).map(({ value }) => value) // [0.2, 0.7, 1]
 */
export function cumulate(shares: readonly MaybeEstimate[], precision: Precision): MaybeEstimate[] {
  const sums = shares.map((_, at): MaybeEstimate => {
    const within = shares.slice(0, at + 1)
    const sum = within.reduce((total, { value }) => total + (value ?? Number.NaN), 0)
    const [first] = within
    if (Number.isNaN(sum) || first!.value === null) return { value: null, why: 'too-few', base: 0 }
    const people = precision.peoplePerAnswer * first!.base
    const noise = within.length * (precision.noise + rounding * people ** 2)
    return publishedEstimate(Math.min(1, sum), first!.base, { ...precision, noise })
  })
  // the noise of each more share widens a sum: it may not begin below what it holds
  return nested(sums)
}

export const cumulatedMeasure = {
  name: 'cumulated',
  title: 'Réponses qui se suivent, additionnées',
  help: 'Pour des minutes, des prix, des heures : le premier niveau que la moitié des personnes atteint, et combien cela fait avec les niveaux d’avant.',
  kinds: ['choice'],
  needsWanted: false,
  beside: [],
  sentence: `Pour {value} des personnes répondantes, la réponse est au plus {top}${ending}`,
  easy: 'none',
  compute: computeCumulated,
} as const satisfies Measure
