// @vitest-environment jsdom
import '../../client/parts/focus/moveBefore.ts'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { PinField } from '../../client/kiosk/PinField.tsx'
import { left } from '../../client/parts/focus/left.ts'

afterEach(cleanup)

/** A part with a field in it, and a field beside it; how often the part was left. */
async function parts() {
  const act = vi.fn()
  render(
    <>
      <fieldset data-testid="part" onBlur={left(act)}>
        <input aria-label="in it" />
        <input aria-label="in it too" />
      </fieldset>
      <input aria-label="beside" />
    </>,
  )
  const field = (name: string) => screen.getByLabelText(name)
  field('in it').focus()
  return { act, part: screen.getByTestId('part'), field }
}
function Typing() {
  const [typed, setTyped] = useState('12')
  return <PinField label="Code" value={typed} onChange={setTyped} />
}
const turn = () => new Promise((done) => setTimeout(done))

test('a part is left by hand: once the focus is beside it, not while it goes on inside', async () => {
  const { act, field } = await parts()
  field('in it too').focus()
  await turn()
  expect(act).not.toHaveBeenCalled()
  field('beside').focus()
  await turn()
  expect(act).toHaveBeenCalledTimes(1)
})

test('a part taken away with the focus in it was left by nobody', async () => {
  const { act, part, field } = await parts()
  // some browsers say so before it goes, others do not
  fireEvent.focusOut(field('in it'))
  part.remove()
  await turn()
  expect(act).not.toHaveBeenCalled()
})

test('a part put elsewhere keeps the focus, and was not left', async () => {
  const { act, part, field } = await parts()
  part.parentElement!.moveBefore(part, null)
  expect(part.nextSibling).toBeNull()
  expect(document.activeElement).toBe(field('in it'))
  await turn()
  expect(act).not.toHaveBeenCalled()
})

test('what is no figure leaves a code as soon as it is typed', () => {
  render(<Typing />)
  const code = screen.getByLabelText<HTMLInputElement>('Code')
  fireEvent.input(code, { target: { value: '12a' } })
  expect(code.value).toBe('12')
})
