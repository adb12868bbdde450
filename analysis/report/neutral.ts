/** Texts that a spreadsheet must never read as a formula, whoever wrote them. */

/**
 * The same text, with an apostrophe in front when a spreadsheet would take it for a formula.
 * @source OWASP, CSV Injection
 */
export const neutral = (text: string): string => (/^[\s\u200b]*[=+\-@＝＋－＠|]/u.test(text) ? `'${text}` : text)
