// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { QuestionCheckboxModel } from 'survey-core'
import { afterEach, expect, test } from 'vitest'
import '../../../../surveys/answers/engine.ts'
import { checkbox } from '../../../../client/answer/types/Checkbox.ts'

afterEach(cleanup)
const { Answer } = checkbox

const list = (choices: string[]) => {
  const question = new QuestionCheckboxModel('raisons')
  question.choices = choices
  question.showNoneItem = true
  return question
}
const draw = (question: QuestionCheckboxModel) => render(<Answer question={question} problem={undefined} row={null} />)

test('what « autre » means is written right under it, before the answers that follow', () => {
  const question = list(['prix', 'trajet'])
  question.showOtherItem = true
  question.value = ['other']
  draw(question)
  const field = screen.getByRole('textbox')
  const [other, none] = ['other', 'aucun'].map((value) => document.querySelector(`input[value="${value}"]`)!)
  expect(other!.compareDocumentPosition(field)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  expect(none!.compareDocumentPosition(field)).toBe(Node.DOCUMENT_POSITION_PRECEDING)
})

test('several answers are announced where there are several, « aucun » apart', () => {
  draw(list(['prix', 'trajet']))
  expect(document.querySelector('.question-help')).not.toBeNull()
  cleanup()
  draw(list(['prix']))
  expect(document.querySelector('.question-help')).toBeNull()
})

test('no help of the question hides what it does not say: how many answers may be given', () => {
  const helps = () =>
    [...document.querySelectorAll('.question-help')].map(({ textContent }) => textContent.replace(/\s/g, ' '))
  const described = (description: string, most = 0) => {
    const question = list(['prix', 'trajet'])
    question.description = description
    question.maxSelectedChoices = most
    draw(question)
    const found = helps()
    cleanup()
    return found
  }
  expect(described('Même seulement de nom.')).toEqual(['Plusieurs réponses possibles.'])
  expect(described('Rien n’est décidé. Plusieurs réponses possibles.')).toEqual([])
  expect(described('Rien n’est décidé.', 3)).toEqual(['3 réponses au plus.'])
  expect(described('3 réponses au plus.', 3)).toEqual([])
})
