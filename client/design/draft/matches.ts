/** Searching by words: no accents, no capitals, every word somewhere. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

export function matches(words: string, texts: readonly string[]): boolean {
  const all = plain(texts.join(' '))
  return plain(words)
    .split(/\s+/)
    .every((word) => all.includes(word))
}
