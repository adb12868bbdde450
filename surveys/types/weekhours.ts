/** The hours of a typical week, day by day. */
import { problem } from '../answers/problem.ts'
import { unaskedCover, weekProblem } from '../questionnaire/week.ts'
import { common, flag } from './rules.ts'
import type { TypeRow } from './type.ts'

export const weekhours: TypeRow = {
  title: 'Semaine type',
  help: 'Les horaires, jour par jour, à la demi-heure.',
  part: 'Situer',
  noun: 'semaine type',
  properties: { ...common, coverQuestion: flag },
  own: [{ name: 'coverQuestion:boolean', default: true }],
  labels: {
    coverQuestion: {
      label: 'Demander si chaque moment est couvert',
      help: 'Couvert, difficile, ou sans solution.',
    },
  },
  blank: {},
  kind: 'week',
  verify: (element) => (value, _, path, found) => {
    const message = weekProblem(value, element.coverQuestion !== false)
    if (message !== null) found.push(problem(path, 'week', message))
  },
  seconds: 75,
  paper: 'week',
  invent: ({ coverQuestion }) => [
    { week: null, day: 1, from: 16, to: 36, cover: coverQuestion === false ? unaskedCover : 'covered' },
  ],
}
