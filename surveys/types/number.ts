/** A whole number between two others. */
import { problem } from '../answers/problem.ts'
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
  invent: ({ min, max }, _, random) => between(Number(min), Number(max), random),
  imports: ['text:number', 'text:range'],
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

/** @returns what verifies one number between the bounds of a question */
export function wholeNumber({ min, max, minErrorText, maxErrorText }: DefinitionElement): Verify {
  return (value, _, path, found) => {
    if (typeof value !== 'number') found.push(problem(path, 'type'))
    else if (!Number.isInteger(value)) found.push(problem(path, 'integer'))
    else if (value < (min as number) || value > (max as number)) {
      const own = frenchOf(value < (min as number) ? minErrorText : maxErrorText)
      found.push(problem(path, 'range', own || `Un nombre de ${min} à ${max} est attendu.`))
    }
  }
}
