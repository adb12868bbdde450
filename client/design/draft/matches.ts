/** Searching by words: no accents, no capitals, every word somewhere. */
import { choicesIn } from '../../../surveys/edit/choices.ts'
import type { Found } from '../../../surveys/edit/places.ts'
import { frenchOf } from '../../../surveys/questionnaire/elements.ts'

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

export function matches(words: string, texts: readonly string[]): boolean {
  const all = plain(texts.join(' '))
  return plain(words)
    .split(/\s+/)
    .every((word) => all.includes(word))
}

/** By its title, its help, its code or its answers. */
export const matchesQuestion = (words: string, { element, path }: Pick<Found, 'element' | 'path'>): boolean =>
  matches(words, [
    path,
    frenchOf(element.title),
    frenchOf(element.description),
    ...[element.choices, element.rows, element.columns].flatMap((list) =>
      choicesIn(list).map(({ text }) => frenchOf(text)),
    ),
  ])
