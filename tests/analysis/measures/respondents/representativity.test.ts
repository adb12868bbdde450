import { expect, test } from 'vitest'
import { findingsOf } from '../../../../analysis/findings/findings.ts'
import {
  communes,
  outside,
  outsideZone,
  provisionalZones,
  zoneNames,
  zoneOf,
} from '../../../../surveys/authority/territory.ts'
import { founding } from '../../../../surveys/questionnaire/founding.ts'
import { materialise } from '../../../../surveys/questionnaire/parameters.ts'
import { indicator, small, studyOf, times } from '../../columns/study.ts'
import { noTables } from '../../columns/tables.ts'

const questionnaire = materialise(founding().find(({ slug }) => slug === 'habitants')!, {})
const zones = provisionalZones()
const communeIn = (zone: string) => communes().find(({ insee }) => zoneOf(insee, zones) === zone)!.insee
const names = Object.entries(zoneNames()).filter(
  ([value]) => value !== outsideZone && communes().some(({ insee }) => zoneOf(insee, zones) === value),
)
const none = { date: '', source: '', rows: [] }

/** @param answers of each zone, in their order; @param people of each of them in the register */
function who(answers: number[], people: number[], elsewhere: number) {
  const rows = [
    ...names.flatMap(([value], at) => times(answers[at]!, { commune: communeIn(value) })),
    ...times(elsewhere, { commune: outside }),
  ]
  const reference = {
    ...{ zones, margins: none, supply: none, places: none, slices: none, prices: none },
    ...{ ratios: none, attendance: none, costs: none },
    frames: {
      date: '2025-01-01',
      source: 'INSEE',
      rows: names.map(([, zone], at) => ({ zone, population: 'habitants' as const, age: '', count: people[at]! })),
    },
  }
  const { answered } = findingsOf({ ...studyOf(rows, [], questionnaire), reference })
  const notes = answered.grids.find(({ title }) => title === 'Par zone')!.notes
  return [answered.sentences, notes].map((some) => some.join(' ').replace(/[\u00a0\u202f]/g, ' ')) as [string, string]
}
const [first] = names.map(([, name]) => name)

// « Une part plus petite : Lavaur », of 33 % of the responses for 36 % of the people, while the page of the field said that nobody was missing
test('a zone is said to answer less where the page of the field says it too', () => {
  const people = [3_600, 3_200, 1_800, 1_400]
  const [near] = who([660, 660, 380, 300], people, 0)
  expect(near).not.toContain('Une part plus petite')
  const [far] = who([400, 800, 450, 350], people, 0)
  expect(far).toContain(`Une part plus petite parmi les réponses que parmi les habitants concernés : ${first}.`)
})

// zones of 26 + 25 + 22 + 11 = 84 % stood beside a population of 100 %, and nothing said why
test('shares of all responses say whom they hold beside those of the population', () => {
  const people = [2_500, 2_500, 2_500, 2_500]
  const even = [200, 200, 200, 200]
  expect(who(even, people, 200)[1]).toMatch(/Les parts sont celles de toutes les fiches, « .+ » comprises/)
  expect(who(even, people, 0)[1]).not.toContain('Les parts sont celles')
})

// « Base : 1 150 fiches », of which 830 were « 78 % »: the share was that of the 1 065 who had answered
test('the base over a margin is that of its shares, those who answered', () => {
  const answers = [
    ...times(100, { garde: 'oui', commune: '81140' }),
    ...times(100, { garde: 'non', commune: '81271' }),
    ...times(60, { commune: '81271' }),
  ]
  const margin = (variable: string, value: string, count: number) => ({
    variable,
    value,
    unit: 'ménages' as const,
    count,
  })
  const rows = [
    margin('Zone', 'Lavaur', 60),
    margin('Zone', 'Saint-Sulpice-la-Pointe', 40),
    margin('garde', 'oui', 60),
    margin('garde', 'non', 40),
  ]
  const study = studyOf(answers, [indicator({ field: 'garde', measure: 'share', wanted: ['oui'] })], small)
  const margins = { date: '2022-01-01', source: 'INSEE', rows }
  const { grids } = findingsOf({ ...study, reference: { ...noTables, margins } }).answered
  const grid = grids.find(({ title }) => title === 'Par garde')!
  const [base] = /\d+/.exec(grid.base)!
  const [share, people] = grid.rows[0]!.cells
  if (share?.kind !== 'estimate' || people?.kind !== 'count') throw new Error('no figure')
  expect(Number(base)).toBe(share.estimate.base)
  expect(Number(base)).toBeLessThan(230)
  expect(Math.abs(people.value - share.estimate.value * Number(base))).toBeLessThanOrEqual(2.5)
  expect(grids.find(({ title }) => title === 'Par zone')!.base).toMatch(/2[56]\d/)
})
