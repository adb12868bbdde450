/** Public places that the questionnaires of the young name, beside the kinds of place that everybody has. */
import type { Authority, NamesFile } from '../../surveys/authority/schema.ts'
import { headingOf, type Translated, translated } from '../../surveys/languages.ts'
import { namedPlace } from '../../surveys/questionnaire/elements.ts'
import { leastDescribed } from '../../surveys/thresholds.ts'
import { text } from '../tables/cell.ts'
import type { Row } from '../tables/row.ts'
import { once } from '../tables/rules.ts'
import { type AuthorityTable, column, optional, textOf } from './table.ts'

const list = 'lieux_jeunes'
export const youngPlacesTable: AuthorityTable = {
  name: 'lieux-jeunes',
  title: 'Lieux nommés aux jeunes',
  help: `Des lieux publics d’ici, proposés aux jeunes avec « Au stade ou au gymnase » et les autres. Un questionnaire déjà ouvert garde sa liste. Les résultats ne montrent un lieu nommé qu’à partir de ${leastDescribed} réponses, jamais par zone, par âge ni sur une carte ; les sortes de lieux se lisent par zone.`,
  columns: [
    column('code', 'Code', 'Par exemple skatepark_nord ; il ne change plus ensuite', (cell) =>
      /^[a-z][a-z0-9_]{1,39}$/.test(cell)
        ? { value: cell }
        : { wrong: `« ${cell} » : des petites lettres sans accent, des chiffres et _, par exemple skatepark_nord.` },
    ),
    column('french', 'Français', 'Comme une réponse, par exemple « Au skatepark du nord »', text(80)),
    ...translated.map((language) => optional(language, headingOf(language), 'Vide = le français', text(80))),
  ],
  rules: [once(['code'], 'Lieu')],
  example: () => ['skatepark_nord', 'Au skatepark du nord', ...translated.map(() => '')],
  cellsOf: ({ names }) =>
    (names.lists[list] ?? []).map(({ value, text: words }) => [
      value.slice(namedPlace.length),
      typeof words === 'string' ? words : words.default,
      ...translated.map((language) => (typeof words === 'string' ? '' : (words[language] ?? ''))),
    ]),
  with: placesFrom,
}

function placesFrom(before: Authority, rows: readonly Row[]): Authority {
  const { [list]: _, ...others } = before.names.lists
  const places = rows.map((row) => {
    const own = translated.flatMap((language): [Translated, string][] => {
      const words = textOf(row, language)
      return words === '' ? [] : [[language, words]]
    })
    return {
      value: `${namedPlace}${textOf(row, 'code')}`,
      text: { default: textOf(row, 'french'), ...Object.fromEntries(own) },
    }
  })
  const lists: NamesFile['lists'] = places.length === 0 ? others : { ...others, [list]: places }
  return { ...before, names: { ...before.names, lists } }
}
