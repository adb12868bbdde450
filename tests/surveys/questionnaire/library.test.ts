import { expect, test } from 'vitest'
import { measureRules } from '../../../analysis/measures/catalogue.ts'
import { compileValidator } from '../../../surveys/answers/validator.ts'
import { copyOf } from '../../../surveys/edit/copies.ts'
import { blankQuestionnaire } from '../../../surveys/questionnaire/blank.ts'
import { type Field, fieldsOf } from '../../../surveys/questionnaire/fields.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { library } from '../../../surveys/questionnaire/library.ts'
import { materialise } from '../../../surveys/questionnaire/parameters.ts'
import { reviewQuestionnaire } from '../../../surveys/review/review.ts'

/** Not the questionnaire's words, only what is asked. */
const aside = new Set(['head-empty', 'notice'])

function around(elements: ReturnType<typeof library>[number]['elements']) {
  const draft = blankQuestionnaire('essai', 'Essai')
  draft.definition.pages[0]!.elements = structuredClone(elements)
  return draft
}

test('every block has a name of its own and something to ask', () => {
  expect(new Set(library().map(({ id }) => id)).size).toBe(library().length)
  expect(library().length).toBeGreaterThan(25)
  for (const { elements } of library()) expect(elements.length).toBeGreaterThan(0)
})

test.each(library().map((item) => [item.id, item] as const))(
  '%s compiles inside a questionnaire, in four languages, with nothing to correct',
  (_, { elements }) => {
    const draft = around(elements)
    compileValidator(materialise(draft, {}))
    const { toFix } = reviewQuestionnaire(draft, { measures: measureRules })
    const found = toFix.filter(({ code, path }) => !aside.has(code) && !(code.startsWith('language-') && path === ''))
    expect(found.filter(({ code }) => !code.startsWith('language-'))).toEqual([])
    const missing = reviewQuestionnaire({ ...draft, ...heads }, { measures: measureRules }).toFix
    expect(missing.filter(({ code }) => code.startsWith('language-'))).toEqual([])
  },
)

const words = { default: 'a', 'fr-facile': 'a', en: 'a', ar: 'a' }
const heads = { title: words, summary: words, audienceText: words }

test('a code shared with a founding questionnaire has the same kind and the same answers there', () => {
  const meaning = ({ kind, choices, parent, min, max }: Field) => ({
    kind,
    parent,
    min,
    max,
    choices: choices.map(({ value }) => value).toSorted(),
  })
  let shared = 0
  for (const { id, elements } of library()) {
    for (const field of fieldsOf(around(elements).definition)) {
      const known = founding().flatMap(({ slug, definition }) =>
        fieldsOf(definition)
          .filter(({ path }) => path === field.path)
          .map((other) => ({ slug, meaning: meaning(other) })),
      )
      shared += known.length
      // the same word may name two questions for two publics; one of them at least is meant
      if (known.length > 0)
        expect([id, known.map((one) => one.meaning)]).toContainEqual(expect.arrayContaining([meaning(field)]))
    }
  }
  expect(shared).toBeGreaterThan(60)
})

test('a block taken twice gets codes of its own, and its conditions follow', () => {
  const { elements } = library().find(({ id }) => id === 'satisfaction')!
  const draft = around(elements)
  draft.definition.pages[0]!.elements.push(...copyOf(draft, elements, null))
  compileValidator(draft)
  expect(draft.definition.pages[0]!.elements[3]!.visibleIf).not.toContain('{satisfaction}')
})
