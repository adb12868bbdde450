import { expect, test } from 'vitest'
import { questionsOf } from '../../../analysis/explore/questions.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { studyOf } from '../columns/study.ts'

// the explorer opened on « Valeur tirée au sort », twice in its list
test('what was drawn by lot is no question to explore', () => {
  const drawing = founding().filter(({ assigned }) => assigned.length > 0)
  expect(drawing.length).toBeGreaterThan(0)
  for (const questionnaire of drawing) {
    const paths = questionsOf(studyOf([], [], questionnaire)).map(({ field: { path, kind } }) => ({ path, kind }))
    expect(paths.length).toBeGreaterThan(0)
    expect(paths.filter(({ kind }) => kind === 'assigned')).toEqual([])
  }
})
