/** The outlines of the communes and the zone each is in; results are told by zone, never by commune. */
import { readFile } from 'node:fs/promises'
import { communes, zoneNames, zoneOf } from '../../surveys/territory.ts'
import type { House } from '../house.ts'
import { zonesOf } from '../tables/reference.ts'
import type * as wire from '../wire-analyse.ts'

type Outlines = { source: string; licence: string }
let read: Promise<Outlines> | null = null

export async function mapOf(house: House): Promise<wire.TerritoryMap> {
  read ??= readFile(new URL('../../surveys/territory-outlines.geojson', import.meta.url), 'utf8').then(JSON.parse)
  const outlines = await read
  const zones = zonesOf((await house.tables.current('zones')) ?? undefined)
  return {
    outlines,
    source: `${outlines.source} (${outlines.licence})`,
    zoneSource: zones.source,
    provisional: zones.provisional,
    communes: communes.map(({ insee, name }) => {
      const zone = zoneOf(insee, zones) ?? ''
      return { code: insee, name, zone, zoneName: zoneNames[zone] ?? zone }
    }),
  }
}
