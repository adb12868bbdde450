/** Which objectives of the plan in force the founding questionnaires feed, one line for each thing they find out. */
import { levelSaid, levelWords } from '../../surveys/authority/levels.ts'
import type { Authority } from '../../surveys/authority/schema.ts'
import { fed, topicsFor } from '../../surveys/questionnaire/founding.ts'
import { text } from '../tables/cell.ts'
import type { Row } from '../tables/row.ts'
import { once } from '../tables/rules.ts'
import { type AuthorityTable, column, optional, textOf } from './table.ts'

const yours = () => `Vos ${levelWords('objective').several}`

export const linksTable: AuthorityTable = {
  name: 'liens',
  title: 'Ce que les questionnaires fournis éclairent',
  get help() {
    const { one, several } = levelWords('objective')
    return `Pour chaque sujet des questionnaires fournis, les numéros de vos ${several} qu’il éclaire. Un sujet sans ${one} reste demandé, sans résultat dans le plan.`
  },
  get columns() {
    return [
      {
        ...column('code', 'Sujet', 'Son numéro', (cell) =>
          /^\d+$/.test(cell) && fed().has(Number(cell))
            ? { value: cell }
            : {
                wrong: `« ${cell} » n’est pas un sujet des questionnaires fournis. Sujets : ${[...fed().keys()].join(', ')}.`,
              },
        ),
        isFixed: true as const,
      },
      { ...optional('topic', 'Ce qui est demandé', 'Trois questions au plus', text(400)), isFixed: true as const },
      optional('objectives', yours(), 'Leurs numéros, séparés par « ; »', (cell) =>
        /^(\d{1,3}(\s*[;,]\s*\d{1,3})*)?$/.test(cell)
          ? { value: cell }
          : { wrong: `« ${cell} » : écrivez des numéros, par exemple « 3 ; 7 ».` },
      ),
    ]
  },
  rules: [once(['code'], 'Sujet')],
  example: () => ['1', 'Horaires décalés', '3 ; 7'],
  cellsOf: ({ names }) =>
    [...topicsFor({ names })].map(([number, topic]) => [
      String(number),
      topic,
      (names.links === null ? [number] : (names.links[number] ?? [])).join(' ; '),
    ]),
  rulesFor: ({ plan }) => [
    (rows) =>
      rows.flatMap((row, index) => {
        const unknown = numbersIn(row).filter((number) => !plan.objectives.some((one) => one.number === number))
        return unknown.length === 0
          ? []
          : [
              {
                row: index,
                column: yours(),
                message: `Le plan n’a pas ${levelSaid('of', 'objective')} ${unknown.join(', ')} : corrigez le numéro.`,
              },
            ]
      }),
  ],
  with: linksFrom,
}

const numbersIn = (row: Row): number[] =>
  [...textOf(row, 'objectives').matchAll(/\d+/g)].map(([digits]) => Number(digits))

function linksFrom(before: Authority, rows: readonly Row[]): Authority {
  const given = rows.map((row): [string, number[]] => [textOf(row, 'code'), numbersIn(row)])
  const isTheirOwn = given.length === fed().size && given.every(([code, own]) => own.join() === code)
  // questionnaires written for this plan stay so
  if (before.names.links === null && isTheirOwn) return before
  const links = Object.fromEntries(given.filter(([, own]) => own.length > 0))
  return { ...before, names: { ...before.names, links } }
}
