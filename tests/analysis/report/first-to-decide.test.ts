import { expect, test } from 'vitest'
import { publishedEstimate } from '../../../analysis/disclosure/interval.ts'
import type { Finding } from '../../../analysis/findings/finding.ts'
import { committeePages, committeePart, firstToDecide } from '../../../analysis/report/short/committee.ts'
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
