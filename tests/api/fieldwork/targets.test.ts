import { expect, test } from 'vitest'
import { farBehind, isHalfway } from '../../../api/fieldwork/targets.ts'
import type { Counted, NewTargets } from '../../../api/wire/fieldwork.ts'

const row = (name: string, count: number) => ({ name, count, share: null, known: null, isMissing: false })
const sample = (name: string, title: string, rows: ReturnType<typeof row>[]) => ({ name, title, rows, source: '' })
const samples = [
  sample('zone', 'Zone', [row('Nord', 60), row('Sud', 30)]),
  sample('garde', 'Garde', [row('Oui', 85), row('Non', 5)]),
] as Counted['samples']
const wanted: Omit<NewTargets, 'revision'> = { total: 200, zones: [], profile: '', profiles: [] }

test('who is under half of what was hoped for is far behind, by about how many; the whole where no group is', () => {
  const zones = [
    { name: 'Nord', wanted: 100 },
    { name: 'Sud', wanted: 80 },
  ]
  const profiles = [{ name: 'Non', wanted: 12 }]
  expect(farBehind({ total: 90, samples }, { ...wanted, zones, profile: 'garde', profiles })).toEqual([
    { name: 'Sud', title: 'Zone', isZone: true, lacking: 50 },
    { name: 'Non', title: 'Garde', isZone: false, lacking: 5 },
  ])
  expect(farBehind({ total: 90, samples }, wanted)).toEqual([{ name: '', title: '', isZone: false, lacking: 110 }])
  expect(farBehind({ total: 100, samples }, wanted)).toEqual([])
})

test('nobody is far behind before half of the days have passed', () => {
  const [opened, closes] = ['2026-03-01T00:00:00.000Z', '2026-03-31T00:00:00.000Z']
  expect(isHalfway(opened, closes, new Date('2026-03-10T00:00:00Z'))).toBe(false)
  expect(isHalfway(opened, closes, new Date('2026-03-20T00:00:00Z'))).toBe(true)
  // without a last day, half of the usual time
  expect(isHalfway(opened, null, new Date('2026-03-20T00:00:00Z'))).toBe(false)
  expect(isHalfway(opened, null, new Date('2026-03-25T00:00:00Z'))).toBe(true)
  expect(isHalfway(null, closes, new Date('2026-03-20T00:00:00Z'))).toBe(false)
})
