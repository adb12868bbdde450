/** A whole number between two others. */
import { problem } from '../answers/problem.ts'
import { dayOf } from '../days.ts'
import { between } from '../people/random.ts'
import { frenchOf } from '../questionnaire/elements.ts'
import type { DefinitionElement } from '../questionnaire/questionnaire.ts'
import { bound } from './convert.ts'
import { one } from './rules.ts'
import { inputProperties } from './texts.ts'
import type { TypeRow } from './type.ts'
import type { Verify } from './verify.ts'

export const number: TypeRow = {
  written: { type: 'text', inputType: 'number' },
  title: 'Nombre',
  help: 'Un nombre entier, entre deux bornes.',
  part: 'Écrire',
  noun: 'nombre',
  properties: { ...inputProperties, inputType: one('number') },
  unlisted: ['maxLength', 'step'],
  problems({ min, max }, say) {
    if (typeof min !== 'number' || typeof max !== 'number' || min > max)
      say('bounds', 'Une question à nombre dit le plus petit et le plus grand nombre admis.')
  },
  blank: { min: 0, max: 100 },
  kind: 'number',
  bounds: (element) => numberBounds(element),
  verify: wholeNumber,
  seconds: 5,
  paper: 'number',
  range: (element, text, say) =>
    say.range({ ...element, max: greatest(element) }, [text(element.title), text(element.description)]),
  invent: (element, _, random) => between(Number(element.min), greatest(element), random),
  imports: ['text:range'],
  convert(base, element, { say }) {
    const [min, max] = [bound(element.min, 0), bound(element.max, 1_000)]
    if (typeof element.min !== 'number' || typeof element.max !== 'number')
      say('Nombre sans limites\u202f: le plus petit et le plus grand sont à vérifier.')
    return { ...base, min: Math.min(min, max), max: Math.max(min, max) }
  },
}

/** @returns null for a bound that is not written, or not as a number */
export const numberBounds = ({ min, max }: DefinitionElement) => ({
  min: typeof min === 'number' ? min : null,
  max: typeof max === 'number' ? max : null,
})

/** A clock that stands before this year is wrong, as that of a tablet long without power. */
const firstYear = 2026

/** The greatest number admitted: nobody was born in a year to come. */
export function greatest({ min, max, role }: DefinitionElement, now = Date.now()): number {
  if (role !== 'birth-year') return Number(max)
  const year = Number(dayOf(now).slice(0, 4))
  return year < firstYear ? Number(max) : Math.max(Number(min), Math.min(Number(max), year))
}

/** @returns what verifies one number between the bounds of a question */
export function wholeNumber(element: DefinitionElement): Verify {
  const { min, minErrorText, maxErrorText } = element
  return (value, _, path, found) => {
    const max = greatest(element)
    if (typeof value !== 'number') found.push(problem(path, 'type'))
    else if (!Number.isInteger(value)) found.push(problem(path, 'integer'))
    else if (value < (min as number) || value > max) {
      const own = frenchOf(value < (min as number) ? minErrorText : maxErrorText)
      found.push(problem(path, 'range', own || `Un nombre de ${min} à ${max} est attendu.`))
    }
  }
}
