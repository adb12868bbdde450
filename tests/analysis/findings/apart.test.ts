import { expect, test } from 'vitest'
import type { Finding } from '../../../analysis/findings/finding.ts'
import { apartLimits, besideLimit } from '../../../analysis/findings/limits.ts'
import { indicator, small } from '../columns/study.ts'

const share = (field: string, id: string, ...wanted: string[]) => indicator({ field, measure: 'share', wanted, id })
const questionnaire = {
  ...small,
  indicators: [
    share('garde', 'utile', 'oui', 'parfois'),
    share('garde', 'sans', 'non'),
    share('garde', 'ferme', 'oui'),
    share('qui', 'creche', 'creche'),
    share('qui', 'assmat', 'assmat', 'creche'),
    share('sante', 'adaptee', 'oui'),
  ],
}
const told = (...ids: string[]) =>
  ids.map(
    (id) => ({ indicator: id, estimate: { value: 0.4, unit: 'share' } }) as Pick<Finding, 'indicator' | 'estimate'>,
  )
const all = told('utile', 'sans', 'creche', 'assmat', 'adaptee')
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const said = (id: string, findings = all, isExplored = true) =>
  apartLimits(questionnaire, findings, { indicator: id, isExplored }).map(plain)

const protectedApart = 'Chaque chiffre est arrondi et légèrement modifié à part, pour que personne ne soit reconnu'

// 43 % « utile » and 66 % without a need: 109 %; and 40 % beside 16 + 16 in the explorer
test('a finding says that it does not add up, only where it can be seen', () => {
  expect(said('utile')).toEqual([
    `${protectedApart} : celui-ci peut différer de la somme de ses réponses dans « Explorer » ; avec un autre résultat de la même question, il peut dépasser 100 % ou ne pas l’atteindre.`,
  ])
  expect(said('sans')).toEqual([
    `${protectedApart} : avec un autre résultat de la même question, il peut dépasser 100 % ou ne pas l’atteindre.`,
  ])
  expect(said('utile', told('utile'))).toEqual([
    `${protectedApart} : celui-ci peut différer de la somme de ses réponses dans « Explorer ».`,
  ])
  // no table of it in the explorer, and nothing beside it
  expect(said('utile', told('utile'), false)).toEqual([])
  // part of the answers of the other: nobody adds them up
  expect(said('ferme', told('utile', 'ferme'))).toEqual([])
  // several answers a person, one answer alone
  for (const id of ['creche', 'assmat', 'adaptee']) expect(said(id)).toEqual([])
  // without a figure nothing is added
  expect(
    said('sans', [...told('sans'), { indicator: 'utile', estimate: { value: null, why: 'too-few', base: 0 } }]),
  ).toEqual([])
})

test('findings of one question side by side say it once', () => {
  expect(plain(besideLimit(questionnaire, all) ?? '')).toBe(
    `${protectedApart} : deux résultats d’une même question peuvent ensemble dépasser 100 % ou ne pas l’atteindre, et différer de la somme des réponses dans « Explorer ».`,
  )
  expect(besideLimit(questionnaire, told('utile', 'creche', 'assmat'))).toBeNull()
})
