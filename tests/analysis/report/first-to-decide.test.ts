import { expect, test } from 'vitest'
import { publishedEstimate } from '../../../analysis/disclosure/interval.ts'
import type { Finding } from '../../../analysis/findings/finding.ts'
import {
  committeePages,
  committeePart,
  committeeParts,
  firstToDecide,
} from '../../../analysis/report/short/committee.ts'
import { objectiveParts } from '../../../analysis/report/short/objectives.ts'
import type { ReportSource } from '../../../analysis/report/source.ts'
import { zoneNames } from '../../../surveys/authority/territory.ts'

const finding = (objective: number, strength: Finding['strength'] = 'indicatif') =>
  ({
    ...{ objective, strength, questionnaire: 'q', indicator: `i${objective}`, title: `T${objective}` },
    ...{ sentence: 'Dit.', limits: [], breakdowns: [], source: { questionnaire: 'q', field: 'f', title: 'Q' } },
    ...{ estimate: { value: 0.4, low: 0.3, high: 0.5, base: 90, unit: 'share' }, evidence: { base: 90 } },
  }) as unknown as Finding
const source = (measured: number[], chosen?: number[]) =>
  ({
    findings: [23, 2, 3, 14, 30].map((objective) =>
      finding(objective, objective === 30 ? 'non concluant' : 'indicatif'),
    ),
    coverage: [2, 3, 14, 23, 30].map((objective) => ({
      objective,
      status: measured.includes(objective) ? 'measured' : 'partly',
    })),
    ...(chosen
      ? { chosenPages: chosen.map((objective) => ({ objective, finding: null, answer: '', asked: '' })) }
      : {}),
  }) as unknown as ReportSource
const named = (from: ReportSource, decided: number[]) => {
  const { findings, areOnPages } = firstToDecide(from, new Set(decided))
  return { objectives: findings.map(({ objective }) => objective), areOnPages }
}

const share = (value: number) => publishedEstimate(value, 100, { worth: 1, peoplePerAnswer: 1, noise: 5 })
const bars = (shares: [string, number, string?][]) => ({
  ...{ kind: 'bars' as const, title: '', base: '', alt: '', unit: 'share' as const, end: 1 },
  bars: shares.map(([label, value, day]) => ({
    label,
    estimate: share(value),
    uncertain: false,
    ...(day ? { day } : {}),
  })),
})

// « dans l’ordre du plan » began with objective 23 and went on with 2, 3 and 4, that no page of the committee held
test('what is decided on first is in the order of the plan, and on the pages of the committee', () => {
  expect(named(source([23, 14]), [])).toEqual({ objectives: [14, 23], areOnPages: true })
  expect(named(source([23, 14]), [14])).toEqual({ objectives: [23], areOnPages: true })
  // as an analyst ordered the pages, and whatever the rule would put there
  const chosen = source([14], [23, 3])
  expect(named(chosen, [])).toEqual({ objectives: [3, 23], areOnPages: true })
  const pages = committeePages(chosen).map(({ lead }) => lead.indicator)
  for (const { indicator } of firstToDecide(chosen, new Set()).findings) expect(pages).toContain(indicator)
})

test('once its pages are decided, the others come, and are not said to be there', () => {
  expect(named(source([23]), [23])).toEqual({ objectives: [2, 3, 14], areOnPages: false })
  expect(named(source([23]), [2, 3, 14, 23])).toEqual({ objectives: [], areOnPages: false })
})

// « Ensemble 41 % » stood above zones of 37 to 48 % without a word, and zones of another day without their day
test('under the zones of a page stands what the slide says under them', () => {
  const [first, second] = Object.values(zoneNames())
  const table = { title: 'Selon : zone', base: '', columns: ['Zone', 'Part'], rows: [], notes: [] }
  const lead = {
    ...finding(3),
    ...{ sentence: 'Une phrase.', limits: [], source: { title: 'Familles' }, evidence: { unit: 'households' } },
    chart: bars([['Ensemble', 0.41]]),
    breakdowns: [
      {
        table,
        chart: bars([
          [first!, 0.48, '2026-11-26'],
          [second!, 0.47],
        ]),
      },
    ],
  } as unknown as Finding
  const given = {
    findings: [lead],
    coverage: [],
    decisions: [],
    chosenPages: [{ objective: 3, finding: null, answer: '', asked: '' }],
  }
  const [page] = committeePages(given as unknown as ReportSource)
  const { blocks } = committeePart(page!, given as unknown as ReportSource, 'end')
  const notes = blocks
    .flatMap((one) => (one.kind === 'grid' ? one.grid.notes : []))
    .map((one) => one.replace(/[\u00a0\u202f]/g, ' '))
  expect(notes).toEqual([
    `${first} : chiffre arrêté au 26 novembre 2026.`,
    'Chaque chiffre est protégé de son côté, à quelques réponses près : celui de l’ensemble peut s’écarter de la moyenne des groupes, ou en sortir un peu.',
  ])
})

const pageOf = (given: object) => {
  const lead = { ...finding(3), source: { title: 'Familles' }, evidence: { unit: 'households' }, ...given }
  const all = { findings: [lead], coverage: [], decisions: [] } as unknown as ReportSource
  const chosenPages = [{ objective: 3, finding: null, answer: '', asked: '' }]
  const [page] = committeePages({ ...all, chosenPages })
  const { blocks } = committeePart(page!, all, 'end')
  return blocks.flatMap((one) => (one.kind === 'grid' ? [one] : []))
}
const drawnAs = (shares: [string, number][]) => ({
  chart: bars(shares),
  table: {
    ...{ title: 'T', base: '', columns: ['Réponse', 'Part'], notes: [] },
    rows: shares.map(([label, value]) => ({ label, cells: [{ kind: 'estimate', estimate: share(value) }] })),
  },
})

// « La moyenne est de 6,2 » stood above 0, 1 and 2 (6, 0 and 6 %): they were read as the opposite of it
test('a page to decide on draws the whole of a scale, or none of it, and says how many other answers there are', () => {
  const mean = { value: 6.2, low: 5.8, high: 6.6, base: 82, unit: 'score' }
  const stops = (most: number) => drawnAs(Array.from({ length: most + 1 }, (_, at) => [String(at), at / 60]))
  const [whole] = pageOf({ estimate: mean, ...stops(10) })
  expect(whole!.grid.rows.map(({ label }) => label)).toEqual(Array.from({ length: 11 }, (_, at) => String(at)))
  expect(whole!.chart!.bars).toHaveLength(11)
  expect(pageOf({ estimate: mean, ...stops(24) })).toEqual([])
  const steps = drawnAs([
    ['a', 0.1],
    ['b', 0.05],
    ['c', 0.2],
    ['d', 0.4],
    ['e', 0.25],
  ])
  const [most] = pageOf({ ...steps, standing: { row: 'd', column: 'Part' } })
  expect(most!.grid.rows.map(({ label }) => label)).toEqual(['c', 'd', 'e'])
  expect(most!.chart!.bars.map(({ label }) => label)).toEqual(['c', 'd', 'e'])
  expect(most!.grid.notes).toEqual(['Les 3 réponses les plus données, sur 5.'])
  const years = [2022, 2023, 2024, 2025].map((year): [string, number] => [String(year), 0.25])
  expect(pageOf(drawnAs(years))[0]!.grid).toMatchObject({ rows: { length: 4 }, notes: [] })
})

// of a small survey, the page of the young had three lines, and more than half of the sheet was white
test('a page of sentences alone leaves the rest of its sheet to the next one', () => {
  const told = (objective: number): Finding =>
    ({
      ...finding(objective),
      ...{ sentence: 'Une phrase.', limits: [], source: { title: 'Familles' }, evidence: { unit: 'households' } },
      breakdowns: [],
    }) as unknown as Finding
  const drawn = {
    ...told(4),
    chart: bars([
      ['Oui', 0.41],
      ['Non', 0.59],
    ]),
    table: { rows: [{}, {}] },
  } as unknown as Finding
  const given = {
    findings: [told(3), drawn, told(5)],
    coverage: [],
    decisions: [],
    chosenPages: [3, 4, 5].map((objective) => ({ objective, finding: null, answer: '', asked: '' })),
  } as unknown as ReportSource
  const parts = committeeParts(committeePages(given), given, 'end')
  expect(parts.map(({ flow }) => flow ?? false)).toEqual([false, true, false])
  // without a table of what it would take, a heading of its own said so
  expect(JSON.stringify(parts)).not.toContain('Ce qu’il faudrait')
  expect(JSON.stringify(parts)).toContain('ni places, ni heures, ni coûts')
})

// « Objectif 19 », then « Voir aussi l’objectif 18. » and nothing else
test('an objective whose results all stand under others names them', () => {
  const shared = { ...finding(18), title: 'Orienter un parent', strength: 'non concluant' } as unknown as Finding
  const given = {
    findings: [shared, { ...shared, objective: 19 }],
    coverage: [],
    decisions: [],
  } as unknown as ReportSource
  const text = JSON.stringify(objectiveParts(given, []))
  expect(text).toContain('résultats donnés à l’objectif 18 : Orienter un parent.')
  expect(text).not.toContain('Voir aussi')
})
