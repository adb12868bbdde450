import { expect, test } from 'vitest'
import { found } from '../../../client/results/explorer/Search.tsx'

const questions = ['Vos horaires de travail', 'L’âge de vos enfants', 'Un accueil à quels horaires ?'].map((title) => ({
  title,
}))
const titles = (typed: string) => found(questions, typed).map(({ title }) => title)

test('a question is found by any of its words, with or without accents, in the order of the questionnaire', () => {
  expect(titles('HORAIRES')).toEqual(['Vos horaires de travail', 'Un accueil à quels horaires ?'])
  expect(titles('lage enf')).toEqual(['L’âge de vos enfants'])
  expect(titles('horaires accueil')).toEqual(['Un accueil à quels horaires ?'])
  expect(titles('  ')).toEqual([])
  expect(titles('piscine')).toEqual([])
  // « prix » found nothing: the question says « tarif »
  expect(found([{ title: 'À ce tarif, inscririez-vous votre enfant ?', path: 'prix_alae' }], 'prix')).toHaveLength(1)
  expect(found([{ title: 'Pouvez-vous continuer ainsi ?', theme: 'Modes de garde' }], 'garde')).toHaveLength(1)
})
