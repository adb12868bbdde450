/** The outlines of the communes and the zone each is in; results are published by zone, never by commune. */

import { mention } from '../../../analysis/disclosure/rules.ts'
import { briefOf } from '../../../analysis/findings/brief.ts'
import { eachOnce, zoneBarsOf } from '../../../analysis/findings/finding.ts'
import { datedText } from '../../../analysis/report/short/zone-notes.ts'
import type { Ring, ZoneOutlines } from '../../../analysis/report/source.ts'
import { objectives } from '../../../surveys/authority/plan.ts'
import { communes, provisionalZones, type ZoneTable, zoneNames, zoneOf } from '../../../surveys/authority/territory.ts'
import type { Outlines } from '../../authority/outline-shape.ts'
import { outlinesIn } from '../../authority/outlines.ts'
import type { AppContext } from '../../context.ts'
import { zonesOf } from '../../tables/reference.ts'
import type * as wire from '../../wire/results.ts'
import type { Current } from '../plan.ts'
import type { Head } from '../publications.ts'
import { lineOf } from '../shown.ts'
import { zonesIn } from './finding-picture.ts'

const sourceText = ({ source, licence }: Outlines) => `${source} (${licence})`

type Zoned = Pick<Head, 'zoning' | 'madeAt'>

/**
 * The zones whose figures a publication holds: the version of the table that it names, whatever was saved since.
 *
 * @returns null when that version is no longer there
 */
async function zonesThen(
  { tables }: Pick<AppContext, 'tables'>,
  { zoning, madeAt }: Zoned,
): Promise<{ zones: ZoneTable; version: number | null } | null> {
  if (zoning.provisional) return { zones: provisionalZones(), version: null }
  const named = (await tables.history('zones')).filter(
    ({ date, source }) => date === zoning.date && source === zoning.source,
  )
  // the same delibération may have been typed twice: the last one before the publication was read
  const version = named.find(({ savedAt }) => savedAt <= madeAt) ?? named.at(-1)
  return version ? { zones: zonesOf(version), version: version.number } : null
}

/**
 * The outlines of the communes put together by the zones of a publication, for the documents.
 *
 * @returns null when the authority has given no outlines, or the zones are not known
 */
export async function outlinesOf(
  context: AppContext,
  published: Zoned & Pick<ZoneOutlines, 'questionnaires'>,
): Promise<ZoneOutlines | null> {
  const outlines = await outlinesIn(context.store)
  const then = await zonesThen(context, published)
  if (outlines.features.length === 0 || then === null) return null
  const { zones } = then
  const byZone = Map.groupBy(outlines.features, ({ properties }) => zoneOf(properties.code, zones))
  return {
    zones: [...byZone].flatMap(([zone, features]) =>
      zone === null
        ? []
        : [{ name: zoneNames()[zone] ?? zone, rings: features.flatMap(({ geometry }) => ringsOf(geometry)) }],
    ),
    source: sourceText(outlines),
    ...(published.questionnaires ? { questionnaires: published.questionnaires } : {}),
  }
}

const ringsOf = (geometry: Outlines['features'][number]['geometry']): Ring[] =>
  (geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()).map((ring) =>
    ring.map(([longitude, latitude]) => [longitude, latitude] as [number, number]),
  )

/** The zones of a publication on their outlines. */
export async function mapOf(context: AppContext, published: Zoned): Promise<wire.TerritoryMap> {
  const outlines = await outlinesIn(context.store)
  const then = await zonesThen(context, published)
  const { provisional, date, source } = published.zoning
  return {
    outlines,
    source: sourceText(outlines),
    zoning: { provisional, date, source, version: then?.version ?? null },
    communes: then
      ? communes().map(({ insee, name }) => {
          const zone = zoneOf(insee, then.zones) ?? ''
          return { code: insee, name, zone, zoneName: zoneNames()[zone] ?? zone }
        })
      : [],
  }
}

/** The findings of these publications that a map can show, each once, under the first objective it answers. */
export function mappedOf({ there }: Pick<Current, 'there'>): wire.MappedFindings {
  const all = there.flatMap((head) => head.findings).toSorted((a, b) => a.objective - b.objective)
  const findings = eachOnce(all).flatMap((finding) => {
    const zones = zonesIn(finding)
    if (zones === null) return []
    const { questionnaire, indicator, objective, title, sentence, chart } = finding
    const need = objectives().find(({ number }) => number === objective)?.title ?? ''
    const base = chart?.kind === 'bars' ? chart.base : ''
    const dated = datedText(zoneBarsOf(finding)?.bars ?? [])
    return [{ questionnaire, indicator, objective, need, title, brief: briefOf(sentence), base, zones, dated }]
  })
  const mapped = new Set(findings.map(({ questionnaire }) => questionnaire))
  return { mention, publications: there.filter(({ surveyed }) => mapped.has(surveyed.slug)).map(lineOf), findings }
}
