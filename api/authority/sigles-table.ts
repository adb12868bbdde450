/** Abbreviations of the plan and of the authority, and the names of places that a free answer may keep. */
import type { Authority, PlanFile } from '../../surveys/authority/schema.ts'
import { choice, text } from '../tables/cell.ts'
import type { Row } from '../tables/row.ts'
import { once } from '../tables/rules.ts'
import { type AuthorityTable, column, optional, textOf } from './table.ts'

const toConfirm = 'à confirmer'

export const siglesTable: AuthorityTable = {
  name: 'sigles',
  title: 'Sigles',
  help: 'Ce que veulent dire les lettres que le plan et vos services emploient. Les pages et les rapports les écrivent en entier une fois.',
  columns: [
    column('short', 'Sigle', 'Tel qu’il est écrit', (cell) =>
      /^[\p{L}\d]{2,20}$/u.test(cell)
        ? { value: cell }
        : { wrong: `« ${cell} » : des lettres et des chiffres seulement, par exemple RPE.` },
    ),
    column('long', 'En entier', 'En petites lettres, par exemple « relais petite enfance »', text(200)),
    {
      ...optional('doubt', 'Doute', 'Vide = le plan ou votre service le dit', (cell) =>
        cell === '' ? { value: null } : choice([toConfirm])(cell),
      ),
      words: [toConfirm],
    },
  ],
  rules: [once(['short'], 'Sigle')],
  example: () => ['RPE', 'relais petite enfance', ''],
  cellsOf: ({ plan, names }) => {
    const own = plan.acronyms ?? []
    const others = Object.entries(names.sigles).filter(([short]) => !own.some((one) => one.short === short))
    return [
      ...own.map((one) => [one.short, one.long, one.toConfirm ? toConfirm : '']),
      ...others.map(([short, long]) => [short, long, '']),
    ]
  },
  with: siglesFrom,
}

/** Those of the authority alone stay where they were: its reports expand them too. */
function siglesFrom(before: Authority, rows: readonly Row[]): Authority {
  const { acronyms: earlier = [], ...plan } = before.plan
  const given = rows.map((row) => ({
    short: textOf(row, 'short'),
    long: textOf(row, 'long'),
    ...(textOf(row, 'doubt') === '' ? {} : { toConfirm: true as const }),
  }))
  const isOwn = (short: string) =>
    Object.hasOwn(before.names.sigles, short) && !earlier.some((one) => one.short === short)
  const acronyms: NonNullable<PlanFile['acronyms']> = given.filter(({ short }) => !isOwn(short))
  const own = new Map(given.map((one) => [one.short, one.long]))
  const sigles = Object.fromEntries(
    Object.keys(before.names.sigles).flatMap((short) => (own.has(short) ? [[short, own.get(short)!]] : [])),
  )
  return {
    ...before,
    plan: acronyms.length === 0 && before.plan.acronyms === undefined ? plan : { ...plan, acronyms },
    names: { ...before.names, sigles },
  }
}

export const placesTable: AuthorityTable = {
  name: 'lieux',
  title: 'Lieux qui ne désignent personne',
  help: 'Noms de villes, de rivières, de pays d’ici qu’une réponse libre peut garder. Tout autre nom propre y est masqué. Les communes du territoire sont déjà connues.',
  columns: [column('place', 'Lieu', 'Par exemple « garonne »', text(60))],
  rules: [once(['place'], 'Lieu')],
  example: () => ['Garonne'],
  cellsOf: ({ names }) => names.places.map((place) => [place]),
  with: (before, rows) => ({
    ...before,
    names: { ...before.names, places: rows.map((row) => textOf(row, 'place').toLowerCase()) },
  }),
}
