import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { JudgementFile, PlanFile, TerritoryFile, ThemesFile } from '../../../surveys/authority/schema.ts'

const authorities = readdirSync('authorities', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
const read = (name: string, file: string) => JSON.parse(readFileSync(`authorities/${name}/${file}`, 'utf8'))

test.each(authorities)('the files of %s have the shape the code reads', (name) => {
  const plan = PlanFile.parse(read(name, 'plan.json'))
  const territory = TerritoryFile.parse(read(name, 'territory.json'))
  const judgement = JudgementFile.parse(read(name, 'judgement.json'))
  ThemesFile.parse(read(name, 'dictionaries/themes.json'))
  const numbers = plan.objectives.map(({ number }) => number)
  expect(judgement.map(({ objective }) => objective)).toEqual(numbers)
  const actions = plan.actions.map(({ number }) => number)
  expect(plan.objectives.filter(({ action }) => !actions.includes(action))).toEqual([])
  const zones = territory.zones.map(({ value }) => value)
  expect(territory.zoning.rows.filter(({ zone }) => !zones.includes(zone))).toEqual([])
  const placed = territory.zoning.rows.map(({ insee }) => insee).sort()
  expect(placed).toEqual([...territory.communes.map(({ insee }) => insee), 'hors'].sort())
})

test('a plan with an objective without a title is refused', () => {
  const plan = read('tarn-agout', 'plan.json')
  plan.objectives[0].title = ''
  expect(PlanFile.safeParse(plan).success).toBe(false)
})
