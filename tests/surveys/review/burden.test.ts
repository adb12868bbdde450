import { expect, test } from 'vitest'
import type { Definition } from '../../../surveys/questionnaire/questionnaire.ts'
import { announcedMinutes, burdenOf, minutesAlong, minutesSpan, pace, wordsIn } from '../../../surveys/review/burden.ts'
import { questionTypes } from '../../../surveys/types/catalogue.ts'
import { publishedAs } from '../questionnaires.ts'

const silent = { lines: [] }
const yesNo = [
  { value: 'oui', text: 'Oui' },
  { value: 'non', text: 'Non' },
]
const secondsOf = (definition: Definition) => {
  const { median, core, longest, items } = burdenOf({ definition, notice: silent })
  return { median: median * 60, core: core * 60, longest: longest * 60, items }
}
const page = (name: string, more: object, ...elements: Definition['pages'][number]['elements']) => ({
  name,
  ...more,
  elements,
})

test('one question costs its words, its choices, an answer and a page', () => {
  const definition = {
    pages: [page('p', {}, { type: 'radiogroup', name: 'a', title: 'Ça va bien ?', choices: yesNo })],
  }
  const expected =
    pace.page + 3 / pace.wordsPerSecond + 2 / pace.scannedWordsPerSecond + questionTypes.radiogroup.seconds
  expect(secondsOf(definition).median).toBeCloseTo(expected, 10)
})

test('a question with a condition counts for half on the median path, the optional part for nothing', () => {
  const asked = { type: 'boolean', name: 'a', title: '' }
  const { median, core, longest } = secondsOf({
    pages: [
      page('p', {}, { ...asked, visibleIf: '{z} = 1' }),
      page('q', { optionalPart: true }, { ...asked, name: 'b' }),
    ],
  })
  expect(core - median).toBeCloseTo(questionTypes.boolean.seconds / 2, 10)
  expect(longest - core).toBeCloseTo(pace.page + questionTypes.boolean.seconds, 10)
})

test('a repeated panel is filled once on the median path, and as often as it may be on the longest', () => {
  const child = { type: 'text', name: 'an', title: '', inputType: 'number' }
  const { median, longest } = secondsOf({
    pages: [
      page('p', {}, { type: 'paneldynamic', name: 'enfants', title: '', maxPanelCount: 4, templateElements: [child] }),
    ],
  })
  expect(longest - median).toBeCloseTo(3 * questionTypes.text.seconds, 10)
})

test('boxes of consent and « Encore … ? » are no items, and nothing to read costs nothing', () => {
  const steering = { type: 'radiogroup', name: 'encore', role: 'gate', choices: yesNo }
  expect(secondsOf({ pages: [page('p', {}, steering)] }).items).toBe(0)
  expect(burdenOf({ definition: { pages: [] }, notice: silent }).longest).toBe(0)
})

test('people are told the shortest way and a long one: two children, every condition met, one of the versions drawn by lot', () => {
  const long = (name: string, more: object = {}) => ({
    type: 'comment',
    name,
    // about a minute to read
    title: Array.from({ length: 198 }, () => 'mot').join(' '),
    ...more,
  })
  const definition = {
    pages: [
      page('p', {}, long('a'), long('b', { visibleIf: "{a} = 'x'" })),
      page(
        'q',
        { visibleIf: "{a} = 'x'" },
        {
          type: 'paneldynamic',
          name: 'enfants',
          maxPanelCount: 4,
          templateElements: [long('c')],
        },
      ),
      page('r', {}, long('d', { visibleIf: "{lot} = 'un'" }), long('e', { visibleIf: "{lot} = 'deux'" })),
      page('s', { optionalPart: true }, long('f')),
    ],
  } as unknown as Definition
  const assigned = [{ name: 'lot', values: ['un', 'deux'] }]
  const [one] = [minutesSpan({ definition: { pages: [definition.pages[0]!] }, notice: silent, assigned: [] })]
  const { from, to } = minutesSpan({ definition, notice: silent, assigned })
  expect(from).toBe(one!.from)
  // a, b, c twice, and one of d and e
  expect(to).toBeGreaterThanOrEqual(from * 5 - 1)
  expect(to).toBeLessThanOrEqual(from * 5 + 3)
  expect(minutesSpan({ definition: { pages: [] }, notice: silent, assigned: [] })).toEqual({ from: 1, to: 1 })
})

test('one way costs its screens and what each asked, a child described twice counted twice', () => {
  const asked = { type: 'boolean', name: 'a', title: '' }
  const definition = { pages: [page('p', {}, asked), page('q', {}, { ...asked, name: 'b' })] }
  const along = (...screens: string[][]) => minutesAlong({ definition, notice: silent }, screens) * 60
  expect(along(['a'])).toBeCloseTo(pace.page + questionTypes.boolean.seconds, 10)
  expect(along(['a'], ['b'], ['b'])).toBeCloseTo(3 * along(['a']), 10)
  expect(along(['a', 'b'])).toBeCloseTo(along(['a']) + questionTypes.boolean.seconds, 10)
  expect(along(['unknown'])).toBeCloseTo(pace.page, 10)
})

test('words are counted as they are read: « 7 h 30 » is one, punctuation is none', () => {
  expect(wordsIn(['Avant 7\u00a0h\u00a030\u202f!', { default: 'Oui : **vite**' }, undefined])).toBe(4)
})

test('people are told what is counted, made longer by what the authors announce, never shorter', () => {
  const announced = (minutes: number) =>
    announcedMinutes({ definition: { pages: [] }, notice: { lines: [] }, assigned: [], minutes })
  expect(announced(1)).toEqual({ from: 1, to: 1 })
  expect(announced(4)).toEqual({ from: 1, to: 4 })
  const families = publishedAs('familles')
  const { to } = minutesSpan(families)
  // « 2 à 12 min selon votre famille » was 20 for four children
  expect(announcedMinutes({ ...families, minutes: 1 })).toMatchObject({ to, perChild: 4 })
  expect(announcedMinutes(publishedAs('loisirs-sud')).perChild).toBe(2)
  expect(announcedMinutes(publishedAs('jeunes-11-15')).perChild).toBeUndefined()
})
