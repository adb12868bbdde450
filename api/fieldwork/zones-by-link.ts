/** Zones as a link names them: posters of one zone are told from those of another. */
import { type ZoneTable, zoneNames } from '../../surveys/authority/territory.ts'
import { unaccented } from '../../surveys/wording/folded.ts'

export const zonesByLink = ({ rows }: Pick<ZoneTable, 'rows'>): { code: string; name: string }[] =>
  [...new Set(rows.map(({ zone }) => zone))].map((zone) => ({ code: linkCode(zone), name: zoneNames()[zone] ?? zone }))

/** Small letters without accents, nineteen at most. */
const linkCode = (zone: string): string =>
  unaccented(zone)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 19)
