/** The communes of the territory as a table; their zones are a reference table of their own. */
import type { Authority } from '../../surveys/authority/schema.ts'
import { outside } from '../../surveys/authority/territory.ts'
import { number, text } from '../tables/cell.ts'
import type { Row } from '../tables/row.ts'
import { once } from '../tables/rules.ts'
import { type AuthorityTable, column, optional, textOf } from './table.ts'

const people = number({ min: 0, max: 10_000_000, whole: true })

/** A whole number, or nothing. */
const countOf = (key: string, label: string, help: string) => ({
  ...optional(key, label, help, people),
  read: (cell: string) => (cell === '' ? { value: null } : people(cell)),
})

export const communesTable: AuthorityTable = {
  name: 'communes',
  title: 'Communes',
  help: 'Les communes proposées dans les questionnaires, et leurs habitants. Une commune nouvelle se range ensuite dans une zone (Tables, Zones du territoire).',
  columns: [
    column('insee', 'Code INSEE', 'Cinq signes, par exemple 97410', (cell) =>
      /^(\d{5}|2[AB]\d{3})$/i.test(cell)
        ? { value: cell.toUpperCase() }
        : { wrong: `« ${cell} » n’est pas un code INSEE : cinq chiffres, ou 2A ou 2B et trois chiffres.` },
    ),
    column('name', 'Commune', 'Le nom que les habitants connaissent', text(80)),
    column('population', 'Habitants', 'Population totale', people),
    countOf('municipal', 'Population municipale', 'Vide = le même nombre'),
    countOf('households', 'Ménages', 'Vide = inconnu'),
    countOf('births', 'Naissances', 'En un an ; vide = inconnu'),
    optional('arabic', 'Nom en arabe', 'Par exemple « سان دوني (Saint-Denis) » ; vide = le nom français', text(80)),
  ],
  rules: [once(['insee'], 'Code INSEE'), once(['name'], 'Commune'), someCommune],
  example: () => ['97402', 'Bras-Panon', '13344', '', '5175', '186', ''],
  cellsOf: ({ territory }) =>
    territory.communes.map(({ insee, name, population, municipalPopulation, households, births, names }) => [
      insee,
      name,
      String(population),
      String(municipalPopulation),
      households === undefined ? '' : String(households),
      births === undefined ? '' : String(births),
      names?.ar ?? '',
    ]),
  with: communesFrom,
}

function someCommune(rows: Row[]) {
  return rows.length > 0 ? [] : [{ row: null, message: 'Aucune commune : écrivez une ligne pour chacune.' }]
}

/** A commune keeps its zone; a new one is in the first zone until the staff place it. */
function communesFrom(before: Authority, rows: readonly Row[]): Authority {
  const { territory } = before
  const zoneOf = new Map(territory.zoning.rows.map(({ insee, zone }) => [insee, zone]))
  const communes = rows.map((row) => {
    const insee = textOf(row, 'insee')
    const known = territory.communes.find((one) => one.insee === insee)
    const { ar: _, ...others } = known?.names ?? {}
    const arabic = textOf(row, 'arabic')
    const names = arabic === '' ? others : { ...others, ar: arabic }
    const population = Number(row.population)
    return {
      insee,
      name: textOf(row, 'name'),
      population,
      municipalPopulation: typeof row.municipal === 'number' ? row.municipal : population,
      ...(typeof row.households === 'number' ? { households: row.households } : {}),
      ...(typeof row.births === 'number' ? { births: row.births } : {}),
      ...(Object.keys(names).length > 0 ? { names } : {}),
    }
  })
  const placed = communes.map(({ insee }) => ({ insee, zone: zoneOf.get(insee) ?? territory.zones[0]!.value }))
  const elsewhere = territory.zoning.rows.filter(({ insee }) => insee === outside)
  return {
    ...before,
    territory: { ...territory, communes, zoning: { ...territory.zoning, rows: [...placed, ...elsewhere] } },
  }
}
