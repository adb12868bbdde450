/** What a table shows before anybody has filled it in. */
import { communes, outside, provisionalZones, zoneNames } from '../../surveys/authority/territory.ts'
import type { Kind } from './kinds.ts'

/** The provisional zones; nothing for the other tables, where nothing may be supposed. */
export function initialCells({ name }: Kind): string[][] {
  if (name !== 'zones') return []
  return provisionalZones()
    .rows.filter(({ insee }) => insee !== outside)
    .map(({ insee, zone }) => [
      communes().find((commune) => commune.insee === insee)?.name ?? insee,
      zoneNames()[zone] ?? zone,
    ])
}

export function noteOf({ name }: Kind): string {
  if (name === 'zones')
    return `Zonage provisoire. ${provisionalZones().source}. Vérifiez, corrigez, puis enregistrez avec sa source.`
  return 'Cette table n’est pas encore remplie.'
}
