import { expect, test } from 'vitest'
import { withMargin } from '../../../api/fieldwork/follow.ts'
import { isFarBelow } from '../../../surveys/thresholds.ts'

const rows = [
  { name: 'En couple', count: 830 },
  { name: 'Seul', count: 270 },
  { name: 'Non précisé', count: 100 },
]

// couples were said to be missing, 69 % for 74 %: those who had not said made them look few
test('beside who lives here, shares are of those who said it; the others have none', () => {
  const compared = withMargin(
    rows,
    new Map([
      ['en couple', 740],
      ['seul', 260],
    ]),
  )
  expect(compared.map(({ share, known }) => [share, known])).toEqual([
    [75, 74],
    [25, 26],
    [null, null],
  ])
  expect(compared.some((row) => isFarBelow(row, 1200))).toBe(false)
  expect(withMargin(rows, undefined).map(({ share }) => share)).toEqual([69, 23, 8])
})

test('a group is missing five points under its share, ten while responses are few', () => {
  expect(isFarBelow({ share: 29, known: 36 }, 1200)).toBe(true)
  expect(isFarBelow({ share: 29, known: 36 }, 40)).toBe(false)
  expect(isFarBelow({ share: null, known: 12 }, 40)).toBe(true)
  expect(isFarBelow({ share: 29, known: null }, 1200)).toBe(false)
})
