/** The condition a question is asked under, in words: part of the name of its base. */
import { sentenceOfCondition } from '../../surveys/conditions/words.ts'
import { elementsIn, type LocatedElement, pathOf } from '../../surveys/questionnaire/elements.ts'
import type { DefinitionElement, DefinitionPage, Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import { and } from '../text/format.ts'

/** Longer, a condition is no name of a base any more: its widest parts go first. */
const mostLength = 220

/**
 * « la réponse à « Travaillez-vous ? » est « Oui » »: what the page, the panels and the question itself ask for.
 *
 * @param path of a field
 * @returns null when everybody is asked, when the condition cannot be read, or when it would be too long
 */
export function conditionOf(questionnaire: Questionnaire, path: string): string | null {
  const place = elementsIn(questionnaire.definition).findLast(
    (one) => path === pathOf(one) || path.startsWith(`${pathOf(one)}.`),
  )
  if (!place) return null
  // the volunteers of the optional part are named by a limit, and all of its findings
  const own = place.page.optionalPart === true ? [] : [place.page]
  const said = [...own, ...place.containers, place.element].flatMap((holder) => saidOf(questionnaire, place, holder))
  if (said.length === 0 || said.includes(null)) return null
  const parts = narrowest(said as string[])
  const kept = parts.findIndex((_, at) => and(parts.slice(at)).length <= mostLength)
  return kept < 0 ? null : and(parts.slice(kept))
}

/**
 * « est « Oui » ou « Bientôt » » of a page says nothing beside « est « Oui » » of its question; nor does « a une réponse » before what the
 * answer is, nor what an answer explains after its first sentence.
 */
function narrowest(said: string[]): string[] {
  const plain = said.map((one) =>
    one.replace(/(«[^»]+») a une réponse et (?=la réponse à \1 )/g, '').replace(/\.(?:\s[^«»]*)?(?=\s»)/g, ''),
  )
  const parts = plain.map((one) => /^la réponse à («[^»]+») est ((?:«[^»]+»(?:, | ou |$))+)$/.exec(one))
  const isWider = (at: number) =>
    parts.some((other, before) => {
      const own = parts[at]
      if (!own || !other || before === at || own[1] !== other[1]) return false
      const [wide, narrow] = [own, other].map((one) => one[2]!.match(/«[^»]+»/g)!)
      return wide!.length > narrow!.length && narrow!.every((answer) => wide!.includes(answer))
    })
  return plain.filter((_, at) => !isWider(at))
}

function saidOf(
  questionnaire: Questionnaire,
  { parent }: LocatedElement,
  { visibleIf }: DefinitionElement | DefinitionPage,
): (string | null)[] {
  if (typeof visibleIf !== 'string' || visibleIf === '') return []
  // what was drawn for a person says nothing of them
  const drawn = questionnaire.assigned.map(({ name }) => name).join('|')
  const asked = drawn === '' ? visibleIf : visibleIf.replace(new RegExp(`^\\{(?:${drawn})\\} = '[^']*'(?: and |$)`), '')
  if (asked === '') return []
  const words = sentenceOfCondition(questionnaire, asked, parent)
  return words === '' ? [] : [words]
}
