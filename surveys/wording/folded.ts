/** Text as it is compared, so that one rule says what is spelt alike. */

/** Small letters without accents: « Cœur » → « coeur ». */
export const unaccented = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/œ/g, 'oe').replace(/æ/g, 'ae')

/**
 * A name whatever its accents, capitals, hyphens, apostrophes and spaces, and however « Saint » is shortened.
 *
 * @example folded('St-Jean-le-Bois') === folded('saint jean le bois') // true
 */
export const folded = (text: string): string =>
  unaccented(text)
    .replace(/[’'\-‐‑–]/g, ' ')
    .replace(/(?<![\p{L}\d])st(e?)\.?(?![\p{L}\d])/gu, 'saint$1')
    .replace(/\s+/g, ' ')
    .trim()

/** The one of these words that is spelt alike, as it is written there; undefined when none is. */
export function spelt<Word extends string>(typed: string, words: readonly Word[]): Word | undefined {
  const wanted = folded(typed)
  return words.find((word) => folded(word) === wanted)
}
