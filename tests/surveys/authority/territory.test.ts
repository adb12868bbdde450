import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { communes, provisionalZones, zoneNames, zoneOf } from '../../../surveys/authority/territory.ts'

test('21 communes, Azas in Haute-Garonne among them, with the sums of both vintages', () => {
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
  expect(communes()).toHaveLength(21)
  expect(communes().map((commune) => commune.insee)).toContain('31038')
  expect(sum(communes().map((commune) => commune.population))).toBe(30_158)
  expect(sum(communes().map((commune) => commune.municipalPopulation))).toBe(29_922)
})

test('every commune has one zone, and the default says that it is provisional', () => {
  expect(provisionalZones().provisional).toBe(true)
  expect(provisionalZones().rows).toHaveLength(22)
  for (const commune of communes())
    expect(Object.keys(zoneNames())).toContain(zoneOf(commune.insee, provisionalZones()))
  expect(provisionalZones().rows.filter((row) => row.zone === 'sud')).toHaveLength(12)
  expect(zoneOf('81298', provisionalZones())).toBe('sud')
})

test('an answer without a commune has no zone', () => {
  expect(zoneOf('refus', provisionalZones())).toBeNull()
})

test('a redefined south moves the answers, and loses none', () => {
  const rows = provisionalZones().rows.map((row) => (row.insee === '81011' ? { ...row, zone: 'sud' } : row))
  expect(zoneOf('81011', { ...provisionalZones(), rows })).toBe('sud')
})

test('each commune has its outline', () => {
  const outlines = JSON.parse(readFileSync('authorities/tarn-agout/outlines.geojson', 'utf8'))
  const codes = outlines.features.map((feature: { properties: { code: string } }) => feature.properties.code)
  expect(codes.toSorted()).toEqual(
    communes()
      .map((commune) => commune.insee)
      .toSorted(),
  )
  expect(outlines.source).toContain('IGN')
})
