import fc from 'fast-check'
import type { Question, QuestionPanelDynamicModel, SurveyModel } from 'survey-core'
import { afterEach, describe, expect, test } from 'vitest'
import { answersOf } from '../../../surveys/answers/from-survey.ts'
import { compileValidator, type ValidationProblem } from '../../../surveys/answers/validator.ts'
import { elementsIn } from '../../../surveys/questionnaire/elements.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { isAsked } from '../../../surveys/types/catalogue.ts'
import { smallQuestionnaire } from '../../api/fixture.ts'
import { published, publishedAs } from '../questionnaires.ts'
import { seeded, walk } from './walk.ts'

// what every object inherits stays as it was; it is not frozen, since the files that follow in this worker write such keys
const inherited = Object.getOwnPropertyDescriptors(Object.prototype)
afterEach(() => expect(Object.getOwnPropertyDescriptors(Object.prototype)).toEqual(inherited))

/**
 * Walks of each questionnaire. One through a live survey takes 0.1 to 0.3 s: survey-core's price, and why it is not the validator.
 * CHECKED_WALKS=910 makes ten thousand.
 */
const walks = Number(process.env.CHECKED_WALKS ?? 4)
const walksMs = 30_000 + walks * 2_000
const asSent = (model: SurveyModel) => JSON.parse(JSON.stringify(answersOf(model))) as Record<string, unknown>

describe.each(published.map((questionnaire) => [questionnaire.slug, questionnaire] as const))(
  '%s',
  (_, questionnaire) => {
    const validate = compileValidator(questionnaire)
    let walked: { seed: number; answers: ReturnType<typeof asSent> }[] | undefined
    /** What real clients send: walked once, by the first test that asks. */
    const sent = () => {
      walked ??= fc
        .sample(fc.integer(), walks)
        .map((seed) => ({ seed, answers: asSent(walk(questionnaire, seeded(seed))) }))
      return walked
    }

    test(
      'a response that a real client sends is always taken',
      () => {
        for (const { seed, answers } of sent()) expect(validate(answers), `seed ${seed}`).toEqual({ ok: true, answers })
      },
      walksMs,
    )

    test(
      'what is visible and what is required is judged as survey-core does',
      () => {
        fc.assert(
          fc.property(fc.integer(), (seed) => {
            const model = walk(questionnaire, seeded(seed), { careless: true, blank: 0.4 })
            const found = validate(asSent(model))
            expect(verdicts(found.ok ? [] : found.problems)).toEqual(verdicts(missedBy(model)))
          }),
          { numRuns: walks, endOnFailure: true },
        )
      },
      walksMs,
    )

    test(
      'a response with the key of a hidden question, or without the key of an asked one, is refused',
      () => {
        const questions = elementsIn(questionnaire.definition).filter(
          ({ element, parent }) => parent === null && isAsked(element),
        )
        for (const { seed, answers } of sent()) {
          for (const { element } of questions) {
            const { [element.name]: value, ...others } = answers
            const wrong = value === undefined ? { ...answers, [element.name]: null } : others
            const found = validate(wrong)
            const codes = found.ok
              ? []
              : found.problems.filter(({ path }) => path === element.name).map(({ code }) => code)
            expect(codes, `${element.name} in seed ${seed}`).toContain(value === undefined ? 'hidden' : 'missing')
          }
        }
      },
      walksMs,
    )
  },
)

/** Everything the check said beside « required » is a difference with survey-core, and shows as such. */
const verdicts = (problems: Pick<ValidationProblem, 'path' | 'code'>[]) =>
  problems.map(({ path, code }) => `${path} ${code}`).sort()

type Missed = Pick<ValidationProblem, 'path' | 'code'>

function missedBy(model: SurveyModel): Missed[] {
  model.validate(true, false)
  const asked = model.getAllQuestions().filter((question) => question.isVisibleInSurvey)
  return asked.flatMap((question) => [
    ...errorsOf(question, question.name),
    ...(question.getType() === 'paneldynamic' ? rowErrors(question as QuestionPanelDynamicModel) : []),
  ])
}

const rowErrors = ({ name, panels }: QuestionPanelDynamicModel): Missed[] =>
  panels.flatMap((panel, row) =>
    panel.questions
      .filter((question) => question.isVisible && question.isParentVisible)
      .flatMap((question) => errorsOf(question, `${name}.${row}.${question.name}`)),
  )

function errorsOf(question: Question, path: string): Missed[] {
  return question.errors.map((error): Missed => {
    if (error.getErrorType() === 'required') return { path, code: 'required' }
    throw new Error(`${path}: ${error.getErrorType()} ${error.getText()}`)
  })
}

test('a hidden question counts as blank for the questions after it, even when a forged response fills it', () => {
  const validate = compileValidator(publishedAs('conditions'))
  const answers = asSent(walk(publishedAs('conditions'), seeded(5), { blank: 1 }))
  // a is blank, so c1 is hidden; its forged « oui » must not make c2 appear
  const found = validate({ ...answers, c1: 'oui', c2: 'oui' })
  const said = found.ok ? [] : found.problems.map(({ path, code }) => `${path} ${code}`)
  expect(said).toEqual(expect.arrayContaining(['c1 hidden', 'c2 hidden']))
})

test('a response with every answer left blank is taken when nothing is required', () => {
  const questionnaire = publishedAs('conditions')
  const answers = asSent(walk(questionnaire, seeded(1), { blank: 1, changes: 0 }))
  expect(compileValidator(questionnaire)(answers).ok).toBe(true)
})

test('messages are in French and say what to do', () => {
  const found = compileValidator(publishedAs('tous-les-types'))({})
  expect(found.ok).toBe(false)
  if (found.ok) return
  expect(found.problems.find(({ path }) => path === 'garde')?.message).toMatch(/attendu/)
})

// whoever typed a sheet was told « Une réponse est attendue à cette question » for ever, and the sheet was lost
test('on paper nothing but a consent is required: what was left blank is blank, what was written is judged as on a screen', () => {
  const asks = { objectives: [1], sensitivity: 'ordinary', isRequired: true }
  const validate = compileValidator({
    ...smallQuestionnaire,
    definition: {
      pages: [
        {
          name: 'page',
          elements: [
            { type: 'slider', name: 'envie', title: 'Envie', min: 0, max: 10, step: 1, ...asks },
            { type: 'radiogroup', name: 'garde', title: 'Garde', choices: [{ value: 'oui', text: 'Oui' }], ...asks },
            {
              type: 'text',
              inputType: 'date',
              name: 'jour',
              title: 'Jour',
              min: '2026-01-01',
              max: '2026-12-31',
              ...asks,
            },
            {
              type: 'checkbox',
              name: 'accord',
              title: 'Accord',
              role: 'consent',
              choices: [{ value: 'accord', text: 'J’accepte' }],
              ...asks,
            },
            { type: 'text', name: 'mot', title: 'Mot', maxLength: 10, ...asks },
            {
              type: 'paneldynamic',
              name: 'enfants',
              title: 'Enfants',
              minPanelCount: 0,
              maxPanelCount: 2,
              templateElements: [{ type: 'boolean', name: 'ecole', title: 'École', ...asks }],
              ...asks,
            },
          ],
        },
      ],
    },
  } as unknown as Questionnaire)
  const codes = (answers: object, mode?: 'web' | 'kiosk' | 'paper') => {
    const found = validate(answers, mode)
    return found.ok ? [] : found.problems.map(({ path, code }) => `${path} ${code}`)
  }
  const blank = { envie: null, garde: null, jour: null, accord: null, mot: null, enfants: null }
  const required = Object.keys(blank).map((name) => `${name} required`)
  const agreed = { ...blank, accord: ['accord'] }
  expect(codes(blank)).toEqual(required)
  expect(codes(blank, 'kiosk')).toEqual(required)
  expect(codes(blank, 'paper')).toEqual(['accord required'])
  expect(codes(agreed, 'paper')).toEqual([])
  expect(codes({ ...agreed, enfants: [{ ecole: null }] }, 'paper')).toEqual([])
  expect(codes({ ...agreed, envie: 11, jour: '2027-01-01', mot: 'x'.repeat(11) }, 'paper')).toEqual([
    'envie range',
    'jour range',
    'mot length',
  ])
  const { mot: _, ...others } = agreed
  expect(codes({ ...others, garde: 'non', autre: 1 }, 'paper')).toEqual([
    'garde choice',
    'mot missing',
    'autre unknown',
  ])
})
