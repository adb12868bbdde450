/** Searching by words: no accents, no capitals, every word somewhere. */
import { choicesIn } from '../../../surveys/edit/choices.ts'
import type { Found } from '../../../surveys/edit/places.ts'
import { frenchOf } from '../../../surveys/questionnaire/elements.ts'
import { folded } from '../../../surveys/wording/folded.ts'

export function matches(words: string, texts: readonly string[]): boolean {
  const all = folded(texts.join(' '))
  return folded(words)
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
