// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { spokenOf } from '../../../../client/answer/question/Aloud.tsx'
import { QuestionBlock } from '../../../../client/answer/question/QuestionBlock.tsx'
import { speak } from '../../../../client/words/speak.ts'
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

// they were learnt from the error
test('the bounds of a number or of a day are read before anything is wrong, by the eye and by a screen reader', () => {
  const common = { objectives: [1], sensitivity: 'ordinary' }
  const day = { type: 'text', inputType: 'date', name: 'jour', title: 'Quand ?', min: '2015-03-15', max: '2026-12-31' }
  const number = { type: 'text', inputType: 'number', name: 'heures', title: 'Combien d’heures ?', min: 0, max: 60 }
  const lines = { ...number, type: 'numbers', inputType: undefined, rows: [{ value: 'bus', text: 'En bus' }] }
  const questionOf = (element: object) => {
    const definition = { pages: [{ name: 'page', elements: [{ ...element, ...common }] }] }
    return modelOf({ ...families, assigned: [], definition } as never, 'fr').getAllQuestions()[0]!
  }
  const shown = (element: object) => {
    cleanup()
    render(<QuestionBlock question={questionOf(element)} child={null} row={null} problem={undefined} />)
    return document.querySelector('.question')!
  }
  const described = (box: Element) =>
    (box.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .filter(Boolean)
      .map((id) => document.getElementById(id)!.textContent)
  const days = 'Entre le 15 mars 2015 et le 31 décembre 2026.'
  expect(shown(day).textContent).toContain(days)
  expect(described(screen.getByRole('group'))).toEqual([days])
  expect(shown(number).textContent).toContain('Entre 0 et 60.')
  expect(described(screen.getByRole('textbox'))).toEqual(['Entre 0 et 60.'])
  expect(shown(lines).textContent).toContain('Entre 0 et 60.')
  expect(described(screen.getByRole('group'))).toEqual(['Entre 0 et 60.'])
  // said already, or by its own ends
  expect(shown({ ...number, description: 'De 0 à 60.' }).textContent).not.toContain('Entre')
  expect(described(screen.getByRole('textbox'))).toEqual(['De 0 à 60.'])
  const slider = { ...number, type: 'slider', inputType: undefined, minRateDescription: 'aucune' }
  expect(shown(slider).textContent).not.toContain('Entre')
  expect(described(screen.getByRole('slider'))).toEqual(['0 aucune 60 '])
  expect(shown({ ...number, inputType: 'text' }).textContent).not.toContain('Entre')
  // read aloud
  expect(spokenOf(questionOf(day), null, 'fr', (key, values) => speak('fr', key, values))).toBe(`Quand ?. ${days}`)
})

// « douze » stood in the field until « Suivant »
test.each([
  ['number', {}, ['douze', '12', '٣'], 'Écrivez un nombre entier, par exemple 12.'],
  [
    'date',
    { min: '2015-03-15', max: '2026-12-31' },
    ['mars', '3', '٣'],
    'Écrivez le jour, le mois et l’année en chiffres.',
  ],
] as const)(
  'letters where figures are asked are told at once, of a %s; what is on its way is not',
  (inputType, bounds, typed, words) => {
    const element = {
      type: 'text',
      inputType,
      name: 'combien',
      title: 'Combien ?',
      objectives: [1],
      ...bounds,
      sensitivity: 'ordinary',
    }
    const definition = { pages: [{ name: 'page', elements: [element] }] }
    const question = modelOf({ ...families, assigned: [], definition } as never, 'fr').getAllQuestions()[0]!
    const block = <QuestionBlock question={question} child={null} row={null} problem={undefined} />
    const { rerender } = render(block)
    const saidOf = (text: string) => {
      const [box] = screen.getAllByRole('textbox')
      fireEvent.input(box!, { target: { value: text } })
      // the screen draws its questions again at each change
      rerender(<QuestionBlock question={question} child={null} row={null} problem={undefined} />)
      return { said: screen.queryByRole('alert')?.textContent ?? null, isInvalid: box!.getAttribute('aria-invalid') }
    }
    const [letters, figures, arabic] = typed
    expect(saidOf(figures)).toEqual({ said: null, isInvalid: 'false' })
    expect(saidOf(letters)).toEqual({ said: `Erreur\u202f: ${words}`, isInvalid: 'true' })
    expect(saidOf(arabic)).toEqual({ said: null, isInvalid: 'false' })
  },
)
