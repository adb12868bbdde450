/** Texts that a spreadsheet must never read as a formula, whoever wrote them. */

/**
 * The same text without NUL, with an apostrophe in front when a spreadsheet would take it for a formula.
 * @source OWASP, CSV Injection; ASVS 5.0, 1.2.10
 */
export function neutral(text: string): string {
  const plain = text.replaceAll('\0', '')
  return /^(?:[\s\u200b]*[=+\-@＝＋－＠|]|[\t\r])/u.test(plain) ? `'${plain}` : plain
}
