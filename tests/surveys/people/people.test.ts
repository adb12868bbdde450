import { expect, test } from 'vitest'
import { modelOf } from '../../../surveys/answers/engine.ts'
import { answersOf } from '../../../surveys/answers/from-survey.ts'
import type { Answers } from '../../../surveys/answers/response.ts'
import { compileValidator } from '../../../surveys/answers/validator.ts'
import { respondentsOf } from '../../../surveys/people/person.ts'
import { one, seeded, some } from '../../../surveys/people/random.ts'
import { type Truth, truthOf } from '../../../surveys/people/truth.ts'
import { isShort } from '../../../surveys/questionnaire/door.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { materialise } from '../../../surveys/questionnaire/parameters.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import type { WeekRow } from '../../../surveys/questionnaire/week.ts'

const published = founding().map((questionnaire) => materialise(questionnaire, {}))
const bySlug = (slug: string) => published.find((questionnaire) => questionnaire.slug === slug)!

function respondents(questionnaire: Questionnaire, size: number, seed = 7) {
  const random = seeded(seed)
  const next = respondentsOf(questionnaire)
  return Array.from({ length: size }, () => next(random))
}

test.each(published)('the same seed makes the same people of $slug, another seed makes others', (questionnaire) => {
  expect(respondents(questionnaire, 20)).toEqual(respondents(questionnaire, 20))
  expect(respondents(questionnaire, 20, 8)).not.toEqual(respondents(questionnaire, 20))
})

test.each(published)('every synthetic response of $slug is valid', (questionnaire) => {
  const validate = compileValidator(questionnaire)
  const refused = respondents(questionnaire, 400)
    .map(({ answers }) => validate(answers))
    .filter((verdict) => !verdict.ok)
  expect(refused).toEqual([])
})

test.each(published)('a synthetic response of $slug is the one survey-core would send', (questionnaire) => {
  for (const { answers } of respondents(questionnaire, 8, 5)) {
    const drawn = Object.fromEntries(questionnaire.assigned.map(({ name }) => [name, answers[name] as string]))
    const model = modelOf(questionnaire, 'fr', drawn)
    model.data = filled(answers)
    expect(answersOf(model)).toEqual(answers)
  }
})

test('a part of the families takes the short door, those who lack nothing first, and their answers are taken', () => {
  const validate = compileValidator(bySlug('familles'))
  const [next, random] = [respondentsOf(bySlug('familles'), 'as-people-do', 0.25), seeded(3)]
  const answers = Array.from({ length: 2000 }, () => next(random).answers)
  expect(answers.filter((one) => !validate(one).ok)).toEqual([])
  const partOf = (own: Answers[]) => own.filter(isShort).length / own.length
  expect(partOf(answers)).toBeCloseTo(0.25, 1)
  const lacking = answers.filter(({ manque }) => manque === 'souvent' || manque === 'parfois')
  expect(partOf(lacking)).toBeLessThan(0.7 * partOf(answers))
  // one door only: nobody is by the short one, and nothing is drawn for it
  const young = bySlug('jeunes-16-25')
  expect(respondentsOf(young, 'as-people-do', 0.25)(seeded(3))).toEqual(respondentsOf(young)(seeded(3)))
})

test('people of a questionnaire nobody has modelled answer it too', () => {
  const unknown: Questionnaire = {
    ...bySlug('jeunes-11-15'),
    slug: 'tout-autre',
    definition: {
      pages: [
        {
          name: 'page',
          elements: [
            { type: 'ranking', name: 'ordre', choices: ['a', 'b', 'c'].map((value) => ({ value, text: value })) },
            { type: 'rating', name: 'note', rateMin: 1, rateMax: 5 },
            { type: 'boolean', name: 'accord' },
            { type: 'text', name: 'nombre', inputType: 'number', min: 3, max: 9 },
            { type: 'weekhours', name: 'semaine', coverQuestion: false },
          ],
        },
      ],
    },
    indicators: [],
  }
  const validate = compileValidator(unknown)
  const random = seeded(1)
  const respond = respondentsOf(unknown)
  for (let drawn = 0; drawn < 50; drawn++) expect(validate(respond(random).answers).ok).toBe(true)
})

test.each(published)('synthetic respondents find the truth of $slug, silence and all', (questionnaire) => {
  const size = 1500
  const truths = truthOf(questionnaire, 4000)
  const shares = truths.filter(({ value, field }) => value === null && !field.startsWith('enfants.'))
  const people = respondents(questionnaire, size, 11)
  const misses = shares.filter((truth) => {
    const { share, base } = shareIn(
      people.map(({ answers }) => answers),
      truth,
      questionnaire,
    )
    // Both sides are draws: four standard errors of the sample, and of the truth's own draw
    const error = Math.sqrt((truth.truth * (1 - truth.truth)) / base) + Math.sqrt(0.25 / 4000)
    return Math.abs(share - truth.truth) > 4 * error
  })
  expect(shares.length).toBeGreaterThan(5)
  expect(misses).toEqual([])
})

test('families with atypical hours are about half, and their children need care outside the day', () => {
  const truths = truthOf(bySlug('familles'), 3000)
  const about = (indicator: string, value: string | null = null) =>
    truths.find((truth) => truth.indicator === indicator && truth.value === value)!.truth
  expect(about('horaires-decales')).toBeCloseTo(0.51, 1)
  expect(about('semaine')).toBeGreaterThan(0.4)
  expect(about('semaine', 'semaine:journee:needed')).toBeGreaterThan(about('semaine', 'dimanche:nuit:needed'))
  expect(about('semaine', 'semaine:matin:needed')).toBeGreaterThan(about('semaine', 'semaine:matin:lacking'))
})

test('a night worker’s child is covered past midnight, and a rota gives weeks A and B', () => {
  const children = respondents(bySlug('familles'), 800).flatMap(({ answers }) => (answers.enfants ?? []) as Answers[])
  const weeks = children.flatMap(({ semaine }) => (semaine ? [semaine as WeekRow[]] : []))
  expect(weeks.some((rows) => rows.some(({ to }) => to === 48) && rows.some(({ from }) => from === 0))).toBe(true)
  expect(weeks.some((rows) => new Set(rows.map(({ week }) => week)).size === 2)).toBe(true)
})

test('siblings are listed youngest first', () => {
  for (const { answers } of respondents(bySlug('familles'), 100)) {
    const years = ((answers.enfants ?? []) as Answers[]).flatMap((child) => (child.annee_naissance ?? []) as number)
    expect(years).toEqual(years.toSorted((a, b) => b - a))
  }
})

test('chance: weights at 0 are never drawn, no more are taken than may be', () => {
  const random = seeded(3)
  for (let drawn = 0; drawn < 100; drawn++) {
    expect(one(random, { never: 0, always: 2 })).toBe('always')
    expect(some(random, { a: 1, b: 1, c: 1 }, 2)).toHaveLength(2)
  }
})

/** As survey-core holds answers: nothing is written for what is blank. */
function filled(answers: Answers): Answers {
  const isRows = (value: unknown): value is Answers[] => Array.isArray(value) && 'annee_naissance' in Object(value[0])
  const given = Object.entries(answers).filter(([, value]) => value !== null)
  return Object.fromEntries(given.map(([name, value]) => [name, isRows(value) ? value.map(filled) : value]))
}

function shareIn(responses: Answers[], { indicator, field }: Truth, { indicators }: Questionnaire) {
  const { wanted = [] } = indicators.find(({ id }) => id === indicator)!
  const [question, row] = field.split('.') as [string, string | undefined]
  const answers = responses.map((response) => (row ? ((response[question] ?? {}) as Answers)[row] : response[question]))
  const lists = answers.flatMap((answer) =>
    answer === null || answer === undefined ? [] : [[answer].flat() as string[]],
  )
  const declared = lists.filter((list) => !list.includes('nsp') && !list.includes('refus'))
  return {
    base: declared.length,
    share: declared.filter((list) => list.some((value) => wanted.includes(value))).length / declared.length,
  }
}
