// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { QuestionBlock } from '../../../../client/answer/question/QuestionBlock.tsx'
import { modelOf } from '../../../../surveys/answers/engine.ts'
import { founding } from '../../../../surveys/questionnaire/founding.ts'
import { materialise } from '../../../../surveys/questionnaire/parameters.ts'

afterEach(cleanup)

const families = materialise(founding().find(({ slug }) => slug === 'familles')!, {})
const draw = (name: string) => {
  const question = modelOf(families, 'fr').getQuestionByName(name)!
  render(<QuestionBlock question={question} child={null} row={null} problem={undefined} />)
}

test('an answer that is needed is said before anything is wrong, to the eye and to a screen reader', () => {
  draw('enfants_a_charge')
  const list = screen.getByRole('radiogroup', { name: /moins.de.18.ans.*\(réponse.attendue\)$/ })
  expect(list.getAttribute('aria-required')).toBe('true')
  // each circle was required by itself: all of them were « invalid » on arrival
  expect(list.getAttribute('aria-invalid')).toBe('false')
  expect(document.querySelectorAll(':invalid')).toHaveLength(0)
  cleanup()
  draw('qf')
  expect(screen.queryByRole('radiogroup')).toBeNull()
  expect(screen.queryByText(/réponse attendue/)).toBeNull()
})

test('« Pourquoi cette question ? » says which one to whoever hears it alone', () => {
  draw('qf')
  expect(document.querySelector('.question-why summary')?.textContent).toMatch(
    /^Pourquoi cette question\s\? \(.*quotient familial.*\)$/,
  )
})
