/** Several answers in a list; some exclude all others. */
import type { ProblemCode } from '../../answers/problem.ts'
import { between, type Random, shuffled } from '../../people/random.ts'
import { special } from '../../questionnaire/elements.ts'
import type { DefinitionElement } from '../../questionnaire/questionnaire.ts'
import { within } from '../convert.ts'
import { caps, offering, whole } from '../rules.ts'
import type { TypeRow } from '../type.ts'
import { coded, isWordList, offerOf, type Verify } from '../verify.ts'
import { choiceProblems, twoChoices } from './choices.ts'

export const checkbox: TypeRow = {
  title: 'Plusieurs choix',
  help: 'Des cases à cocher.',
  part: 'Choisir',
  noun: 'cases à cocher',
  holds: 'choices',
  properties: { ...offering, maxSelectedChoices: whole(1, caps.choices) },
  problems: (element, say) => choiceProblems(element, say, Object.values(special)),
  blank: { choices: twoChoices },
  kind: 'choices',
  verify: manyChoices,
  seconds: 4,
  paper: 'choices',
  invent: (element, offered, random) =>
    offered.length === 0 ? null : ticked(offered, Number(element.maxSelectedChoices ?? 3), random),
  imports: ['tagbox'],
  convert: (base, { maxSelectedChoices: most }, { offering }) => ({
    ...base,
    ...offering(),
    ...(typeof most === 'number' && most > 0 ? { maxSelectedChoices: within(most, 1, caps.choices, 3) } : {}),
  }),
}

/** Ticked alone: they say that nothing else is. */
export const exclusive: ReadonlySet<unknown> = new Set([special.none, special.refuse, special.dontKnow])

function manyChoices(element: DefinitionElement): Verify {
  const offer = offerOf(element)
  const most = typeof element.maxSelectedChoices === 'number' ? element.maxSelectedChoices : Number.POSITIVE_INFINITY
  return coded((value, scope) => ticksProblem(value, offer(scope), most))
}

/** What is wrong with ticks that are not blank. */
export function ticksProblem(
  value: unknown,
  offered: ReadonlySet<unknown>,
  most = Number.POSITIVE_INFINITY,
): ProblemCode | null {
  if (!isWordList(value)) return 'type'
  if (!value.every((choice) => offered.has(choice))) return 'choice'
  if (new Set(value).size !== value.length) return 'duplicate'
  if (value.length > 1 && value.some((choice) => exclusive.has(choice))) return 'exclusive'
  return value.length > most ? 'many' : null
}

export function ticked(offered: readonly string[], max: number, random: Random): string[] {
  const count = between(1, Math.min(max, offered.length, 3), random)
  const taken = new Set(shuffled(offered, random).slice(0, count))
  return offered.filter((value) => taken.has(value))
}
