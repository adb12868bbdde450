import { afterEach, describe, expect, test } from 'vitest'
import { answersOf } from '../../../surveys/answers/from-survey.ts'
import { compileValidator } from '../../../surveys/answers/validator.ts'
import { published } from '../questionnaires.ts'
import { forgedAnswers, forgedResponses } from './forged.ts'
import { seeded, walk } from './walk.ts'

// what every object inherits stays as it was; it is not frozen, since the files that follow in this worker write such keys
const inherited = Object.getOwnPropertyDescriptors(Object.prototype)
afterEach(() => expect(Object.getOwnPropertyDescriptors(Object.prototype)).toEqual(inherited))

describe.each(published.map((questionnaire) => [questionnaire.slug, questionnaire] as const))(
  '%s',
  (_, questionnaire) => {
    const validate = compileValidator(questionnaire)
    const genuine = [11, 12, 13].map((seed) =>
      JSON.parse(JSON.stringify(answersOf(walk(questionnaire, seeded(seed), { blank: 0.1 })))),
    )

    test('every forged answer of every type of question is refused', () => {
      const forged = genuine.flatMap((answers) => forgedAnswers(questionnaire, answers))
      expect(forged.length).toBeGreaterThan(500)
      expect(forged.filter(({ answers }) => validate(answers).ok).map(({ name }) => name)).toEqual([])
    })

    test('every forged response is refused: unknown and dangerous keys, hidden answers, blanks where an answer is required', () => {
      const forged = genuine.flatMap((answers) => forgedResponses(questionnaire, answers))
      expect(forged.length).toBeGreaterThan(50)
      expect(forged.filter(({ answers }) => validate(answers).ok).map(({ name }) => name)).toEqual([])
    })

    test('a response that is wrong everywhere is refused in few words', () => {
      const wrong = Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [`inconnue_${at}`, at]))
      const found = validate(wrong)
      expect(found.ok).toBe(false)
      if (!found.ok) expect(found.problems.length).toBeLessThanOrEqual(50)
    })
  },
)
