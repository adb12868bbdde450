/** What the founding questionnaires call the authority and its places, in each language. */
import { type Authority, NamesFile } from '../../surveys/authority/schema.ts'
import { headingOf, type Translated, translated } from '../../surveys/languages.ts'
import { text } from '../tables/cell.ts'
import type { Row } from '../tables/row.ts'
import { once } from '../tables/rules.ts'
import { type AuthorityTable, column, optional, textOf } from './table.ts'

const isCode = (cell: string) => /^[a-z][a-z0-9_]*$/.test(cell)

export const wordsTable: AuthorityTable = {
  name: 'mots',
  title: 'Mots et noms',
  help: 'Ce que deviennent %{collectivite}, %{territoire} et les autres dans les questionnaires fournis. %{Collectivite} est le même mot avec une majuscule. Une langue laissée vide prend le français.',
  columns: [
    column('code', 'Mot', 'Par exemple collectivite', (cell) =>
      isCode(cell)
        ? { value: cell }
        : { wrong: `« ${cell} » : des petites lettres sans accent, des chiffres et _, par exemple collectivite.` },
    ),
    column('french', 'Français', 'Tel qu’il s’écrit au milieu d’une phrase, avec son article', text(300)),
    ...translated.map((language) => optional(language, headingOf(language), 'Vide = le français', text(300))),
  ],
  rules: [once(['code'], 'Mot'), everyWord],
  example: () => ['collectivite', 'la communauté de communes de l’Est', ...translated.map(() => '')],
  cellsOf: ({ names }) =>
    Object.entries(names.texts).map(([code, words]) => [
      code,
      typeof words === 'string' ? words : words.default,
      ...translated.map((language) => (typeof words === 'string' ? '' : (words[language] ?? ''))),
    ]),
  with: wordsFrom,
}

/** Words the founding questionnaires ask for: without them a mark would stand in a sentence that people read. */
const asked = ['collectivite', 'territoire', 'bord_de_l_eau']

function everyWord(rows: Row[]) {
  const there = new Set(rows.map((row) => textOf(row, 'code')))
  const missing = asked.filter((code) => !there.has(code))
  return missing.length === 0
    ? []
    : [
        {
          row: null,
          message: `Il manque ${missing.join(', ')} : les questionnaires fournis s’en servent. Ajoutez une ligne.`,
        },
      ]
}

function wordsFrom(before: Authority, rows: readonly Row[]): Authority {
  const texts: NamesFile['texts'] = Object.fromEntries(
    rows.map((row) => {
      const others = translated.flatMap((language): [Translated, string][] => {
        const words = textOf(row, language)
        return words === '' ? [] : [[language, words]]
      })
      return [textOf(row, 'code'), { default: textOf(row, 'french'), ...Object.fromEntries(others) }]
    }),
  )
  return { ...before, names: NamesFile.parse({ ...before.names, texts }) }
}
