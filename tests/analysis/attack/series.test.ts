import { describe, expect, test } from 'vitest'
import { crosstabsOf, isMixed } from '../../../analysis/attack/crosstab.ts'
import { mixedIn, strayIn, written } from '../../../analysis/attack/documents.ts'
import { type Asked, baseOf, givenIn, keptFrom } from '../../../analysis/attack/explorer.ts'
import { cellKey, type Mechanism, noNoise } from '../../../analysis/attack/mechanism.ts'
import { sizeOf } from '../../../analysis/attack/people.ts'
import { seriesOf } from '../../../analysis/attack/series.ts'
import { attackSums } from '../../../analysis/attack/waiting.ts'
import { partByShort, worldOf } from '../../../analysis/attack/world.ts'
import { firstVersion } from '../../surveys/first-version.ts'
import { asked, crossing, from, set } from './by-hand.ts'

const world = worldOf(firstVersion('jeunes-11-15'), 150, 3, partByShort)
// without noise what is printed is what the people behind it said
const series = seriesOf(world, noNoise)
const printed = series.flatMap((publication, number) =>
  publication.asked.flatMap((question) =>
    question.crossings.flatMap((one) =>
      one.bases.flatMap((base, column) => (base === null ? [] : [{ number, question, one, column }])),
    ),
  ),
)
const kept = printed.filter(({ question, one, column }) => keptFrom({ question, crossing: one, column }))

describe('a series of publications', () => {
  test('prints the groups that wait as they were, until the zones are drawn afresh', () => {
    expect(new Set(kept.map(({ number }) => number))).toEqual(new Set([1, 2, 3]))
    for (const { number, question, one, column } of kept) {
      const choice = one.by!.choices[column]!
      expect(series[number]!.day > choice.day!).toBe(true)
      const then = keptFrom({ question, crossing: one, column })!
      expect(one.bases[column]).toBe(then.crossing.bases[then.column])
    }
    const days = series.map(({ published }) => published.tables.flatMap(({ figures }) => figures.map(({ day }) => day)))
    expect(days.map((own) => own.some((day) => day !== undefined))).toEqual([false, true, true, true, false])
  })

  test('counts behind each column the people of its day', () => {
    const wrong = printed.flatMap(({ question, one, column }) =>
      one.answers.flatMap(({ value }, line) => {
        const share = one.shares[column]![line]
        if (typeof share !== 'number' || question.isPanel) return []
        const all = sizeOf(baseOf(question, one, column))
        const said = (100 * sizeOf(givenIn(question, one, column, value))) / all
        return Math.abs(said - share) > 0.5 + 1e-9 ? [{ by: one.by?.path, column, said, share }] : []
      }),
    )
    expect(wrong).toEqual([])
  })

  test('is read with its days: what is kept adds up to a whole that others joined', () => {
    const mixed = [...crosstabsOf(series[3]!.asked, noNoise, [], () => true, isMixed)]
    expect(mixed.length).toBeGreaterThan(10)
    expect(mixed.every(({ columnsLeft }) => columnsLeft)).toBe(true)
    expect(mixed.some(({ gone }) => gone > 0)).toBe(true)
  })
})

test('documents of a day keep figures of another, which are read with the counts of then', async () => {
  const [first, , , dated] = seriesOf(world, noNoise)
  const files = await written([dated!], noNoise)
  expect(strayIn(files)).toEqual([])
  const crosstabs = mixedIn(files, dated!, noNoise)
  expect(crosstabs.length).toBeGreaterThan(3)
  const cells = crosstabs.flatMap(({ prints, truth, width, isPanel }) =>
    isPanel
      ? []
      : [...truth].flatMap((count, cell) => {
          const [range, base] = [prints[0]!.cells[cell], prints[0]!.bases[cell % width]]
          return range && base
            ? [{ count, least: ((range.from - 1) * (base - 3)) / 100, most: ((range.to + 1) * (base + 3)) / 100 }]
            : []
        }),
  )
  expect(cells.filter(({ count, least, most }) => count < least || count > most)).toEqual([])
  expect(mixedIn(files, first!, noNoise)).toEqual([])
})

describe('a whole of today less its groups, of which one is of yesterday', () => {
  // person 39 joined the first group, which waits, and said yes as eleven of forty do
  const groups = (last: number) => ({
    garde: {
      oui: set(...from(0, 4), ...from(20, 24), ...(last === 39 ? [39] : [])),
      non: set(...from(5, 19), ...from(25, 38)),
    },
    zone: { nord: set(...from(0, 19)), sud: set(...from(20, 38)) },
  })
  const shares = (yes: number[]) => yes.map((one) => [one, 100 - one])
  const byZone = crossing('zone', ['nord', 'sud'], ['oui', 'non'], [20, 20], shares([25, 26]))
  const questionOf = (last: number, yes: number, byZone: Asked['crossings'][number], before?: Asked) =>
    asked(
      {
        path: 'garde',
        crossings: [crossing(null, [''], ['oui', 'non'], [40], shares([yes])), byZone],
        ...(before ? { before } : {}),
      },
      groups(last),
    )
  const yesterday = questionOf(38, 26, byZone)
  const { by, ...rest } = byZone
  const precision = { worth: 1, peoplePerAnswer: 1, noise: 5 }
  const dated = {
    ...rest,
    by: { ...by!, choices: by!.choices.map((one, at) => (at === 0 ? { ...one, day: '2026-03-02', precision } : one)) },
  }
  const attacked = (mechanism: Mechanism) => {
    const tally = { cells: 0, sum: 0, sure: 0 }
    attackSums([{ asked: [yesterday] }, { asked: [questionOf(39, 28, dated, yesterday)] }], mechanism, tally)
    return tally
  }

  test('tells without noise what the one who waits said, and with noise hardly more than chance', () => {
    expect(attacked(noNoise)).toMatchObject({ cells: 1, sure: 1 })
    const { cells, sum, sure } = attacked(cellKey)
    expect({ cells, sure }).toEqual({ cells: 1, sure: 0 })
    expect(sum).toBeLessThan(0.45)
  })
})
