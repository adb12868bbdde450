/** Converts the conditions of a SurveyJS file: names and values follow, and what the language lacks is left out. */

import {
  ExpressionError,
  type Literal,
  maxExpressionLength,
  parseCondition,
  type Test,
} from '../conditions/expression.ts'
import { mapTests, writeCondition } from '../edit/condition-form.ts'
import type { Names } from './names.ts'
import type { Notes } from './notes.ts'

/** @returns undefined when there is no condition, or none that can be imported */
export function conditionFrom(written: unknown, where: string, names: Names, notes: Notes): string | undefined {
  if (typeof written !== 'string' || written.trim() === '') return undefined
  const lost = () => {
    notes.say(
      'Condition laissée de côté, à refaire dans «\u202fLogique\u202f»\u202f: cette question sera posée à tout le monde.',
      where,
    )
    return undefined
  }
  if (written.length > maxExpressionLength) return lost()
  const renamed = written.replace(
    /\{([^{}]*)\}/g,
    (_, name: string) => `{${names.questions.get(name.trim()) ?? 'inconnu'}}`,
  )
  if (renamed.includes('{inconnu}')) return lost()
  try {
    const tree = mapTests(parseCondition(renamed), (test) => ours(test, names))
    return tree === null ? lost() : writeCondition(tree)
  } catch (error) {
    if (error instanceof ExpressionError) return lost()
    throw error
  }
}

function ours(test: Test, names: Names): Test {
  const values = names.values.get(test.name)
  if (!values || test.literal === null) return test
  const one = (literal: Literal): Literal => values.get(String(literal)) ?? literal
  return { ...test, literal: Array.isArray(test.literal) ? test.literal.map(one) : one(test.literal) }
}
