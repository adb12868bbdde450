import { expect, test } from 'vitest'
import type { analyse } from '../../../api/wire/public.ts'
import { rowsOf } from '../../../client/results/csv.ts'

const share = (value: number, base: number) => ({
  value,
  low: value - 0.1,
  high: value + 0.1,
  base,
  effectiveBase: base,
})
const cell = (zone: string, value: number) => ({ dims: { zone, reponse: 'oui' }, estimate: share(value, 100) })

// the chart showed everybody beside the groups, the spreadsheet did not
test('a question divided by groups takes the figures of everybody with it', () => {
  const explored = {
    title: 'Garde',
    who: ['famille', 'familles'],
    lists: [{ path: 'zone', title: 'Zone', choices: ['Nord', 'Sud'].map((text) => ({ value: text, text })), left: [] }],
    answers: [{ value: 'oui', label: 'Oui' }],
    cells: [cell('Nord', 0.4), cell('Sud', 0.3)],
    whole: [{ answer: 'oui', estimate: share(0.35, 400) }],
    publication: { number: 3 },
    mention: '',
    isWholeOnly: false,
  } as unknown as analyse.Explored
  const rows = rowsOf(explored)
  expect(rows.slice(1, 4).map((row) => [row[0], row[2], row[5]])).toEqual([
    ['Ensemble', '0,35', '400'],
    ['Nord', '0,4', '100'],
    ['Sud', '0,3', '100'],
  ])
})
