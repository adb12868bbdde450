import { expect, test } from 'vitest'
import { ofCodes, picturesOf } from '../../../client/answer/pictograms/pictures.ts'
import { allElements } from '../../../surveys/edit/places.ts'
import { drawings } from '../../../surveys/pictograms/drawings.ts'
import { choicesOf, specialValues } from '../../../surveys/questionnaire/elements.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'

const asked = founding().flatMap((questionnaire) =>
  allElements(questionnaire).flatMap(({ element }) => {
    const values = choicesOf(element).map(({ value }) => value)
    return values.length === 0 ? [] : [{ slug: questionnaire.slug, name: element.name, values }]
  }),
)
const pictured = asked.filter(
  ({ name, values }) =>
    picturesOf(
      name,
      values.filter((value) => !specialValues.has(value)),
    ) !== null,
)

test('a pictogram stands for one answer of a question, and most answers of it have one', () => {
  expect(picturesOf('trajet', ['pied', 'velo', 'bus'])).toEqual(
    new Map([
      ['pied', drawings.walk],
      ['velo', drawings.bicycle],
      ['bus', drawings.bus],
    ]),
  )
  expect(picturesOf('trajet', ['pied', 'velo', 'fusee'])!.get('fusee')).toBe('')
  expect(picturesOf('trajet', ['pied', 'fusee', 'ballon'])).toBeNull()
  // two answers, one drawing: it would tell nothing
  expect(picturesOf('trajet', ['bus', 'arret_bus'])).toBeNull()
  expect(picturesOf('trajet', ['parents', 'pied'])!.get('parents')).toBe(drawings.car)
  expect(picturesOf('freins', ['parents', 'prix'])!.get('parents')).toBe(drawings.family)
})

test('the youngest, and families in easy French, see pictograms in the questions that need them most', () => {
  const of = (slug: string) => pictured.filter((one) => one.slug === slug).map(({ name }) => name)
  expect(of('jeunes-11-15')).toEqual(expect.arrayContaining(['manque_ici', 'lieu_usages', 'trajet', 'loisirs_envie']))
  expect(of('familles')).toEqual(expect.arrayContaining(['garde_obstacles', 'difficultes', 'envies_parents']))
  expect(of('loisirs-sud')).toEqual(expect.arrayContaining(['raisons', 'moments']))
})

test('where a founding question shows pictograms, each of its answers has its own', () => {
  const bare = pictured.flatMap(({ slug, name, values }) => {
    const proposed = values.filter((value) => !specialValues.has(value))
    const pictures = picturesOf(name, proposed)!
    return proposed.filter((value) => pictures.get(value) === '').map((value) => `${slug} ${name} ${value}`)
  })
  expect(bare).toEqual([])
})

test('what rides on two wheels is told apart: a scooter is no kick scooter', () => {
  expect(picturesOf('trajet', ['scooter', 'pied'])!.get('scooter')).toBe(drawings.moped)
})

test('every row is a code that a founding questionnaire proposes, in a question that shows it', () => {
  const shown = new Set(pictured.flatMap(({ name, values }) => values.flatMap((value) => [value, `${name}.${value}`])))
  expect(Object.keys(ofCodes).filter((code) => !shown.has(code))).toEqual([])
  expect(Object.keys(drawings).filter((name) => !Object.values(ofCodes).includes(name as never))).toEqual([])
})
