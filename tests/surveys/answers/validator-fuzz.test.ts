import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answersOf } from '../../../surveys/answers/from-survey.ts'
import { compileValidator } from '../../../surveys/answers/validator.ts'
import { publishedAs } from '../questionnaires.ts'
import { seeded, walk } from './walk.ts'

// Object.prototype is not frozen here: fast-check writes keys like toString on plain objects

const questionnaire = publishedAs('tous-les-types')
const validate = compileValidator(questionnaire)
const answers = JSON.parse(JSON.stringify(answersOf(walk(questionnaire, seeded(11), { blank: 0.1 }))))

test('any JSON at all is refused, never a crash', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(validate(value).ok).toBe(false)
    }),
    { numRuns: 1_000 },
  )
})

test('any JSON as one answer gets a verdict, and nothing reaches Object.prototype', () => {
  const before = Object.getOwnPropertyNames(Object.prototype)
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(...Object.keys(answers)), (value, name) => {
      expect(typeof validate({ ...answers, [name]: value }).ok).toBe('boolean')
    }),
    { numRuns: 2_000 },
  )
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before)
})
