/** What the dictionary misses: words that many people use and no theme knows, with the theme they occur with. */

import { type Dictionary, themesOf } from './dictionary.ts'
import { contentWords, stemOf, wordsOf } from './words.ts'

export type Suggestion = {
  /** The form people use most. */
  word: string
  /** People who use it. */
  people: number
  /** Theme most often found in the same answers; null: stands alone, perhaps a theme of its own. */
  theme: string | null
}

/**
 * Words to add to the dictionary, most used first.
 *
 * @param texts one per person, already masked (see mask.ts); null = no answer
 * @param least people who must use a word for it to be shown: a rare word reveals who wrote it
 */
export function suggestions(texts: readonly (string | null)[], dictionary: Dictionary, least = 11): Suggestion[] {
  const known = new Set(
    dictionary.flatMap(({ words }) => words.flatMap((word) => wordsOf(word).map(({ text }) => stemOf(text)))),
  )
  const uses = new Map<string, { forms: Map<string, number>; themes: Map<string, number>; people: number }>()
  for (const text of texts) {
    if (text === null) continue
    const themes = themesOf(text, dictionary)
    const forms = new Map(contentWords(text).map(({ stem, text: form }) => [stem, form.toLowerCase()]))
    for (const [stem, form] of forms) {
      if (known.has(stem) || /\d/.test(form)) continue
      const use = uses.get(stem) ?? { forms: new Map(), themes: new Map(), people: 0 }
      use.people++
      add(use.forms, form)
      for (const theme of themes) add(use.themes, theme)
      uses.set(stem, use)
    }
  }
  return [...uses.values()]
    .filter(({ people }) => people >= least)
    .map(({ forms, themes, people }) => {
      const [theme, together] = most(themes) ?? [null, 0]
      return { word: most(forms)![0], people, theme: together * 2 >= people ? theme : null }
    })
    .sort((a, b) => b.people - a.people || a.word.localeCompare(b.word, 'fr'))
}

const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
const most = (counts: Map<string, number>) =>
  [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'fr'))[0]
