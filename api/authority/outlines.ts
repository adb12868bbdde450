/** Outlines of the communes: those staff gave, else those shipped with the first authority; none is drawn from nothing. */
import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { firstAuthority, firstFolder } from '../../surveys/authority/first.ts'
import { authority } from '../../surveys/authority/in-force.ts'
import { collections } from '../store/collections.ts'
import type { Store } from '../store/store.ts'
import { asDrawn, Geometry, type Outlines } from './outline-shape.ts'

/** What is read of a GeoJSON file, whatever names its properties have. */
const Given = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(z.object({ properties: z.record(z.string(), z.unknown()), geometry: Geometry })),
})

let shipped: Promise<Outlines> | null = null
const none: Outlines = { type: 'FeatureCollection', source: '', licence: '', features: [] }

/** @returns without features when nobody has given any */
export async function outlinesIn(store: Store): Promise<Outlines> {
  const given = await store.collection(collections.authorityOutlines).get('current')
  if (given) return asDrawn(given.value.outlines)
  if (authority().territory.source.epci !== firstAuthority.territory.source.epci) return none
  shipped ??= readFile(new URL(`../../authorities/${firstFolder}/outlines.geojson`, import.meta.url), 'utf8').then(
    (text) => asDrawn(JSON.parse(text)),
  )
  return shipped
}

/** Names under which files hold the INSEE code of a commune. */
const codeNames = ['code', 'insee', 'code_insee', 'codeinsee', 'insee_com', 'com', 'codgeo']

/**
 * Reads a GeoJSON file.
 *
 * @returns outlines of the communes of the territory, others left out; or a French sentence that says what to do
 */
export function outlinesFrom(text: string, source: string, licence: string): Outlines | { wrong: string } {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { wrong: 'Ce fichier n’est pas du GeoJSON : il ne se lit pas. Demandez un export « GeoJSON, WGS 84 ».' }
  }
  const read = Given.safeParse(json)
  if (!read.success)
    return { wrong: 'Ce fichier n’est pas une collection GeoJSON de contours de communes (Polygon ou MultiPolygon).' }
  const { communes } = authority().territory
  const features = read.data.features.flatMap(({ properties, geometry }) => {
    const [, code] = Object.entries(properties).find(([name]) => codeNames.includes(name.toLowerCase())) ?? []
    return communes.some(({ insee }) => insee === code)
      ? [{ type: 'Feature' as const, properties: { code: String(code) }, geometry }]
      : []
  })
  const missing = communes.filter(({ insee }) => !features.some(({ properties }) => properties.code === insee))
  if (missing.length > 0)
    return {
      wrong: `Il manque le contour de ${missing.map(({ name }) => name).join(', ')} : chaque commune se reconnaît à son code INSEE, dans une propriété « code » ou « insee ».`,
    }
  return { type: 'FeatureCollection', source, licence, features }
}
