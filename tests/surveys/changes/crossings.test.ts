import { expect, test } from 'vitest'
import { crossedBetween } from '../../../surveys/changes/crossings.ts'
import { moveElement, removeElement, setProperty } from '../../../surveys/edit/elements.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { draft } from '../edit/draft.ts'

const rowsOf = (mine: Questionnaire, theirs: Questionnaire) =>
  crossedBetween(draft, mine, theirs).asked.map(({ where, rows }) => [where, ...rows])

test('only what crosses is said, with both beside each other', () => {
  const mine = { ...setProperty(draft, 'garde', 'title', 'Une garde, chez vous ?'), summary: 'Les modes de garde' }
  const theirs = setProperty(setProperty(draft, 'garde', 'title', 'Qui garde ?'), 'prefere', 'isRequired', true)
  expect(rowsOf(mine, theirs)).toEqual([
    [
      'Question «\u202fUne garde, chez vous ?\u202f»',
      { what: 'Titre', mine: 'Une garde, chez vous ?', theirs: 'Qui garde ?', language: 'fr' },
    ],
  ])
})

test('a removal and an order are said in words', () => {
  const gone = removeElement(draft, 'prefere')
  expect(rowsOf(gone, setProperty(draft, 'prefere', 'title', 'Lequel ?'))).toEqual([
    ['Question «\u202fLequel ?\u202f»', { what: 'Retrait', mine: 'Retirer', theirs: 'Garder, avec ce qui a changé' }],
  ])
  const page = { kind: 'page', path: 'accueil' } as const
  const [one] = rowsOf(moveElement(draft, 'modes', page, 0), moveElement(draft, 'prefere', page, 0))
  expect(one![1]).toMatchObject({ what: 'Ordre', mine: expect.stringMatching(/^Question .* · /) })
})

test('what is said to nobody is asked of nobody', () => {
  const mine = setProperty(draft, 'garde', 'title', 'Qui garde ?')
  const { asked, choices } = crossedBetween(draft, mine, setProperty(draft, 'garde', 'title', 'Qui  garde ?'))
  expect([asked, [...choices.values()]]).toEqual([[], ['mine']])
})
