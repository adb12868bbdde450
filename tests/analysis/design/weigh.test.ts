/** Margins that would single out somebody do not weigh. */
import { expect, test } from 'vitest'
import { marginField, weigh } from '../../../analysis/design/weigh.ts'
import { rules } from '../../../analysis/disclosure/rules.ts'
import type { Answers } from '../../../surveys/answers/response.ts'
import { indicator, small, studyOf, times } from '../columns/study.ts'
import { noTables } from '../columns/tables.ts'

const own = indicator({ field: 'garde', measure: 'share', wanted: ['oui'] })
const zone = (value: string, count: number) => ({ variable: 'Zone', value, unit: 'ménages' as const, count })
const garde = (value: string, count: number) => ({ variable: 'garde', value, unit: 'ménages' as const, count })
const weighed = (answers: Answers[], rows: ReturnType<typeof zone>[]) =>
  weigh({
    ...studyOf(answers, [own], small),
    reference: { ...noTables, margins: { date: '2022-01-01', source: 'INSEE', rows } },
  })
const inZones = (north: number, south: number, east = 0): Answers[] => [
  ...times(north, { garde: 'oui', commune: '81140' }),
  ...times(south, { garde: 'non', commune: '81271' }),
  ...times(east, { garde: 'non', commune: '81298' }),
]
const zones = (north: number, south: number) => [zone('Lavaur', north), zone('Saint-Sulpice-la-Pointe', south)]

test('no response weighs more than five times another', () => {
  expect(weighed(inZones(100, 100), zones(490, 100))).toMatchObject({ leftOut: 0 })
  const refused = weighed(inZones(100, 100), zones(510, 100))
  expect(refused).toEqual({ weighting: null, why: expect.stringContaining('plus de 5 fois plus') })
})

test('a class too small is put with the next one, and its people weigh as they do', () => {
  const found = weighed(inZones(40, 60, 5), [...zones(100, 200), zone('Sud', 15)])
  if (found.weighting === null) throw new Error(found.why)
  expect(found.weighting.diagnostics.margins.map(({ answers }) => answers)).toEqual([45, 60])
  const few = weighed(inZones(rules.leastClass - 1, 60), zones(100, 200))
  expect(few).toEqual({ weighting: null, why: expect.stringContaining('Trop peu de réponses pour pondérer') })
})

test('what people answered does not weigh them: its known shares are only compared', () => {
  const answers = inZones(100, 100)
  const alone = weighed(answers, [garde('oui', 60), garde('non', 40)])
  expect(alone).toEqual({ weighting: null, why: expect.stringContaining('ne disent pas qui répond') })
  const both = weighed(answers, [...zones(60, 40), garde('oui', 60), garde('non', 40)])
  expect(both).toMatchObject({ margins: [{ variable: 'Zone' }], checks: [{ variable: 'garde' }] })
})

test('a zone is weighed however the table spells it, and « zone » is no other margin than « Zone »', () => {
  const spelt = [zone('lavaur', 60), { ...zone('St Sulpice la pointe', 40), variable: 'zone' }]
  const found = weighed(inZones(100, 100), spelt)
  if (found.weighting === null) throw new Error(found.why)
  expect(found.leftOut).toBe(0)
  expect(found.margins.map(({ totals }) => Object.values(totals))).toEqual([[60, 40]])
})

// « Réponses pondérées par : zone » stood before the publication of a questionnaire that asks for no commune
test('a margin of zones weighs nothing where no commune is asked', () => {
  const asking = (role?: string) => ({
    assigned: [],
    definition: { pages: [{ name: 'page', elements: [{ type: 'dropdown', name: 'lieu', title: 'Où ?', role }] }] },
  })
  expect(marginField(asking(), 'Zone')).toBeNull()
  expect(marginField(asking('commune'), 'Zone')).toEqual({ path: 'zone', field: null })
})
