/** The results of an attack in words, and as the tables of the docs. */
import { decimal } from '../text/format.ts'
import type { Attack } from './attack.ts'

const three = (value: number) => value.toFixed(3)
const percent = (part: number) => `${(100 * part).toFixed(1)} %`

/** What each attack found, one row each. */
function rowsOf({ exact, bayes, uniques, differencing, inference }: Attack): [attack: string, found: string][] {
  return [
    ['exact', `${exact.pinned} of ${exact.cells} cells pinned to one count`],
    [
      'Bayesian',
      `${bayes.cells} counts of 1 to 4: mean chance given to the truth ${three(bayes.meanTruth)}, largest ${three(bayes.maxTruth)}, above ½ ${bayes.overHalf}, above 0.95 ${bayes.sure} (sensitive ${bayes.sureSensitive})`,
    ],
    ['uniques', `${uniques.given} of ${uniques.people} people given away`],
    [
      'differencing',
      `${differencing.cells} answers of a known person: mean chance ${three(differencing.meanTruth)}, above 0.95 ${differencing.sure}`,
    ],
    ['inference', `${inference.exact} of ${inference.groups} groups told exactly`],
  ]
}

/** Two tables of Markdown: attacks, then worth. */
export function markdownOf(name: string, found: Attack): string {
  const attacks = rowsOf(found).map(([attack, result]) => `| ${attack} | ${result} |`)
  const worth = found.utility.map(({ n, shown, error }) => `| ${n} | ${percent(shown)} | ${error.toFixed(2)} |`)
  return [
    `| attack on ${name} | result |`,
    '| --- | --- |',
    ...attacks,
    '',
    '| families | figures shown | mean error of a share, in points |',
    '| --- | --- | --- |',
    ...worth,
    '',
  ].join('\n')
}

export function textOf(name: string, found: Attack): string {
  const attacks = rowsOf(found).map(([attack, result]) => `${attack.padEnd(14)} ${result}`)
  const worth = found.utility.map(
    ({ n, shown, error }) =>
      `${String(n).padStart(6)} familles : ${decimal(100 * shown)} % des chiffres montrés, écart moyen ${decimal(error)} point`,
  )
  return `${[name, ...attacks, ...worth].join('\n')}\n`
}
