/** Fonts carried inside a DOCX, regular and bold as one family. */
import { font } from './docx-style.ts'

// Not a secret: the format hides the first bytes of a font behind a key written beside it
const key = '5EA1F00D-0C7A-4B1E-9D2C-41746B696E73'

/** @source ECMA-376 Part 4, 2.8.1 Font Embedding: the first 32 bytes, XOR the key read backwards */
export function obfuscated(ttf: Uint8Array): Uint8Array {
  const secret = Buffer.from(key.replaceAll('-', ''), 'hex').reverse()
  const hidden = Uint8Array.from(ttf)
  for (let at = 0; at < 32; at++) hidden[at] = hidden[at]! ^ secret[at % 16]!
  return hidden
}

/** @param count fonts inside: regular, then bold */
export function fontTable(count: number): string {
  const faces = ['embedRegular', 'embedBold', 'embedItalic', 'embedBoldItalic'].slice(0, count)
  const embedded = faces.map((face, at) => `<w:${face} r:id="rId${at + 1}" w:fontKey="{${key}}"/>`).join('')
  const spaces =
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
  const family = '<w:family w:val="swiss"/><w:pitch w:val="variable"/>'
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts ${spaces}><w:font w:name="${font}">${family}${embedded}</w:font></w:fonts>`
}
