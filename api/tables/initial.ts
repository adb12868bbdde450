/** What a table shows before anybody has filled it in. */
import { communes, outside, provisionalZones, zoneNames } from '../../surveys/authority/territory.ts'
import type { Kind } from './kinds.ts'

/** Those that the founding questionnaires show on trial, until the authority says its own. */
const provisionalSlices = [
  ['', '499'],
  ['500', '699'],
  ['700', '899'],
  ['900', '1099'],
  ['1100', ''],
]

/** The provisional zones and slices; nothing for the other tables, where nothing may be supposed. */
export function initialCells({ name }: Kind): string[][] {
  if (name === 'slices') return provisionalSlices
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
  if (name === 'slices') return 'Tranches d’essai. Mettez celles que la collectivité a délibérées, puis enregistrez.'
  return 'Cette table n’est pas encore remplie.'
}
