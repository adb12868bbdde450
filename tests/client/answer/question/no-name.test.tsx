// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { QuestionCommentModel } from 'survey-core'
import { afterEach, expect, test } from 'vitest'
import { comment } from '../../../../client/answer/types/Comment.tsx'

afterEach(cleanup)
const { Answer } = comment

test('a name in a text is asked about, and one touch takes it out; ordinary words are not asked about', async () => {
  const question = new QuestionCommentModel('mot')
  const draw = () => <Answer question={question} problem={undefined} row={null} />
  const view = render(<div className="question">{draw()}</div>)
  const write = (text: string) => {
    fireEvent.input(screen.getByRole('textbox'), { target: { value: text } })
    view.rerender(<div className="question">{draw()}</div>)
  }
  write('Plus de bus le mercredi')
  write('Plus de bus, dit Léa Durand, 06 12 34 56 78')
  const takeOut = await waitFor(() => screen.getByRole('button', { name: 'Enlever' }))
  expect(screen.getAllByRole('status')[0]!.textContent).toContain('On dirait un nom ou un numéro. L’enlever\u202f?')
  // it stops nobody
  expect(question.validate(true)).toBe(true)
  fireEvent.click(takeOut)
  expect(question.value).toBe('Plus de bus, dit')
  expect(document.activeElement).toBe(screen.getByRole('textbox'))
  view.rerender(<div className="question">{draw()}</div>)
  expect(screen.queryByRole('button', { name: 'Enlever' })).toBeNull()
})
