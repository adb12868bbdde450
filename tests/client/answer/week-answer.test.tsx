// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import type { Question } from 'survey-core'
import { afterEach, expect, test, vi } from 'vitest'
import { unfinished } from '../../../client/answer/screens/unfinished.ts'
import { WeekAnswer } from '../../../client/answer/week/WeekAnswer.tsx'
import { QuestionWeekHours } from '../../../surveys/answers/engine.ts'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

function ask(value?: unknown): Question {
  const question = new QuestionWeekHours('semaine')
  question.value = value
  render(<WeekAnswer question={question} problem={undefined} />)
  return question
}
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const press = (name: string | RegExp) => fireEvent.click(button(name))
const choose = (name: string | RegExp) => fireEvent.click(screen.getByRole('radio', { name }))
const tick = (name: string | RegExp) => fireEvent.click(screen.getByRole('checkbox', { name }))
const hours = () => screen.getAllByRole('spinbutton').map((spin) => spin.getAttribute('aria-valuetext'))

test('a slot counts once its cover is known, and holds back « Suivant » until then', () => {
  const question = ask()
  press(/Ajouter un créneau/)
  expect(question.value).toBeUndefined()
  expect(unfinished(question)).toMatchObject({ why: 'errors.week' })
  choose('sans solution')
  expect(unfinished(question)).toBeUndefined()
  expect(question.value).toEqual([{ week: null, day: 1, from: 14, to: 17, cover: 'none' }])
})

test('the arrows of the keyboard move by half-hours, page keys by hours, and the words follow', () => {
  const question = ask([{ week: null, day: 1, from: 14, to: 17, cover: 'covered' }])
  const [start, end] = screen.getAllByRole('spinbutton')
  fireEvent.keyDown(start!, { key: 'ArrowDown' })
  fireEvent.keyDown(start!, { key: 'PageDown' })
  fireEvent.keyDown(end!, { key: 'ArrowUp' })
  expect(question.value).toEqual([{ week: null, day: 1, from: 11, to: 18, cover: 'covered' }])
  expect(screen.getByRole('status').textContent).toBe('lundi, de 5\u00a0h\u00a030 à 9\u00a0h')
})

test('going past midnight says « le lendemain » and is split between the two days', () => {
  const question = ask([{ week: null, day: 7, from: 44, to: 48, cover: 'none' }])
  const end = screen.getAllByRole('spinbutton')[1]!
  for (let half = 0; half < 12; half++) fireEvent.keyDown(end, { key: 'ArrowUp' })
  expect(hours()).toEqual(['22\u00a0h', '6\u00a0h, le lendemain'])
  expect(question.value).toEqual([
    { week: null, day: 1, from: 0, to: 12, cover: 'none' },
    { week: null, day: 7, from: 44, to: 48, cover: 'none' },
  ])
})

test('running into another slot is prevented, and explained kindly', () => {
  const question = ask([
    { week: null, day: 1, from: 14, to: 17, cover: 'covered' },
    { week: null, day: 1, from: 17, to: 20, cover: 'none' },
  ])
  const before = question.value
  fireEvent.keyDown(screen.getAllByRole('spinbutton')[1]!, { key: 'ArrowUp' })
  expect(question.value).toEqual(before)
  expect(screen.getByRole('status').textContent).toMatch(
    /^Ce moment touche un autre créneau.*lundi, de 8\u00a0h\u00a030/,
  )
})

test('Monday is copied onto Tuesday and Thursday in one go', () => {
  const question = ask([{ week: null, day: 1, from: 11, to: 16, cover: 'strained' }])
  press('Copier sur d’autres jours')
  tick('mardi')
  tick('jeudi')
  press('Copier sur mardi et jeudi')
  expect((question.value as { day: number }[]).map(({ day }) => day)).toEqual([1, 2, 4])
  expect(screen.getByRole('radio', { name: /^jeudi, créneaux : 1/ })).toBeTruthy()
})

test('every other week: the week becomes A, B starts empty and may take A up; leaving asks before B is erased', () => {
  const question = ask([{ week: null, day: 1, from: 14, to: 17, cover: 'covered' }])
  const weeks = () => (question.value as { week: string | null }[]).map(({ week }) => week)
  tick(/Une semaine sur deux/)
  expect(weeks()).toEqual(['A'])
  choose('Semaine B')
  press('Reprendre la semaine A')
  expect(weeks()).toEqual(['A', 'B'])
  tick(/Une semaine sur deux/)
  expect(weeks()).toEqual(['A', 'B'])
  press('Oui, effacer la semaine B')
  expect(weeks()).toEqual([null])
})

test('whatever gives way to something else hands the focus on: nobody at a keyboard is sent back to the top', () => {
  ask([
    { week: null, day: 1, from: 14, to: 17, cover: 'covered' },
    { week: null, day: 1, from: 33, to: 37, cover: 'none' },
  ])
  const pressed = (name: string) => {
    button(name).focus()
    press(name)
    return document.activeElement
  }
  expect(pressed('Copier sur d’autres jours')).toBe(screen.getByRole('checkbox', { name: 'mardi' }))
  tick('mardi')
  expect(pressed('Copier sur mardi')).toBe(button('Copier sur d’autres jours'))
  pressed('Copier sur d’autres jours')
  expect(pressed('Annuler')).toBe(button('Copier sur d’autres jours'))

  const remove = screen.getAllByRole('button', { name: 'Enlever ce créneau' })[0]!
  remove.focus()
  fireEvent.click(remove)
  expect(document.activeElement).toBe(button(/Ajouter un créneau/))
  expect(screen.getByRole('status').textContent).toBe('Créneau enlevé.')
})

test('holding + goes on by itself, and the click that ends it counts for nothing more', () => {
  vi.useFakeTimers()
  ask([{ week: null, day: 1, from: 14, to: 17, cover: 'covered' }])
  const later = screen.getAllByRole('button', { name: /plus tard/ })[1]!
  // jsdom makes pointer events without a button: a mouse event by that name has one
  fireEvent(later, new MouseEvent('pointerdown', { bubbles: true, button: 0 }))
  for (const ms of [420, 110, 110]) act(() => vi.advanceTimersByTime(ms))
  fireEvent.pointerUp(later)
  fireEvent.click(later)
  act(() => vi.advanceTimersByTime(2_000))
  expect(hours()[1]).toBe('10\u00a0h')
})

test('an answer given elsewhere (« même réponse que pour l’aîné ») is shown at the next drawing', () => {
  const question = new QuestionWeekHours('semaine')
  const view = render(<WeekAnswer question={question} problem={undefined} />)
  question.value = [{ week: null, day: 3, from: 15, to: 36, cover: 'covered' }]
  view.rerender(<WeekAnswer question={question} problem={undefined} />)
  expect(within(view.container).getByRole('radio', { name: /^mercredi, créneaux : 1/ })).toBeTruthy()
})
