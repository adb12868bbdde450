/** What the short door leaves for later: the screens that ask something not essential. */
import { pathOf, placesOf } from '../../../surveys/questionnaire/elements.ts'
import type { Definition } from '../../../surveys/questionnaire/questionnaire.ts'
import { isEssential } from '../../../surveys/questionnaire/short-form.ts'
import { questionsOf, type Screen } from './screens.ts'

/** @returns the test of a screen: it asks something that the short door does not */
export function isOfRest(definition: Definition): (screen: Screen) => boolean {
  const essential = new Set(placesOf(definition).filter(isEssential).map(pathOf))
  return ({ pieces, child, cards }) =>
    (cards ? [cards.name] : questionsOf(pieces).map(({ name }) => (child ? `${child.group.name}.${name}` : name))).some(
      (path) => !essential.has(path),
    )
}
