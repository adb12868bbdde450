/** The outlines of the communes and the zone each is in; results are published by zone, never by commune. */

import { mention } from '../../../analysis/disclosure/rules.ts'
import { briefOf } from '../../../analysis/findings/brief.ts'
import type { Ring, ZoneOutlines } from '../../../analysis/report/source.ts'
import { communes, zoneNames, zoneOf } from '../../../surveys/authority/territory.ts'
import type { Outlines } from '../../authority/outline-shape.ts'
import { outlinesIn } from '../../authority/outlines.ts'
import type { AppContext } from '../../context.ts'
import { zonesOf } from '../../tables/reference.ts'
import type * as wire from '../../wire/results.ts'
import type { Current } from '../plan.ts'
import { lineOf } from '../shown.ts'
import { zonesIn } from './finding-picture.ts'

const sourceText = ({ source, licence }: Outlines) => `${source} (${licence})`

/**
 * The outlines of the communes put together by zone, for the documents.
 *
 * @returns null when the authority has given none
 */
export async function outlinesOf(context: AppContext): Promise<ZoneOutlines | null> {
  const outlines = await outlinesIn(context.store)
  if (outlines.features.length === 0) return null
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

const ringsOf = (geometry: Outlines['features'][number]['geometry']): Ring[] =>
  (geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()).map((ring) =>
    ring.map(([longitude, latitude]) => [longitude, latitude] as [number, number]),
  )

export async function mapOf(context: AppContext): Promise<wire.TerritoryMap> {
  const outlines = await outlinesIn(context.store)
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

/** The findings of these publications that a map can show. */
export function mappedOf({ there }: Pick<Current, 'there'>): wire.MappedFindings {
  const findings = there.flatMap((head) =>
    head.findings
      .toSorted((a, b) => a.objective - b.objective)
      .flatMap((finding) => {
        const zones = zonesIn(finding)
        if (zones === null) return []
        const { questionnaire, indicator, objective, title, sentence, chart } = finding
        const base = chart?.kind === 'bars' ? chart.base : ''
        return [{ questionnaire, indicator, objective, title, brief: briefOf(sentence), base, zones }]
      }),
  )
  const mapped = new Set(findings.map(({ questionnaire }) => questionnaire))
  return { mention, publications: there.filter(({ surveyed }) => mapped.has(surveyed.slug)).map(lineOf), findings }
}
