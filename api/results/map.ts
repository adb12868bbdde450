/** The outlines of the communes and the zone each is in; results are published by zone, never by commune. */

import { readFile } from 'node:fs/promises'
import { folderInForce } from '../../surveys/authority/in-force.ts'
import { communes, zoneNames, zoneOf } from '../../surveys/authority/territory.ts'
import type { AppContext } from '../context.ts'
import { zonesOf } from '../tables/reference.ts'
import type * as wire from '../wire/results.ts'

type Outlines = { source: string; licence: string }
let read: Promise<Outlines> | null = null

export async function mapOf(context: AppContext): Promise<wire.TerritoryMap> {
  read ??= readFile(new URL(`../../authorities/${folderInForce}/outlines.geojson`, import.meta.url), 'utf8').then(
    JSON.parse,
  )
  const outlines = await read
  const zones = zonesOf((await context.tables.current('zones')) ?? undefined)
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
