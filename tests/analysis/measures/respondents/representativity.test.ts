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
import { studyOf, times } from '../../columns/study.ts'

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
