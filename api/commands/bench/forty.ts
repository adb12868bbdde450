/** A questionnaire of 40 questions of every ordinary kind, and responses that fit it: what the benchmarks of the validator and of the intake measure with. */
import { randomUUID } from 'node:crypto'
import type { Answers, SentResponse } from '../../../surveys/answers/response.ts'
import type { DefinitionElement, Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'

const choices = ['a', 'b', 'c', 'd', 'e'].map((value) => ({ value, text: `Choix ${value}` }))
const shared = { objectives: [1], sensitivity: 'ordinary' }
const title = (index: number) => `Question ${index}`

/** Eight kinds, five times each; every second one of the later rounds hangs on an earlier answer. */
const kinds: ((index: number) => { type: string } & Record<string, unknown>)[] = [
  () => ({ type: 'radiogroup', choices, isRequired: true }),
  () => ({ type: 'checkbox', choices, showNoneItem: true, maxSelectedChoices: 3 }),
  () => ({ type: 'text', inputType: 'number', min: 0, max: 100 }),
  () => ({ type: 'text', inputType: 'text', maxLength: 100 }),
  () => ({ type: 'rating', rateMin: 1, rateMax: 5 }),
  () => ({ type: 'boolean' }),
  () => ({ type: 'dropdown', choices, showOtherItem: true }),
  (index) => ({ type: 'comment', maxLength: 500, visibleIf: `{q${index - 7}} = 'a'` }),
]

const elements: DefinitionElement[] = Array.from({ length: 40 }, (_, index) => ({
  name: `q${index}`,
  title: title(index),
  ...shared,
  ...kinds[index % 8]!(index),
}))

const lines = ['who', 'why', 'basis', 'optional', 'recipients', 'retention', 'rights']

export const forty: Questionnaire = {
  slug: 'mesure-40',
  version: 1,
  title: 'Mesure',
  summary: 'Quarante questions pour mesurer le serveur.',
  audience: 'everyone',
  audienceText: 'Personne',
  minutes: 8,
  unit: 'persons',
  notice: { lines: lines.map((id) => ({ id, title: id, text: id })) },
  parameters: [],
  assigned: [],
  indicators: [],
  definition: {
    pages: [0, 1, 2, 3, 4].map((page) => ({ name: `p${page}`, elements: elements.slice(8 * page, 8 * page + 8) })),
  },
}

const answer: ((turn: number) => unknown)[] = [
  (turn) => choices[turn % 5]!.value,
  (turn) => (turn % 4 === 0 ? ['aucun'] : [choices[turn % 5]!.value, choices[(turn + 1) % 5]!.value]),
  (turn) => turn % 101,
  (turn) => `Commune ${turn}`,
  (turn) => 1 + (turn % 5),
  (turn) => turn % 2 === 0,
  (turn) => (turn % 5 === 0 ? null : choices[turn % 5]!.value),
  () => 'Les horaires de l’accueil du matin ne vont pas avec ceux de mon travail.',
]

/** @param turn responses of different turns differ */
export function answersOfTurn(turn: number): Answers {
  const answers: Answers = {}
  for (let index = 0; index < 40; index++) {
    const isHidden = index % 8 === 7 && answers[`q${index - 7}`] !== 'a'
    if (!isHidden) answers[`q${index}`] = answer[index % 8]!(turn + index)
  }
  return answers
}

export const responseOfTurn = (turn: number): SentResponse => ({
  id: randomUUID(),
  questionnaire: forty.slug,
  version: forty.version,
  mode: 'web',
  channel: '',
  language: 'fr',
  answers: answersOfTurn(turn),
})
