import { expect, test } from 'vitest'
import { sectionsOf } from '../../../client/code/own.ts'

const line = (of: string, title: string) => ({ of, title, texts: [] })

// the children stood behind everything else
test('one’s own answers stand in the order of the questionnaire, each child where it was described', () => {
  const lines = [line('', 'a'), line('Enfant 1', 'b'), line('Enfant 2', 'b'), line('', 'c'), line('', 'd')]
  expect(sectionsOf(lines).map(({ of, lines }) => [of, lines.length])).toEqual([
    ['', 1],
    ['Enfant 1', 1],
    ['Enfant 2', 1],
    ['', 2],
  ])
  expect(sectionsOf([])).toEqual([])
})
