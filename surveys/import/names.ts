/** Gives codes to the questions of a SurveyJS file: lower case, free, and remembered so that conditions can follow. */

import { freeCode, freeValue } from '../edit/codes.ts'
import { isObject, special } from '../questionnaire/elements.ts'
import { isValue } from '../types/rules.ts'
import { unaccented } from '../wording/folded.ts'

export type Names = {
  /** Code in the file → ours, for questions; rows of a repeated panel under `panel.code`. */
  questions: Map<string, string>
  /** Our code (or `panel.code`) → value in the file → ours. */
  values: Map<string, Map<string, string>>
  taken: Set<string>
}

export const noNames = (): Names => ({ questions: new Map(), values: new Map(), taken: new Set() })

/** @returns the code of a question, with accents and capitals taken off; a new one when it is taken */
export function nameFrom(written: unknown, otherwise: string, names: Names): string {
  const bare = unaccented(String(written ?? ''))
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 50)
  const name = freeCode(bare === '' ? otherwise : bare, names.taken)
  names.taken.add(name)
  return name
}

export type WrittenChoice = { value: string; text: unknown }

/** `["Oui", 2, {value, text}]` → value and text of each, as written. */
export function choicesIn(list: unknown): WrittenChoice[] {
  if (!Array.isArray(list)) return []
  return list.flatMap((choice: unknown) => {
    const value = isObject(choice) ? choice.value : choice
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return []
    return [{ value: String(value), text: isObject(choice) ? (choice.text ?? String(value)) : String(value) }]
  })
}

const reserved: ReadonlySet<string> = new Set(Object.values(special))

/** @returns our value of each choice, in order, all different */
export function valuesFrom(choices: readonly WrittenChoice[]): Map<string, string> {
  const given = new Map<string, string>()
  const taken = new Set<string>(reserved)
  for (const { value } of choices) {
    if (given.has(value)) continue
    const lower = value.toLowerCase()
    const ours = isValue(lower) && !taken.has(lower) ? lower : freeValue(value, taken)
    taken.add(ours)
    given.set(value, ours)
  }
  return given
}
