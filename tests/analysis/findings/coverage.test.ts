import { expect, test } from 'vitest'
import { coverage, coverageByQuestionnaire } from '../../../analysis/findings/coverage.ts'
import { judgements } from '../../../analysis/findings/coverage-judgement.ts'
import { objectives } from '../../../surveys/authority/plan.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { indicator, small } from '../columns/study.ts'

const planned = coverage(founding())
const judgedAs = (nature: string) =>
  judgements()
    .filter((one) => one.nature === nature)
    .map(({ objective }) => objective)
const of = (status: string) => planned.filter((row) => row.status === status).map((row) => row.objective)

test('each of the 38 objectives has one row, whole numbers and a reason', () => {
  expect(planned.map(({ objective }) => objective)).toEqual(objectives().map(({ number }) => number))
  for (const row of planned) {
    for (const value of [row.questions, row.indicators, row.findings]) expect(Number.isInteger(value)).toBe(true)
    expect(row.why.length).toBeGreaterThan(30)
  }
})

test('an objective is measured as far as a survey can, wherever a founding questionnaire has an indicator for it', () => {
  expect(of('measured')).toEqual(judgedAs('measured'))
  const asked = planned.filter(({ indicators }) => indicators > 0).map(({ objective }) => objective)
  expect(of('partly')).toEqual(asked.filter((objective) => !judgedAs('measured').includes(objective)))
})

test('what is no matter for a questionnaire is said to be, and nothing that is one lacks an indicator', () => {
  const left = [...of('other-source'), ...of('not-a-survey-matter')]
  expect(left.every((objective) => planned.find((row) => row.objective === objective)!.indicators === 0)).toBe(true)
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

test('each questionnaire says which objectives it serves, and the sum is that of the plan', () => {
  const served = coverageByQuestionnaire(founding())
  expect(served.map(({ questionnaire }) => questionnaire)).toEqual(founding().map(({ slug }) => slug))
  for (const { objective, indicators } of planned) {
    const own = served.flatMap(({ objectives: rows }) => rows.filter((row) => row.objective === objective))
    expect(own.reduce((sum, row) => sum + row.indicators, 0)).toBe(indicators)
  }
})
