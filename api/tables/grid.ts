/** A table pasted as the page shows it: a line for each word of its second column, a column for each word of its first. */

import { folded } from '../../surveys/wording/folded.ts'
import type { Kind } from './kinds.ts'

/** What the page calls the line of what holds everywhere. */
const everywhere = folded('Toutes les tranches')

const wordsIn = (heading: string) => folded(heading).split(/[^\p{L}]+/u)

/** @returns the lines of the table, an empty cell leaving none; null when the first line does not name each column of the grid */
export function unfolded({ isGrid, columns }: Kind, [heading = [], ...lines]: string[][]): string[][] | null {
  const words = (isGrid && columns[0]?.words) || []
  const places = words.map((word) => heading.findIndex((cell, at) => at > 0 && wordsIn(cell).includes(folded(word))))
  if (words.length === 0 || places.includes(-1) || heading.length !== words.length + 1) return null
  return lines.flatMap(([name = '', ...cells]) =>
    words.flatMap((word, index) => {
      const value = cells[places[index]! - 1] ?? ''
      return value === '' ? [] : [[word, folded(name) === everywhere ? '' : name, value]]
    }),
  )
}
