/** From how many children a day pays for itself, with the costs that the authority entered. */
import type { CostRow } from '../../design/reference-tables.ts'

const mostChildren = 500

/**
 * Fewest children a day whose income covers its costs.
 *
 * @param rows euros: `jour` = whatever the number of children; `enfant` = for each; `adulte` = for each adult the law asks for;
 * what comes in (families, Caf) is a `recette`
 * @param adults needed for a number of children
 * @returns null when nothing is entered, or when 500 children would not be enough
 */
export function breakEven(rows: readonly CostRow[], adults: (children: number) => number): number | null {
  if (rows.length === 0) return null
  for (let children = 1; children <= mostChildren; children++)
    if (balance(rows, children, adults(children)) >= 0) return children
  return null
}

/** Euros of a day: what comes in, less what it costs. */
export function balance(rows: readonly CostRow[], children: number, adults: number): number {
  const times = { jour: 1, enfant: children, adulte: adults }
  return rows.reduce((sum, { per, euros, kind }) => sum + (kind === 'recette' ? 1 : -1) * euros * times[per], 0)
}
