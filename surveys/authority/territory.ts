/** The territory: its 21 communes, and the zones by which results are told. The only place that knows which are "sud". */

export type Commune = {
  insee: string
  name: string
  /** Column `population` of the source, persons; the 21 sum to 30 158. */
  population: number
  /** Column `populationMunicipale` of the source (legal populations of the INSEE), persons; the 21 sum to 29 922. */
  municipalPopulation: number
}

/** Where the communes come from, to print beside any figure made with them. */
export const communesSource = {
  epci: '200034023',
  name: 'CC Tarn-Agout',
  vintage: '2026',
  text: '@etalab/decoupage-administratif 6.0.0 (COG 2026, populations légales INSEE), Licence Ouverte',
} as const

const rows: [insee: string, name: string, population: number, municipalPopulation: number][] = [
  ['31038', 'Azas', 675, 670],
  ['81011', 'Ambres', 1033, 1031],
  ['81022', 'Bannières', 210, 211],
  ['81025', 'Belcastel', 216, 226],
  ['81102', 'Garrigues', 333, 317],
  ['81116', 'Labastide-Saint-Georges', 2002, 1985],
  ['81126', 'Lacougotte-Cadoul', 173, 178],
  ['81140', 'Lavaur', 10965, 10884],
  ['81150', 'Lugan', 419, 420],
  ['81157', 'Marzens', 311, 311],
  ['81159', 'Massac-Séran', 523, 493],
  ['81173', 'Montcabrier', 304, 315],
  ['81229', 'Roquevidal', 141, 137],
  ['81236', 'Saint-Agnan', 304, 295],
  ['81255', 'Saint-Jean-de-Rives', 516, 512],
  ['81261', 'Saint-Lieux-lès-Lavaur', 1269, 1232],
  ['81271', 'Saint-Sulpice-la-Pointe', 9719, 9674],
  ['81298', 'Teulat', 495, 483],
  ['81310', 'Veilhes', 143, 145],
  ['81318', 'Villeneuve-lès-Lavaur', 139, 138],
  ['81324', 'Viviers-lès-Lavaur', 268, 265],
]

export const communes: readonly Commune[] = rows.map(([insee, name, population, municipalPopulation]) => ({
  insee,
  name,
  population,
  municipalPopulation,
}))

/** Value of the commune question for those who live in none of them. */
export const outside = 'hors'

/** Which zone each commune is in, at a date. Staff replace it; answers keep their commune, so none is lost. */
export type ZoneTable = {
  name: string
  /** True until the authority has decided; shown as « zonage provisoire ». */
  provisional: boolean
  source: string
  /** ISO date from which it holds. */
  date: string
  /** Every commune once, and `hors`. */
  rows: { insee: string; zone: string }[]
}

export const zoneNames: Readonly<Record<string, string>> = {
  lavaur: 'Lavaur',
  'saint-sulpice': 'Saint-Sulpice-la-Pointe',
  nord: 'Nord',
  sud: 'Sud',
  'hors-territoire': 'Hors territoire',
}

const south = '31038 81022 81025 81126 81157 81159 81173 81229 81298 81310 81318 81324'.split(' ')

export const provisionalZones: ZoneTable = {
  name: 'Zonage provisoire',
  provisional: true,
  source: 'Proposition par défaut : le plan d’actions ne dit pas quelles communes forment le sud',
  date: '2026-01-01',
  rows: [
    ...communes.map(({ insee }) => ({ insee, zone: zoneByDefault(insee) })),
    { insee: outside, zone: 'hors-territoire' },
  ],
}

function zoneByDefault(insee: string): string {
  if (insee === '81140') return 'lavaur'
  if (insee === '81271') return 'saint-sulpice'
  return south.includes(insee) ? 'sud' : 'nord'
}

/** Zone of a commune; null when the table does not place it (`refus`, blank, or a commune left out). */
export function zoneOf(insee: string, table: ZoneTable): string | null {
  return table.rows.find((row) => row.insee === insee)?.zone ?? null
}
