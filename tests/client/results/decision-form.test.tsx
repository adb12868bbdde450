// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { DecisionForm } from '../../../client/results/plan/DecisionForm.tsx'

afterEach(cleanup)

// the words stayed while the slides read their pages anew, and a second press noted the same decision for good
test('a decision is noted once, however often one presses while it is sent and shown', async () => {
  let sent = 0
  let shown = () => {}
  const send = async () => void sent++
  const onDone = () => new Promise<void>((resolve) => (shown = resolve))
  render(<DecisionForm action={1} send={send} onDone={onDone} />)
  fireEvent.input(screen.getByLabelText(/^Noter une décision/), { target: { value: 'Ouvrir le samedi.' } })
  const press = screen.getByRole<HTMLButtonElement>('button', { name: 'Noter la décision' })
  await act(async () => press.click())
  await act(async () => press.click())
  expect(sent).toBe(1)
  await act(async () => shown())
  expect(press.disabled).toBe(false)
  expect(screen.getByLabelText<HTMLTextAreaElement>(/^Noter une décision/).value).toBe('')
})
