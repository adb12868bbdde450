/** The saved tables as the analysis and the questionnaires read them. */
import type { Dated, PriceRow, ReferenceTables, SliceRow } from '../../analysis/design/reference-tables.ts'
import { outside, outsideZone, provisionalZones, zoneNames } from '../../surveys/authority/territory.ts'
import type { Language } from '../../surveys/languages.ts'
import { speechOf } from '../../surveys/paper/words.ts'
import { inEach, type ParameterValues } from '../../surveys/questionnaire/parameters.ts'
import type { Text } from '../../surveys/questionnaire/questionnaire.ts'
import { folded } from '../../surveys/wording/folded.ts'
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
  const known = Object.entries(zoneNames()).find(([, text]) => folded(text) === folded(name))
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
export function parametersFrom(tables: ReferenceTables): ParameterValues {
  const { slices, places, supply } = tables
  const centres = [
    ...new Set(supply.rows.filter(({ kind }) => folded(kind).includes('loisir')).map(({ service }) => service)),
  ]
  const numbered = (prefix: string, texts: readonly Text[]) =>
    texts.map((text, index) => ({ value: `${prefix}${index + 1}`, text }))
  const values = {
    tranches_qf: numbered(
      'qf',
      slices.rows.map(({ from, to }) => inEach((language) => speechOf(language, false).slice(from, to))),
    ),
    lieux_candidats: numbered(
      'lieu_',
      places.rows.map(({ place }) => place),
    ),
    // « hors du territoire » stands in the questionnaire, in each language
    centres_existants: numbered('centre_', centres),
    tarif_a: priceText(tables, 'bas'),
    tarif_b: priceText(tables, 'moyen'),
    tarif_c: priceText(tables, 'haut'),
  }
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0)),
  )
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

/** « Moins de 500 », « De 500 à 699 », « 700 et plus ». */
export const sliceTexts = (rows: readonly Pick<SliceRow, 'from' | 'to'>[], language: Language = 'fr'): string[] =>
  rows.map(({ from, to }) => speechOf(language, false).slice(from, to))

/** The prices of one level; each bracket, written in French in the table, is called as the questionnaire calls it. */
function priceText(
  { prices, slices }: Pick<ReferenceTables, 'prices' | 'slices'>,
  level: PriceRow['level'],
): Text | '' {
  const rows = prices.rows.filter((row) => row.level === level)
  const brackets = sliceTexts(slices.rows).map(folded)
  return rows.length === 0
    ? ''
    : inEach((language) => {
        const called = sliceTexts(slices.rows, language)
        return speechOf(language, false).prices(
          rows.map(({ slice, euros }) => ({
            slice: slice ? (called[brackets.indexOf(folded(slice))] ?? slice) : null,
            euros,
          })),
        )
      })
}
