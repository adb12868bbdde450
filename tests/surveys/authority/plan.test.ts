import { expect, test } from 'vitest'
import { withEvidence } from '../../../analysis/evidence/asked.ts'
import { coverage } from '../../../analysis/findings/coverage.ts'
import { actions, axes, objectives, orientations, planTree } from '../../../surveys/authority/plan.ts'
import { acronymsIn, blockOf, blocks, linesOf, planYears, transverseLines } from '../../../surveys/authority/printed.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)
const numbers = (rows: readonly { number: number }[]) => rows.map((row) => row.number)

test('the plan has 4 axes, 9 orientations, 16 actions and 38 objectives, each once and in order', () => {
  expect(numbers(axes())).toEqual(upTo(4))
  expect(numbers(orientations())).toEqual(upTo(9))
  expect(numbers(actions())).toEqual(upTo(16))
  expect(numbers(objectives())).toEqual(upTo(38))
  expect(actions().flatMap((action) => action.objectives)).toEqual(upTo(38))
})

test('the rows that slipped in the scan are back under their action', () => {
  const actionOf = (number: number) => objectives()[number - 1]!.action
  expect([13, 14, 15, 16, 17].map(actionOf)).toEqual([4, 5, 6, 7, 7])
  expect(objectives()[12]!.theme).toBe('Enfance')
  expect(objectives()[4]!.theme).toBe('Petite Enfance')
})

test('start years are those the plan prints, and none where it prints none', () => {
  const starting = (year: number | null) => numbers(objectives().filter((objective) => objective.start === year))
  expect(starting(2023)).toEqual([31])
  expect(starting(2024)).toEqual([1, 3, 11, 16, 17, 18, 22, 23, 24, 30, 33])
  expect(starting(2025)).toEqual([9, 12, 13, 15, 20, 25, 26, 27, 28, 29, 32, 34, 37, 38])
  expect(starting(null)).toEqual([2, 4, 5, 6, 7, 8, 10, 14, 19, 21, 35, 36])
})

test('each action serves the orientation whose heading the plan prints over it: none is deduced', () => {
  expect(actions().map((action) => action.orientations)).toEqual(
    [1, 1, 1, 4, 4, 4, 5, 5, 5, 2, 2, 3, 3, 7, 7, 6].map((orientation) => [orientation]),
  )
  expect(actions().map(({ number }) => blockOf(number)?.orientation)).toEqual(
    actions().map((action) => action.orientations[0]),
  )
  expect(blocks().flatMap((block) => block.actions)).toEqual(upTo(16))
  expect(actions().filter((action) => action.orientationDeduced)).toEqual([])
})

test('the seven lines of the transverse axis are carried by objectives that exist, and reach orientations 8 and 9', () => {
  const lines = transverseLines()
  expect(numbers(lines)).toEqual(upTo(7))
  expect(lines.every(({ proposed, axis }) => proposed && axes()[axis - 1]!.transverse)).toBe(true)
  expect(lines.flatMap((line) => line.objectives).filter((one) => !numbers(objectives()).includes(one))).toEqual([])
  expect([...new Set(lines.flatMap((line) => line.orientations))].sort()).toEqual([8, 9])
  expect(numbers(linesOf(18))).toEqual([1, 4])
  expect(linesOf(2)).toEqual([])
})

test('stars, printed periods and initials are those of the plan; what the scan lost is null, with why', () => {
  const tree = planTree()
  expect(tree.objectives.flatMap(({ number, star }) => (star ? [[number, star]] : []))).toEqual([
    [7, 'Formations communes'],
    [10, 'Actions Passerelle'],
    [21, 'Ateliers itinérants'],
  ])
  expect([0, 30, 8, 1].map((at) => tree.objectives[at]!.period)).toEqual(['2023/2024', '2023/2024', '2025/2026', null])
  expect(planYears()).toEqual({ from: 2023, to: 2026 })
  expect(tree.validated).toBe('validé au COPIL de septembre 2023')
  expect(tree.objectives.every(({ existing }) => existing === null)).toBe(true)
  expect(tree.unread.map(({ mark }) => mark)).toEqual(['existing', 'period'])
  expect(acronymsIn('RPE - EAJE').map(({ short }) => short)).toEqual(['EAJE', 'RPE'])
  expect(acronymsIn('Rperspective')).toEqual([])
})

test('whoever reads the plan by machine finds its fields under their names', () => {
  const tree = planTree()
  expect(Object.keys(tree)).toEqual(
    expect.arrayContaining(['title', 'validated', 'periods', 'blocks', 'axes', 'actions', 'objectives']),
  )
  expect(Object.keys(tree.axes[0]!)).toEqual(expect.arrayContaining(['number', 'title', 'orientations', 'lines']))
  expect(Object.keys(tree.objectives[0]!)).toEqual(
    expect.arrayContaining(['number', 'title', 'action', 'start', 'period', 'existing']),
  )
  expect(Object.keys(withEvidence(coverage(founding()), [])[0]!)).toEqual([
    'objective',
    'questions',
    'indicators',
    'findings',
    'status',
    'why',
    'evidence',
  ])
})

test('the tree hangs the orientations on their axis and says which axis is transverse', () => {
  const tree = planTree()
  expect(tree.axes.map((axis) => numbers(axis.orientations))).toEqual([
    [1, 2, 3],
    [4, 5],
    [6, 7],
    [8, 9],
  ])
  expect(tree.axes.filter((axis) => axis.transverse).map((axis) => axis.number)).toEqual([4])
})
