/** The outlines of the communes and the zone each is in; results are published by zone, never by commune. */

import { readFile } from 'node:fs/promises'
import type { Ring, ZoneOutlines } from '../../analysis/report/source.ts'
import { firstFolder } from '../../surveys/authority/first.ts'
import { communes, zoneNames, zoneOf } from '../../surveys/authority/territory.ts'
import type { AppContext } from '../context.ts'
import { zonesOf } from '../tables/reference.ts'
import type * as wire from '../wire/results.ts'

type Geometry =
  | { type: 'Polygon'; coordinates: [number, number][][] }
  | { type: 'MultiPolygon'; coordinates: [number, number][][][] }
type Outlines = {
  source: string
  licence: string
  features: { properties: { code: string }; geometry: Geometry }[]
}
let read: Promise<Outlines> | null = null

function outlinesRead(): Promise<Outlines> {
  read ??= readFile(new URL(`../../authorities/${firstFolder}/outlines.geojson`, import.meta.url), 'utf8').then(
    JSON.parse,
  )
  return read
}

const sourceText = ({ source, licence }: Outlines) => `${source} (${licence})`

/** The outlines of the communes put together by zone, for the documents. */
export async function outlinesOf(context: AppContext): Promise<ZoneOutlines> {
  const outlines = await outlinesRead()
  const zones = zonesOf((await context.tables.current('zones')) ?? undefined)
  const byZone = Map.groupBy(outlines.features, ({ properties }) => zoneOf(properties.code, zones))
  return {
    zones: [...byZone].flatMap(([zone, features]) =>
      zone === null
        ? []
        : [{ name: zoneNames()[zone] ?? zone, rings: features.flatMap(({ geometry }) => ringsOf(geometry)) }],
    ),
    source: sourceText(outlines),
  }
}

const ringsOf = (geometry: Geometry): Ring[] =>
  geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()

export async function mapOf(context: AppContext): Promise<wire.TerritoryMap> {
  const outlines = await outlinesRead()
  const zones = zonesOf((await context.tables.current('zones')) ?? undefined)
  return {
    outlines,
    source: sourceText(outlines),
    zoneSource: zones.source,
    provisional: zones.provisional,
    communes: communes().map(({ insee, name }) => {
      const zone = zoneOf(insee, zones) ?? ''
      return { code: insee, name, zone, zoneName: zoneNames()[zone] ?? zone }
    }),
  }
}
