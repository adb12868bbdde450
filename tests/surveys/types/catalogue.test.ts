/** What each type of question must have beside its row, where the compiler cannot ask for it. */
import { expect, test } from 'vitest'
import { questionTypes, typeNames, typeOf } from '../../../surveys/types/catalogue.ts'
import { publishedAs } from '../questionnaires.ts'

/** Types of all elements, those inside panels too. */
function typesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(typesIn)
  if (typeof value !== 'object' || value === null) return []
  const element = value as Parameters<typeof typeOf>[0]
  const own = typeof element.type === 'string' ? [typeOf(element) ?? ''] : []
  return [...own, ...Object.values(value).flatMap(typesIn)]
}

test('the questionnaire of every type holds every type that is met on a screen: what walks it has met them all', () => {
  const met = new Set(typesIn(publishedAs('tous-les-types').definition.pages))
  expect(typeNames.filter((name) => name !== 'panel' && !met.has(name))).toEqual([])
})

test('a name that a SurveyJS file may use stands for one type', () => {
  const keys = typeNames.flatMap((name) => {
    const { written, imports = [] } = questionTypes[name]
    return [
      ...imports,
      written ? `${written.type}:${'inputType' in written ? written.inputType : written.cellType}` : name,
    ]
  })
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
})
