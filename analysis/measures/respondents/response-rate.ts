/** How many of all the people responded: published responses over the register of the authority. */
import { zoneNames } from '../../../surveys/authority/territory.ts'
import { outsidersOf } from '../../columns/outsiders.ts'
import type { Study } from '../../columns/study.ts'
import type { Table } from '../../columns/table.ts'
import { baseShown } from '../../disclosure/rules.ts'
import { wholePopulationCountOf } from '../population-count.ts'

/**
 * Part of the people of a table who responded, in ]0, 1]; outsiders of the territory apart.
 *
 * @param zone value of a zone; absent = all of them
 * @returns null when nobody knows how many there are, or more responded than the register counts
 */
export function responseRate(study: Study, table: Table, zone?: string): number | null {
  const population = wholePopulationCountOf(study, table.unit, zone === undefined ? null : (zoneNames()[zone] ?? zone))
  if (population === null) return null
  const isCounted = zone === undefined ? insideOf(study.table) : inZone(study.table, zone)
  const responses = baseShown(table.responseOf.reduce((sum, response) => sum + Number(isCounted(response)), 0))
  return responses === 0 || responses > population.count ? null : responses / population.count
}

function insideOf(responses: Table): (response: number) => boolean {
  const outside = outsidersOf(responses)
  return (response) => outside?.[response] !== 1
}

function inZone({ columns }: Table, zone: string): (response: number) => boolean {
  const column = columns.get('zone')
  if (column?.kind !== 'choice') return () => false
  const code = column.values.indexOf(zone)
  return (response) => code >= 0 && column.codes[response] === code
}

const parts = new WeakMap<Table, { reference: Study['reference']; part: number }>()

/** The same by steps of 0.05, rounded down: what the finite population takes from a variance. */
export function sampledPart(study: Study, table: Table): number {
  const before = parts.get(table)
  if (before && before.reference === study.reference) return before.part
  const part = Math.floor((responseRate(study, table) ?? 0) * 20 + 1e-9) / 20
  parts.set(table, { reference: study.reference, part })
  return part
}
