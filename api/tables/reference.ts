/** The saved tables as the analysis and the questionnaires read them. */
import type { Dated, PriceRow, ReferenceTables, SliceRow } from '../../analysis/design/reference-tables.ts'
import { outside, outsideZone, provisionalZones, zoneNames } from '../../surveys/authority/territory.ts'
import type { ParameterValues } from '../../surveys/questionnaire/parameters.ts'
import { plain } from './nearest.ts'
import type { Tables, TableVersion } from './versions.ts'

/** Every table; those not entered have no row, zones are then the provisional ones. */
export async function referenceTables(tables: Tables): Promise<ReferenceTables> {
  const all = await tables.all()
  // the columns of each kind were read into exactly these shapes (tables/kinds.ts)
  const dated = <Row>(name: string): Dated<Row> => {
    const { date = '', source = '', rows = [] } = all.get(name) ?? {}
    return { date, source, rows: rows as Row[] }
  }
  return {
    zones: zonesOf(all.get('zones')),
    frames: dated('frames'),
    margins: dated('margins'),
    supply: dated('supply'),
    places: dated('places'),
    slices: dated('slices'),
    prices: dated('prices'),
    ratios: dated('ratios'),
    attendance: dated('attendance'),
    costs: dated('costs'),
  }
}

/** A zone whose name is already known has its code again; a new one goes by its name, which is what people read. */
export function zoneCode(name: string): string {
  const known = Object.entries(zoneNames()).find(([, text]) => plain(text) === plain(name))
  return known?.[0] ?? name
}

export function zonesOf(version: TableVersion | undefined): ReferenceTables['zones'] {
  if (!version) return provisionalZones()
  const rows = version.rows.map(({ commune, zone }) => ({ insee: String(commune), zone: zoneCode(String(zone)) }))
  const isOutsideThere = rows.some(({ insee }) => insee === outside)
  return {
    name: 'Zones',
    provisional: false,
    source: version.source,
    date: version.date,
    rows: isOutsideThere ? rows : [...rows, { insee: outside, zone: outsideZone }],
  }
}

/** Parameters of the questionnaires that the tables fill; a table not entered fills none. */
export function parametersFrom({ slices, places, prices, supply }: ReferenceTables): ParameterValues {
  const centres = [
    ...new Set(supply.rows.filter(({ kind }) => plain(kind).includes('loisir')).map(({ service }) => service)),
  ]
  const numbered = (prefix: string, texts: string[]) =>
    texts.map((text, index) => ({ value: `${prefix}${index + 1}`, text }))
  const values = {
    tranches_qf: numbered('qf', sliceTexts(slices.rows)),
    lieux_candidats: numbered(
      'lieu_',
      places.rows.map(({ place }) => place),
    ),
    centres_existants:
      centres.length === 0
        ? []
        : [
            ...numbered('centre_', centres),
            { value: 'hors_territoire', text: 'Un accueil de loisirs hors du territoire' },
          ],
    tarif_a: priceText(prices.rows, 'bas'),
    tarif_b: priceText(prices.rows, 'moyen'),
    tarif_c: priceText(prices.rows, 'haut'),
  }
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value.length > 0))
}

/** Which table fills a parameter; null when it is a setting. */
export const tableOfParameter: Readonly<Record<string, string>> = {
  tranches_qf: 'slices',
  lieux_candidats: 'places',
  centres_existants: 'supply',
  tarif_a: 'prices',
  tarif_b: 'prices',
  tarif_c: 'prices',
}

const euros = (value: number) =>
  new Intl.NumberFormat('fr-FR', { minimumFractionDigits: Number.isInteger(value) ? 0 : 2 }).format(value)

/** « Moins de 500 », « De 500 à 699 », « 700 et plus ». */
export const sliceTexts = (rows: readonly Pick<SliceRow, 'from' | 'to'>[]): string[] =>
  rows.map(({ from, to }) => sliceText(from, to))

function sliceText(from: number | null, to: number | null): string {
  if (from === null || from === 0) return `Moins de ${euros((to ?? 0) + 1)}`
  return to === null ? `${euros(from)} et plus` : `De ${euros(from)} à ${euros(to)}`
}

function priceText(rows: PriceRow[], level: PriceRow['level']): string {
  return rows
    .filter((row) => row.level === level)
    .map(({ slice, euros: price }) => (slice ? `${slice} : ${euros(price)} €` : `${euros(price)} €`))
    .join(' ; ')
}
