import { expect, test } from 'vitest'
import { locate } from '../../../analysis/columns/columns.ts'
import { danfoFrameOf } from '../../../analysis/columns/danfo-frame.ts'
import { designOf } from '../../../analysis/design/design.ts'
import { mean } from '../../../analysis/estimates/mean.ts'
import { share } from '../../../analysis/estimates/share.ts'
import { answerTest, hitsOf } from '../../../analysis/measures/local/population.ts'
import { studyOf, times } from './study.ts'

const { table } = studyOf(
  [
    ...times(30, { garde: 'oui', trajet: 10, qui: ['creche'] }),
    ...times(15, { garde: 'non', trajet: 40, qui: ['creche', 'assmat'] }),
    ...times(5, { garde: null, trajet: null, qui: null }),
  ],
  [],
)
const frame = danfoFrameOf(table)
const design = designOf({ rows: table.rows })
const column = (path: string) => locate(table, path)!.column

test('the share of an answer is the same counted by danfojs and by the engine', () => {
  const counts = frame.column('garde').valueCounts()
  const at = (value: string) => Number(counts.values[counts.index.indexOf(value)] ?? 0)
  const own = share(hitsOf(column('garde'), table.rows, answerTest(column('garde'), 'oui')), design, null)
  expect(at('(sans réponse)')).toBe(5)
  expect(own).toMatchObject({ value: at('oui') / (at('oui') + at('non')), base: 45 })
})

test('the mean of a number is the same, its blanks left out by both', () => {
  const numbers = column('trajet')
  if (numbers.kind !== 'number') throw new Error('trajet is a number')
  expect(mean(numbers.numbers, design, 'minutes', null).value).toBeCloseTo(frame.column('trajet').mean(), 10)
})

test('ticked boxes are columns of zeros and ones, empty where nothing was answered', () => {
  const ticked = frame.column('qui.assmat')
  const own = share(hitsOf(column('qui'), table.rows, answerTest(column('qui'), 'assmat')), design, null)
  expect(ticked.mean()).toBeCloseTo(own.value!, 10)
})
