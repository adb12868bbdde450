import { expect, test } from 'vitest'
import { type Cells, cellsReader, scalesOf } from '../../../analysis/flags/cells.ts'
import { nearDuplicates } from '../../../analysis/flags/duplicates.ts'
import { straightLined } from '../../../analysis/flags/straight.ts'
import { respondentsOf } from '../../../surveys/people/person.ts'
import { seeded } from '../../../surveys/people/random.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'

const synthetic = (slug: string, people: number, seed = 7) => {
  const questionnaire = founding().find((one) => one.slug === slug)!
  const [next, random, read] = [respondentsOf(questionnaire), seeded(seed), cellsReader(questionnaire)]
  return { questionnaire, responses: Array.from({ length: people }, () => read(next(random).answers)) }
}

test.each(founding().map(({ slug }) => slug))(
  'of four hundred people who answer %s for themselves, nobody is taken for another',
  (slug) => {
    const { questionnaire, responses } = synthetic(slug, 400)
    expect(nearDuplicates(responses)).toEqual([])
    expect(straightLined(responses, scalesOf(questionnaire))).toEqual([])
  },
)

test('five hundred copies that each change one answer are one group, and the families beside them are not in it', () => {
  const { responses } = synthetic('familles', 100)
  const copies = Array.from({ length: 500 }, (_, copy) =>
    responses[0]!.map((cell, place) => (place === copy % 39 ? responses[1 + (copy % 99)]![place]! : cell)),
  )
  const groups = nearDuplicates([...responses, ...copies])
  expect(groups).toHaveLength(1)
  expect(groups[0]!.filter((response) => response >= 100).length).toBeGreaterThan(475)
  expect(groups[0]!.filter((response) => response < 100)).toEqual([0])
})

test('the same long response twice is a pair; a response that says what everybody says is not', () => {
  const { responses } = synthetic('jeunes-16-25', 60)
  expect(nearDuplicates([...responses, responses[3]!])).toEqual([[3, 60]])
  const no: Cells = Array.from({ length: 30 }, () => '"non"')
  const others = Array.from({ length: 200 }, (_, one) => no.map((cell, place) => (place === one % 30 ? '"oui"' : cell)))
  expect(nearDuplicates([no, no, no, ...others])).toEqual([])
})

test('nothing, one response and blank responses are no duplicates', () => {
  expect(nearDuplicates([])).toEqual([])
  expect(nearDuplicates([['a', null]])).toEqual([])
  const blank: Cells = Array.from({ length: 30 }, () => null)
  expect(nearDuplicates([blank, blank, blank])).toEqual([])
  expect(straightLined([blank], [[0, 1, 2, 3, 4, 5, 6]])).toEqual([])
})

test('one rare sign all along a grid is straight-lining; a common one, or a varied grid, is not', () => {
  const scales = [[0, 1, 2, 3, 4, 5, 6, 7]]
  const row = (sign: string): Cells => Array.from({ length: 8 }, () => sign)
  const varied = Array.from(
    { length: 60 },
    (_, one): Cells => Array.from({ length: 8 }, (_, place) => 'abcd'[(one * 7 + place * place) % 4]!),
  )
  expect(straightLined([...varied, row('e')], scales)).toEqual([60])
  expect(
    straightLined(
      Array.from({ length: 60 }, () => row('a')),
      scales,
    ),
  ).toEqual([])
})
