/** What a table of zones may say by a slip: a new name near to another one, a zone of a single commune, a commune moved. Asked before it is saved. */
import { communes, outside, zoneNames } from '../../surveys/authority/territory.ts'
import { folded } from '../../surveys/wording/folded.ts'
import { nearest } from './nearest.ts'
import { zonesOf } from './reference.ts'
import type { Row } from './row.ts'
import type { TableVersion } from './versions.ts'

type Placed = { insee: string; zone: string }
/** The table itself shows the others. */
const mostNamed = 6

const byZone = (rows: readonly { insee: string; zone: string }[]) =>
  Map.groupBy(
    rows.filter(({ insee }) => insee !== outside),
    ({ zone }) => folded(zone),
  )

/**
 * @param rows of the table about to be saved
 * @param current version in force; null = the provisional zones are
 * @returns a question each, in French; none when every zone is known, or new on purpose
 */
export function zoneDoubts(rows: readonly Row[], current: TableVersion | null): string[] {
  const { rows: before } = zonesOf(current ?? undefined)
  const known = byZone(before.map(({ insee, zone }) => ({ insee, zone: zoneNames()[zone] ?? zone })))
  const zones = byZone(rows.map(({ commune, zone }) => ({ insee: String(commune), zone: String(zone) })))
  const knownNames = [...known.keys()].map((zone) => nameIn(before, zone))
  const named = [...zones].flatMap(([zone, own]) => {
    const name = own[0]!.zone
    // two new zones of several communes each may well have names alike
    const others = own.length > 1 ? [] : [...zones.values()].map(([one]) => one!.zone).filter((one) => one !== name)
    const near = known.has(zone) ? null : nearest(name, [...new Set([...knownNames, ...others])])
    const alone = own.length === 1 && !isAlone(known.get(zone), own[0]!.insee)
    return [
      ...(near ? [`Nouvelle zone «\u202f${name}\u202f»\u202f? Vouliez-vous dire «\u202f${near}\u202f»\u202f?`] : []),
      ...(alone
        ? [
            `«\u202f${name}\u202f» ne compterait qu’une commune, ${communeName(own[0]!.insee)}\u202f: ses résultats seraient ceux de cette commune seule, que les habitants reconnaîtraient. À ne faire que pour une commune assez peuplée.`,
          ]
        : []),
    ]
  })
  return [...named, ...(current === null ? [] : movedFrom([...known.values()].flat(), [...zones.values()].flat()))]
}

/** « From North to South »: the zones of one questionnaire are redrawn once, so that a commune moved by a slip stays there. */
function movedFrom(before: readonly Placed[], now: readonly Placed[]): string[] {
  const zoneBefore = new Map(before.map(({ insee, zone }) => [insee, zone]))
  const moved = now.flatMap(({ insee, zone }) => {
    const then = zoneBefore.get(insee)
    return then === undefined || folded(then) === folded(zone) ? [] : [`${communeName(insee)}, de ${then} à ${zone}`]
  })
  if (moved.length === 0) return []
  const shown = moved.slice(0, mostNamed).join('\u202f; ')
  const others = moved.length - mostNamed
  const more = others > 0 ? `\u202f; et ${others} autre${others > 1 ? 's' : ''}` : ''
  return [
    `${moved.length === 1 ? 'Une commune change' : `${moved.length} communes changent`} de zone\u202f: ${shown}${more}.`,
  ]
}

/** It was a zone by itself already. */
const isAlone = (before: readonly { insee: string }[] | undefined, insee: string) =>
  before?.length === 1 && before[0]!.insee === insee

const nameIn = (rows: readonly { zone: string }[], zone: string) =>
  rows.map((row) => zoneNames()[row.zone] ?? row.zone).find((name) => folded(name) === zone)!

const communeName = (insee: string) => communes().find((one) => one.insee === insee)?.name ?? insee
