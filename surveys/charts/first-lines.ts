/** Of a long table, the lines that a page with little room keeps. */

/** By what rule so many lines of a table are kept, and that they stand in its order; '' = they are its first ones. @example firstSaid(3, 'où il manque le plus de places') */
export function firstSaid(many: number, by: string | undefined): string {
  if (by === undefined) return ''
  return many === 1 ? `Ici, la ligne ${by}.` : `Ici, les ${many} lignes ${by}, dans l’ordre du tableau.`
}

type Long<Row> = { rows: readonly Row[]; first?: readonly number[] | undefined }

/**
 * The lines that matter most, in the order of the table.
 *
 * @param table `first`: places of its lines, what matters most first; without, as they stand
 * @returns `left`: the others
 */
export function firstLines<Row>({ rows, first }: Long<Row>, most: number): { shown: Row[]; left: Row[] } {
  const kept = new Set((first ?? [...rows.keys()]).slice(0, most))
  return { shown: rows.filter((_, at) => kept.has(at)), left: rows.filter((_, at) => !kept.has(at)) }
}
