/** The twelve words of a code that was scanned: behind #, which no browser sends. */
import { wordOf, wordsIn } from '../../surveys/answers/withdrawal-words.ts'

/** They leave the address bar and the history at once. @returns null when there are none, or one is not a word of the list */
export function wordsInAddress(): string[] | null {
  const words = wordsIn(decodeURIComponent(location.hash.slice(1))).map(wordOf)
  history.replaceState(history.state, '', location.pathname)
  return words.length > 0 && words.every((word) => word !== null) ? words : null
}
