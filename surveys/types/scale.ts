/** An answer on a scale means its place between two ends: they stay where they were. */
import type { Field } from '../questionnaire/field.ts'

export const scaleObjection = (before: Field, after: Field) =>
  before.min === after.min && before.max === after.max
    ? null
    : {
        code: 'scale',
        message: `L’échelle allait de ${before.min} à ${before.max}\u202f: la garder, ou donner un nouveau code à la question.`,
      }
