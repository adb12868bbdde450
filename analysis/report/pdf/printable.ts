/** Typed words as the typefaces can print them: PDF/UA refuses a whole document for one sign without a drawing. */

/** Character map of IBM Plex Sans, regular and bold; the spaces that the compiler sets itself. */
const missing =
  /[^\n\x20-\x7e\u00a0-\u017f\u018f\u0192\u01a0\u01a1\u01af\u01b0\u01cd-\u01dc\u01fa-\u01ff\u0218-\u021b\u0237\u0259\u02bb\u02bc\u02c6\u02c7\u02d8-\u02dd\u037e\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u045f\u0462\u0463\u046a\u046b\u0472-\u0475\u0490-\u04c2\u04cf-\u04d9\u04dc-\u04e9\u04ee-\u04f9\u0524\u0525\u0e3f\u1e80-\u1e85\u1e9e\u1ea0-\u1ef9\u2000-\u200a\u2010-\u2015\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u202f\u2030\u2032\u2033\u2039\u203a\u2044\u2070\u2074-\u2079\u2080-\u2089\u20a1\u20a4\u20a6\u20a8-\u20ae\u20b1\u20b2\u20b4\u20b5\u20b8-\u20ba\u20bd\u20bf\u2113\u2116\u2122\u2126\u212e\u2150\u2151\u2153-\u215e\u2190-\u2199\u21a9\u21aa\u21b0-\u21b3\u21b6\u21b7\u21ba\u21bb\u21c4\u21c6\u2202\u2206\u220f\u2211\u2212\u2215\u2219\u221a\u221e\u222b\u2236\u2248\u2260\u2264\u2265\u25ca\u2713\u274c\u2b0e-\u2b11\ufb01\ufb02\ufffd]/gu
/** Character map of Noto Naskh Arabic, regular and bold, for the letters of Arabic. */
const arabic =
  /[\u0600-\u06ff\u0750-\u077f\u0870-\u088e\u0890\u0891\u0898-\u08ff\ufb50-\ufbc2\ufbd3-\ufd8f\ufd92-\ufdc7\ufdcf\ufdf0-\ufdff\ufe70-\ufe74\ufe76-\ufefc]/u
const spelt: Record<string, string> = { '⇒': '=>', '⇐': '<=' }

/**
 * Emojis go, a letter with a rare accent loses it, a double arrow is spelt; another sign becomes « ? ».
 *
 * @param hasArabic the document carries the Arabic typeface too
 * @example printable('Vu 🙂 ⇒ ok') → 'Vu  => ok'
 */
export const printable = (text: string, hasArabic = false): string =>
  text.normalize('NFC').replace(missing, (sign) => {
    if (hasArabic && arabic.test(sign)) return sign
    if (spelt[sign] !== undefined) return spelt[sign]
    if (/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Cf}|\p{Mn}|\p{Cc}/u.test(sign)) return ''
    const letter = sign.normalize('NFD').replace(/\p{Mn}/gu, '')
    return letter.search(missing) < 0 && letter !== sign ? letter : '?'
  })

/** The same in every text of plain data. */
export function printableIn<T>(data: T, hasArabic = false): T {
  if (typeof data === 'string') return printable(data, hasArabic) as T
  if (Array.isArray(data)) return data.map((one) => printableIn(one, hasArabic)) as T
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, printableIn(value, hasArabic)])) as T
}
