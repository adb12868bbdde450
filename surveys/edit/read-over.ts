/** What was read over in a language, so that a later change of its texts is known. */
import { sha256 } from '@noble/hashes/sha2.js'
import { base64urlOf } from '../answers/base64url.ts'
import type { Language } from '../languages.ts'
import type { TextRow } from './texts.ts'

/** The same while every text of the language is: the order of the questions does not count. */
export function digestOf(rows: readonly TextRow[], language: Language): string {
  const texts = rows.map(({ key, texts }) => JSON.stringify([key, texts[language]])).toSorted()
  return base64urlOf(sha256(new TextEncoder().encode(texts.join('\n'))))
}
