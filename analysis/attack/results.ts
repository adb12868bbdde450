/** The results of an attack: in French for whoever runs it, in English as the tables of the docs. */
import { leastFigure } from '../../surveys/thresholds.ts'
import { count, decimal, typeset } from '../text/format.ts'
import type { Attack } from './attack.ts'

const fixed = (value: number, digits = 2) => value.toFixed(digits)

/** One line of the docs: what each attack found. */
export function markdownRow(name: string, { exact, bayes, uniques, differencing, inference }: Attack): string {
  const cells = [
    name,
    `${exact.pinned} of ${exact.cells}`,
    `${fixed(bayes.meanTruth)}, largest ${fixed(bayes.maxTruth)}`,
    `${bayes.sure} of ${bayes.cells} (sensitive: ${bayes.sureSensitive})`,
    `${uniques.given} of ${uniques.people}`,
    `${fixed(differencing.meanTruth)}; sure: ${differencing.sure} of ${differencing.cells}`,
    `${inference.exact} of ${inference.groups}`,
  ]
  return `| ${cells.join(' | ')} |`
}

export const markdownHead = [
  '| protection | cells pinned | chance given to a true count of 1 to 4 | sure of such a count, and right | people alone given away | answer of a known person: mean chance | whole groups told |',
  '| --- | --- | --- | --- | --- | --- | --- |',
].join('\n')

/** What protection costs, by number of families. */
export const worthTable = ({ utility }: Attack): string =>
  [
    `| families | figures shown, of those on ${leastFigure} people or more | mean error of a share, in points |`,
    '| --- | --- | --- |',
    ...utility.map(({ n, shown, error }) => `| ${n} | ${fixed(100 * shown, 1)} % | ${fixed(error, 1)} |`),
  ].join('\n')

export const markdownOf = (name: string, found: Attack): string =>
  `${markdownHead}\n${markdownRow(name, found)}\n\n${worthTable(found)}\n`

export function textOf(name: string, { exact, bayes, uniques, differencing, inference, utility }: Attack): string {
  const lines = [
    `Attaque : ${name}`,
    `Comptes retrouvés exactement : ${count(exact.pinned)} sur ${count(exact.cells)}.`,
    `Chance donnée au vrai compte, de 1 à 4 : ${decimal(100 * bayes.meanTruth)} % en moyenne, ${decimal(100 * bayes.maxTruth)} % au plus ; sûr et juste : ${count(bayes.sure)} sur ${count(bayes.cells)}.`,
    `Personnes seules retrouvées : ${count(uniques.given)} sur ${count(uniques.people)}.`,
    `Réponse d’une personne connue, par différence : ${decimal(100 * differencing.meanTruth)} % de chance en moyenne ; sûr : ${count(differencing.sure)} sur ${count(differencing.cells)}.`,
    `Groupes entiers dont la réponse se lit : ${count(inference.exact)} sur ${count(inference.groups)}.`,
    ...utility.map(
      ({ n, shown, error }) =>
        `À ${count(n)} familles : ${decimal(100 * shown)} % des chiffres montrés, à ${decimal(error)} point près en moyenne.`,
    ),
  ]
  return `${lines.map(typeset).join('\n')}\n`
}
