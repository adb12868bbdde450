import { expect, test } from 'vitest'
import type { Noise } from '../../../analysis/disclosure/perturbation.ts'
import { questionsOf } from '../../../analysis/explore/questions.ts'
import { burtOf } from '../../../analysis/typology/burt.ts'
import { activeQuestion, protectedBurt } from '../../../analysis/typology/protected-burt.ts'
import { studyOf, times, unperturbed } from '../columns/study.ts'

const subjects = questionsOf(
  studyOf(
    [
      ...times(60, { garde: 'oui', voiture: true }),
      ...times(40, { garde: 'non', voiture: true }),
      ...times(70, { garde: 'non', voiture: false }),
      ...times(12, { garde: 'parfois', voiture: false }),
      ...times(5, { garde: null, voiture: true }),
    ],
    [],
  ),
)
const [garde, voiture] = ['garde', 'voiture'].map((path) => subjects.find(({ field }) => field.path === path)!)
const { table: rows, design } = garde!
const within = new Uint8Array(rows.rows).fill(1)
const active = (noise: Noise) => [garde!, voiture!].map((subject) => activeQuestion(subject, { rows, within, noise }))

test('an answer counts when thirty people gave it, true and published; a rare one has no place', () => {
  const [own] = active(unperturbed)
  expect([own!.labels, own!.rare, own!.isTogether, own!.answered]).toEqual([['OUI', 'NON'], ['PARFOIS'], false, 182])
  const few: Noise = ({ people }) => (people === 60 ? 29 : people)
  // too few of them by the published count: with the rare ones, they count together
  expect(active(few)[0]).toMatchObject({ labels: ['NON', 'Autres réponses'], isTogether: true })
})

test('without noise it is the Burt table; with it, each pair is a published count over the published whole', () => {
  const questions = active(unperturbed)
  const exact = burtOf(questions, design.weights)
  const burt = (noise: Noise) => protectedBurt(questions, design.weights, { rows, within, noise })
  expect(burt(unperturbed)).toEqual(exact)
  const five: Noise = ({ people }) => (people === 0 ? 0 : people + 5)
  const { shares, pairs } = burt(five)
  expect([...shares]).toEqual([65, 115, 110, 87].map((count) => expect.closeTo(count / 192, 12)))
  // « oui » with a car, and without: nobody stays nobody
  expect([pairs[2], pairs[3]]).toEqual([expect.closeTo(65 / 192, 12), 0])
})
