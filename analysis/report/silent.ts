/** Divisions of which every figure is hidden: a line says which and by what rule, in the place of a table of empty lines. */
import { type Hiding, hidingRules } from '../../surveys/charts/no-figure.ts'
import type { Finding } from '../findings/finding.ts'
import { quote, typeset } from '../text/format.ts'
import type { Grid } from './tree.ts'

type Divided = Pick<Finding, 'breakdowns'>

/** A table with something to read. */
export const hasFigure = ({ rows }: Pick<Grid, 'rows'>): boolean =>
  rows.some(({ cells }) => cells.some((one) => one.kind !== 'none' || one.why === 'in-words'))

const hidesAll = ({ table }: Finding['breakdowns'][number]): boolean => table.hidden !== undefined && !hasFigure(table)

/** The tables of a finding that show something. */
export const shownBreakdowns = ({ breakdowns }: Divided): Finding['breakdowns'] =>
  breakdowns.filter((one) => !hidesAll(one))

/** One line a rule. @param above findings before it on the page: a rule they have said is not said again */
export function silentLines(finding: Divided, above: readonly Divided[] = []): string[] {
  const said = new Set(above.flatMap((one) => [...silentIn(one).keys()]))
  return [...silentIn(finding)].map(([by, lists]) => {
    const what = /mean$/.test(by) ? 'Pas de moyenne' : 'Pas de chiffre'
    const selon = lists.map((list) => `selon ${quote(list)}`).join(' ni ')
    if (said.has(by)) return typeset(`${what} ${selon} non plus, pour la même raison.`)
    return typeset(
      by === 'waiting' ? `${what} ${selon} avant des réponses nouvelles.` : `${what} ${selon} : ${hidingRules[by]}.`,
    )
  })
}

/** Lists by the rule that hid what they divide; where nothing is read by one, no mean could be. */
function silentIn({ breakdowns }: Divided): Map<Hiding, string[]> {
  const all = breakdowns.filter(hidesAll).flatMap(({ table }) => table.hidden ?? [])
  const isMean = ({ by }: { by: Hiding }) => /mean$/.test(by)
  const without = new Set(all.flatMap((one) => (isMean(one) ? [] : [one.list])))
  const own = all.filter((one) => !(isMean(one) && without.has(one.list)))
  return new Map(
    [...Map.groupBy(own, ({ by }) => by)].map(([by, some]) => [by, [...new Set(some.map(({ list }) => list))]]),
  )
}
