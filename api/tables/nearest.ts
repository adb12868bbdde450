/** Finds the word that was meant by one that is not there. */
import { folded } from '../../surveys/wording/folded.ts'

/** Letters from which the beginning of a word stands for it. */
const leastBeginning = 4

/** The only word that begins so, else the one a third of whose letters at most would have to change; null when none is that near. */
export function nearest(typed: string, words: readonly string[]): string | null {
  const wanted = folded(typed)
  const begun = wanted.length < leastBeginning ? [] : words.filter((word) => folded(word).startsWith(wanted))
  if (begun.length === 1) return begun[0]!
  const ranked = words
    .map((word) => ({ word, distance: distance(wanted, folded(word)) }))
    .sort((a, b) => a.distance - b.distance)
  const best = ranked[0]
  return best && best.distance <= Math.max(1, Math.floor(folded(best.word).length / 3)) ? best.word : null
}

/** Letters to add, remove, replace, or exchange with their neighbour (optimal string alignment). */
function distance(left: string, right: string): number {
  if (Math.abs(left.length - right.length) > 20 || left.length > 60) return 60
  let before: number[] = []
  let row = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let i = 1; i <= left.length; i++) {
    const next = [i]
    for (let j = 1; j <= right.length; j++) {
      const replaced = row[j - 1]! + (left[i - 1] === right[j - 1] ? 0 : 1)
      const isExchanged = j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]
      const exchanged = isExchanged ? before[j - 2]! + 1 : replaced
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, replaced, exchanged))
    }
    before = row
    row = next
  }
  return row.at(-1)!
}
