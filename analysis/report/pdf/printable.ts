/** Typed words as the typeface can print them: PDF/UA refuses a whole document for one sign without a drawing. */

/** Character map of Atkinson Hyperlegible, regular and bold; the spaces that the compiler sets itself. */
const missing =
  /[^\n\x20-\x7e\u00a0-\u0107\u010a-\u0113\u0116-\u011b\u011e-\u0123\u0126\u0127\u012a\u012b\u012e\u012f\u0131\u0136\u0137\u013b-\u013e\u0141-\u0148\u0150-\u0155\u0158-\u015b\u015e-\u0165\u016a\u016b\u016e-\u0173\u0178-\u017e\u0192\u0218-\u021b\u02c6\u02c7\u02d8-\u02dd\u0394\u03a9\u03bc\u03c0\u2009\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u202f\u2030\u2039\u203a\u2044\u2074\u20ac\u2113\u2122\u212e\u2202\u220f\u2211\u2212\u2215\u2219\u221a\u221e\u222b\u2248\u2260\u2264\u2265\u25ca]/gu
const spelt: Record<string, string> = { '→': '->', '←': '<-', '⇒': '=>', '\u2010': '-', '\u2011': '-', '⁄': '/' }

/**
 * Emojis go, a letter with a rare accent loses it, an arrow is spelt; another sign becomes « ? ».
 *
 * @example printable('Vu 🙂 → ok') → 'Vu  -> ok'
 */
export const printable = (text: string): string =>
  text.normalize('NFC').replace(missing, (sign) => {
    if (spelt[sign] !== undefined) return spelt[sign]
    if (/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Cf}|\p{Mn}|\p{Cc}/u.test(sign)) return ''
    const letter = sign.normalize('NFD').replace(/\p{Mn}/gu, '')
    return letter.search(missing) < 0 && letter !== sign ? letter : '?'
  })

/** The same in every text of plain data. */
export function printableIn<T>(data: T): T {
  if (typeof data === 'string') return printable(data) as T
  if (Array.isArray(data)) return data.map(printableIn) as T
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, printableIn(value)])) as T
}
