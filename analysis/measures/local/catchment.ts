/**
 * Catchment of each candidate place: the households that it would suit, and how far they would go.
 *
 * The field is the list of places that would suit; beside it: the longest way accepted, whose answers are in order.
 */

import { answersOf, isAside } from '../answers.ts'
import { answersBeside, fieldAt } from '../beside.ts'
import type { Layout, Measure, Measured, Subject } from '../measure.ts'
import { ending, needed } from '../sentences.ts'
import { separateKey, separateTable } from '../separate.ts'
import { mainAnswers } from '../settled.ts'
import { ranked, topOf } from '../shares.ts'
import { type Answer, answersLayout, breakdownLayouts, shareTables } from '../tables.ts'
import { viewOf } from '../view.ts'

/** @throws RangeError when the way accepted is not beside the places */
export function computeCatchment(subject: Subject): Measured {
  const minutes = subject.indicator.beside?.[0]
  const answersAt = answersBeside(subject, minutes)
  const steps = fieldAt(subject, minutes!)!.choices.filter(({ special }) => special !== true)
  const answers = answersOf(subject)
  const places = answers.filter((answer) => !isAside(answer))
  const view = viewOf(subject, 'trajet', { title: 'Le lieu convient, et le trajet accepté dure au moins' })
  const reached = places.flatMap((place) =>
    steps.map(({ value }, from): Answer => {
      const far = steps.slice(from).map((step) => step.value)
      const hits = Float64Array.from(place.hits, (hit, row) => {
        const given = answersAt(row)
        return Number.isNaN(hit) || given === null ? Number.NaN : Number(hit > 0 && far.includes(given[0]!))
      })
      return { value: `${place.value}@${value}`, label: place.label, hits }
    }),
  )
  const id = `${subject.slug}/${subject.indicator.id}/trajet`
  const key = (place: Answer, at: number) => separateKey(view, `${place.value}@${steps[at]!.value}`)
  const layout: Layout = {
    table: id,
    title: view.indicator.title,
    rowTitle: 'Lieu',
    columns: steps.map(({ text }) => ({ title: text, kind: 'estimate' })),
    rows: places.map((place) => ({ label: place.label, keys: steps.map((_, at) => key(place, at)) })),
    drawn: false,
    notes: [
      'Part des familles intéressées à qui le lieu convient et qui accepteraient un trajet d’au moins cette durée, d’où qu’elles partent.',
    ],
  }
  return {
    tables: [...shareTables(subject, answers), separateTable(view, id, reached)],
    ...topOf(subject, answers),
    layouts: [
      ranked(
        answersLayout(subject, answers, ['Plusieurs réponses possibles : le total dépasse 100 %.']),
        subject,
        answers,
        { by: 'share' },
      ),
      layout,
      ...breakdownLayouts(subject, answers).map((one) => ranked(one, subject, answers, mainAnswers)),
    ],
    week: null,
    silent: true,
  }
}

export const catchmentMeasure = {
  name: 'catchment',
  title: 'Bassin d’un lieu',
  help: 'À combien de foyers chaque lieu conviendrait, et jusqu’où ils iraient.',
  kinds: ['choices'],
  needsWanted: false,
  beside: [needed('le trajet accepté')],
  sentence: `Le lieu {top} conviendrait à {value} des familles répondantes${ending}`,
  easy: 'answers',
  compute: computeCatchment,
} as const satisfies Measure
