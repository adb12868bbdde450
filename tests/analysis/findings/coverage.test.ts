import { expect, test } from 'vitest'
import { coverage } from '../../../analysis/findings/coverage.ts'
import { objectives } from '../../../surveys/authority/plan.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { indicator, small } from '../columns/study.ts'

const planned = coverage(founding())
const of = (status: string) => planned.filter((row) => row.status === status).map((row) => row.objective)

test('each of the 38 objectives has one row, whole numbers and a reason', () => {
  expect(planned.map(({ objective }) => objective)).toEqual(objectives().map(({ number }) => number))
  for (const row of planned) {
    for (const value of [row.questions, row.indicators, row.findings]) expect(Number.isInteger(value)).toBe(true)
    expect(row.why.length).toBeGreaterThan(30)
  }
})

test('the founding questionnaires measure 1, 14, 22 and 23, and part of nineteen others', () => {
  expect(of('measured')).toEqual([1, 14, 22, 23])
  expect(of('partly')).toEqual([2, 3, 5, 6, 10, 13, 15, 16, 17, 20, 21, 24, 25, 26, 27, 28, 30, 34, 35])
})

test('most objectives are no matter for a questionnaire, and it says so', () => {
  expect(of('other-source').length + of('not-a-survey-matter').length).toBe(15)
  expect(of('no-evidence')).toEqual([])
})

test('nothing is measured without an indicator', () => {
  const rows = coverage([small])
  expect(rows.filter(({ status }) => status === 'measured' || status === 'partly')).toEqual([])
  expect(rows[0]).toMatchObject({ status: 'no-evidence', indicators: 0 })
  expect(rows[0]!.questions).toBeGreaterThan(0)
})

test('the rows of a matrix are one question', () => {
  const before = coverage([small])[0]!.questions
  const pages = small.definition.pages.map((page) => ({
    ...page,
    elements: page.elements.filter(({ type }) => type !== 'matrix'),
  }))
  expect(before - coverage([{ ...small, definition: { pages } }])[0]!.questions).toBe(1)
})

test('with answers that allow no conclusion there is no evidence yet', () => {
  const own = { ...small, indicators: [indicator({ field: 'garde', measure: 'share', wanted: ['oui'] })] }
  expect(coverage([own], [{ objective: 1, estimate: { value: null } }])[0]).toMatchObject({
    status: 'no-evidence',
    findings: 0,
  })
  expect(coverage([own], [{ objective: 1, estimate: { value: 0.4 } }])[0]).toMatchObject({
    status: 'measured',
    findings: 1,
  })
})

test('a questionnaire made later lights an objective we had left to other sources', () => {
  const own = { ...small, indicators: [indicator({ field: 'garde', measure: 'share', wanted: ['oui'], objective: 6 })] }
  expect(coverage([own]).find(({ objective }) => objective === 6)).toMatchObject({ status: 'partly', indicators: 1 })
})
