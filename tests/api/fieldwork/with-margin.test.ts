import { expect, test } from 'vitest'
import { withMargin } from '../../../api/fieldwork/follow.ts'
import { missingIn } from '../../../api/fieldwork/waiting.ts'
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
  expect(compared.some(({ isMissing }) => isMissing)).toBe(false)
  expect(withMargin(rows, undefined).map(({ share }) => share)).toEqual([69, 23, 8])
})

test('a group is missing five points under its share, ten while responses are few', () => {
  expect(isFarBelow({ share: 29, known: 36 }, 1200)).toBe(true)
  expect(isFarBelow({ share: 29, known: 36 }, 40)).toBe(false)
  expect(isFarBelow({ share: null, known: 12 }, 40)).toBe(true)
  expect(isFarBelow({ share: 29, known: null }, 1200)).toBe(false)
})

// Suivre said « Lavaur » above and « Lavaur et Saint-Sulpice » below, the list « – »: one row says it for all of them
test('who is missing is said once, of zones and of other groups alike', () => {
  const few = withMargin(
    [
      { name: 'Nord', count: 300 },
      { name: 'Sud', count: 100 },
    ],
    new Map([
      ['nord', 50],
      ['sud', 50],
    ]),
  )
  expect(few.map(({ isMissing }) => isMissing)).toEqual([false, true])
  const missing = missingIn({
    samples: [
      { name: 'zone', title: 'Zone', rows: few, people: 'ménages', source: '' },
      { name: 'foyer', title: 'Vous vivez', rows: few, people: 'ménages', source: '' },
    ],
  })
  expect(missing.map(({ name, title, isZone }) => [name, title, isZone])).toEqual([
    ['Sud', 'Zone', true],
    ['Sud', 'Vous vivez', false],
  ])
})
