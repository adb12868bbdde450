import { expect, test } from 'vitest'
import { type Noise, perturbed } from '../../../analysis/disclosure/perturbation.ts'
import { randomOf } from '../../../analysis/scripts/simulate/random.ts'
import { offeredIn, type TypologyAsked } from '../../../analysis/typology/offered.ts'
import { type Typology, typologyOf } from '../../../analysis/typology/typology.ts'
import type { Answers } from '../../../surveys/answers/response.ts'
import { outside } from '../../../surveys/authority/territory.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { small, studyOf, unperturbed } from '../columns/study.ts'

const draw = randomOf(23)
const choice = (...values: string[]) => values.map((value) => ({ value, text: value.toUpperCase() }))
const elements = ['a', 'b', 'c', 'd', 'e'].map((name) => ({
  type: 'radiogroup',
  name,
  title: `Question ${name}`,
  choices: choice('un', 'deux', 'trois'),
  objectives: [1],
  sensitivity: 'ordinary',
}))
const page = (small.definition.pages as { name: string; elements: unknown[] }[])[0]!
const own: Questionnaire = {
  ...small,
  definition: { pages: [{ ...page, elements: [...page.elements, ...elements] }] },
} as Questionnaire

/** Three kinds of families, four sevenths, two and one; the third has a car more often. */
const kindOf = () => [0, 0, 0, 0, 1, 1, 2][Math.floor(draw() * 7)]!
const answer = (kind: number) => ['un', 'deux', 'trois'][draw() < 0.25 ? Math.floor(draw() * 3) : kind]!
const families = Array.from({ length: 700 }, (): Answers => {
  const kind = kindOf()
  return {
    ...Object.fromEntries(elements.map(({ name }) => [name, answer(kind)])),
    commune: ['81140', '81271', '81298'][Math.floor(draw() * 3)]!,
    voiture: draw() < (kind === 2 ? 0.9 : 0.4),
    sante: 'oui',
  }
})
const asked: TypologyAsked = { questions: ['a', 'b', 'c', 'd'], classes: null }
const made = (
  answers: Answers[],
  changes: Partial<TypologyAsked> = {},
  noise: Noise = unperturbed,
  before: TypologyAsked[] = [],
) => typologyOf(studyOf(answers, [], own), { ...asked, ...changes }, { before, noise })
const typology = made(families) as Typology

test('the kinds of families come out as classes, the largest first, described by their own answers', () => {
  expect(typology.classes).toHaveLength(3)
  const sizes = typology.classes.map(({ size }) => size.value!)
  expect(sizes[0]! > sizes[1]! && sizes[1]! > sizes[2]!).toBe(true)
  expect(sizes[0]).toBeGreaterThan(0.45)
  for (const [at, { more, less }] of typology.classes.entries()) {
    const word = ['UN', 'DEUX', 'TROIS'][at]
    expect(more.slice(0, 4).map((trait) => trait.answer)).toEqual([word, word, word, word])
    expect(less.every((trait) => trait.answer !== word && trait.testValue <= -3)).toBe(true)
    expect(more.every(({ testValue }) => testValue >= 3)).toBe(true)
  }
  expect(typology.classes.map(({ strength }) => strength)).toEqual(['solide', 'solide', 'solide'])
  expect(typology.stability).toMatchObject({ strength: 'solide', resamples: 50 })
})

test('a share of a class is the one counted by hand', () => {
  const { more, size } = typology.classes[2]!
  // nobody says which families are in the class, but all who said « trois » three times or more are
  expect(more[0]!.inAll.value).toBeCloseTo(
    families.filter((one) => one[more[0]!.path] === 'trois').length / families.length,
    2,
  )
  expect(size.value!).toBeCloseTo(
    families.filter((one) => ['a', 'b', 'c', 'd'].filter((name) => one[name] === 'trois').length >= 3).length / 700,
    1,
  )
})

test('with noise: no figure on fewer than thirty people, shares in whole percents, bases in fives', () => {
  const noisy = made(families, {}, perturbed) as Typology
  const estimates = noisy.classes.flatMap(({ size, more, less }) => [
    size,
    ...[...more, ...less].flatMap((one) => [one.inClass, one.inAll]),
  ])
  for (const { value, base } of estimates) {
    expect(base % 5).toBe(0)
    expect(base).toBeGreaterThanOrEqual(30)
    expect(Math.abs(value! * 100 - Math.round(value! * 100))).toBeLessThan(1e-9)
  }
  expect(estimates.length).toBeGreaterThan(20)
  // nothing of a person: no coordinate, no class of a row
  expect(JSON.stringify(noisy)).not.toMatch(/codes|coordinates|loadings/)
})

test('the same people are said the same thing twice', () => {
  expect(made(families, {}, perturbed)).toEqual(made(families, {}, perturbed))
})

const sharesIn = (one: Typology) => one.classes.flatMap(({ more, less }) => [...more, ...less])

// 392 of the 393 who had answered a question were in a class: both wholes were printed, and gave away what the last one answered.
test('where a few people only are in no class, the whole is everybody’s', () => {
  const few = families.map((one, at) => (at < 6 ? { ...one, b: null, c: null, d: null } : one))
  const bases = new Set(
    sharesIn(made(few) as Typology).flatMap(({ path, inAll }) => (path === 'a' ? [inAll.base] : [])),
  )
  expect([...bases]).toEqual([700])
  const many = families.map((one, at) => (at < 20 ? { ...one, b: null, c: null, d: null } : one))
  expect(sharesIn(made(many) as Typology).find(({ path }) => path === 'a')!.inAll.base).toBe(680)
})

// The explorer counts those outside among the zones only: with them the group seemed to be far from the whole, and was three people from it.
test('a printed group is compared as it is printed, without whoever is from outside the territory', () => {
  const near = families.map((one, at) => ({
    ...one,
    ...(at < 20 && { b: null, c: null, d: null }),
    e: at < 17 ? 'deux' : 'un',
  }))
  const outsiders = families.slice(0, 20).map((one) => ({ ...one, commune: outside, e: 'un' }))
  const whole = sharesIn(made([...near, ...outsiders]) as Typology).find(({ path }) => path === 'a')!.inAll
  // 683 who said « un », not the 680 in a class
  expect(whole.base).toBe(685)
})

test('nothing is said of a class that is nearly one of an earlier typology', () => {
  // six families only answered « e » otherwise than « d »
  const near = families.map((one, at) => ({ ...one, e: at % 120 === 0 ? 'deux' : one.d! }))
  const [before, questions] = [
    ['a', 'b', 'c', 'd'],
    ['a', 'b', 'c', 'e'],
  ].map((one) => ({ questions: one, classes: 3 }))
  const shownAfter = (...earlier: TypologyAsked[]) =>
    sharesIn(made(near, questions!, unperturbed, earlier) as Typology).length
  expect(shownAfter(before!)).toBeLessThan(shownAfter())
  // the same classes are the same people: nothing more is hidden
  expect(shownAfter(questions!)).toBe(shownAfter())
})

test('too few people, questions few were asked, or that nobody differs in: said in French, with what to do', () => {
  expect(made(families.slice(0, 200))).toEqual({
    refused: expect.stringMatching(/300 personnes au moins.*environ 200/),
  })
  const blank = families.map((one, at) => (at % 2 === 0 ? { ...one, d: null } : one))
  expect(made(blank)).toEqual({ refused: expect.stringMatching(/Question d.*50.% seulement/) })
  const same = families.map((one) => ({ ...one, d: 'un' }))
  expect(made(same)).toEqual({ refused: expect.stringMatching(/Question d.*la même chose/) })
})

test('a class smaller than thirty people is not made', () => {
  const eight = made(families.slice(0, 320), { classes: 8 })
  expect(eight).toEqual({ refused: expect.stringContaining('moins de 30 personnes') })
})

test('only closed, ordinary questions with one answer are offered; groups and sensitive ones are not', () => {
  const paths = offeredIn(own).map(({ path }) => path)
  expect(paths).toEqual(expect.arrayContaining(['garde', 'voiture', 'note', 'services.rpe', 'a']))
  expect(paths.filter((path) => ['sante', 'qui', 'commune', 'trajet', 'ordre'].includes(path))).toEqual([])
  expect(() => made(families, { questions: ['a', 'b', 'c', 'sante'] })).toThrow(RangeError)
})
