/** Answers as lines somebody can read: the question, then what was said, in the words of the questionnaire. */
import { type Field, fieldsOf } from '../questionnaire/fields.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import type { Answers } from './response.ts'

/**
 * Leaves out nothing that is stored: what no question explains comes as stored.
 *
 * @example readable(questionnaire, { garde: 'oui' }) // ['Faites-vous garder un enfant ? Oui']
 */
export function readable({ definition, assigned }: Pick<Questionnaire, 'definition' | 'assigned'>, answers: Answers) {
  return linesOf(fieldsOf(definition, assigned), null, answers, '')
}

function linesOf(fields: readonly Field[], parent: string | null, holder: Readonly<Answers>, before: string): string[] {
  return Object.entries(holder).flatMap(([name, value]) => {
    const field = fields.find((one) => one.question === name && one.parent === parent)
    const title = `${before}${field?.row == null ? (field?.title ?? name) : name}`
    if (field?.kind === 'panel' && Array.isArray(value))
      return value.flatMap((card, at) => linesOf(fields, name, card as Answers, `${title}, ${at + 1} — `))
    return [`${title}\u202f: ${said(field, value)}`]
  })
}

function said(field: Field | undefined, value: unknown): string {
  if (value === null || value === undefined || value === '') return 'sans réponse'
  const words = (one: unknown) =>
    typeof one === 'string' ? (field?.choices.find((choice) => choice.value === one)?.text ?? one) : JSON.stringify(one)
  if (Array.isArray(value)) return value.map(words).join(', ') || 'sans réponse'
  if (typeof value === 'object' && field?.row != null)
    return Object.entries(value)
      .map(([row, one]) => `${row} = ${[one].flat().map(words).join(', ')}`)
      .join(', ')
  return words(value)
}
