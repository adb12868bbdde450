import { expect, test } from 'vitest'
import { offeredIn, typologyRules } from '../../../analysis/typology/offered.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { materialise } from '../../../surveys/questionnaire/parameters.ts'

test('every questionnaire asks enough for a typology, but that of the 11-15, kept short: its screen says so', () => {
  const short = founding().filter((source) => offeredIn(materialise(source, {})).length < typologyRules.leastQuestions)
  expect(short.map(({ slug }) => slug)).toEqual(['jeunes-11-15'])
})

test('groups of people describe a typology and make none; nor does what is sensitive', () => {
  const paths = founding().flatMap((source) => offeredIn(materialise(source, {})).map(({ path }) => path))
  for (const path of ['foyer', 'age', 'genre', 'commune', 'qf', 'souci', 'securite', 'entourage'])
    expect(paths).not.toContain(path)
})
