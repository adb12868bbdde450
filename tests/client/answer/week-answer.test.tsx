// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import type { Question } from 'survey-core'
import { afterEach, expect, test, vi } from 'vitest'
import { unfinished } from '../../../client/answer/screens/unfinished.ts'
import { placeUnder } from '../../../client/answer/week/place-under.ts'
import { WeekAnswer } from '../../../client/answer/week/WeekAnswer.tsx'
import { setComfort } from '../../../client/parts/comfort.ts'
import { QuestionWeekHours } from '../../../surveys/answers/engine.ts'

vi.stubGlobal('matchMedia', () => ({ matches: false }))
// jsdom lays nothing out
Element.prototype.scrollIntoView = () => {}

afterEach(async () => {
  cleanup()
  vi.useRealTimers()
  await setComfort({ language: 'fr' })
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
const lists = () => screen.getAllByRole<HTMLSelectElement>('combobox')
const hours = () => lists().map(({ selectedOptions }) => selectedOptions[0]!.text)
const set = (name: string, hour: string) => {
  const list = screen.getByRole<HTMLSelectElement>('combobox', { name })
  const { value } = [...list.options].find(({ text }) => text === hour)!
  fireEvent.change(list, { target: { value } })
}

test('a slot counts at once, whether or not one says how it is covered', () => {
  const question = ask()
  press(/Ajouter un créneau/)
  expect(question.value).toEqual([{ week: null, day: 1, from: 14, to: 17, cover: null }])
  expect(unfinished(question)).toBeUndefined()
  expect(question.validate(true)).toBe(true)
  choose('sans solution')
  expect(question.value).toEqual([{ week: null, day: 1, from: 14, to: 17, cover: 'none' }])
})

test('the week in one sentence says how each moment is covered, as its picture does', () => {
  ask([
    { week: null, day: 1, from: 12, to: 16, cover: 'none' },
    { week: null, day: 3, from: 12, to: 16, cover: 'covered' },
  ])
  expect(document.querySelector('figcaption')?.textContent).toMatch(
    /lundi, de 6\sh à 8\sh\s: sans solution\s; mercredi, de 6\sh à 8\sh\s: couvert$/u,
  )
})

test('ready hours touched again are taken back; their button stays pressed while their moments are there', () => {
  const question = ask([{ week: null, day: 6, from: 16, to: 20, cover: 'covered' }])
  const isPressed = (name: RegExp) => button(name).getAttribute('aria-pressed') === 'true'
  press(/^Nuit/)
  press(/^Samedi/)
  expect([isPressed(/^Nuit/), isPressed(/^Samedi/)]).toEqual([true, false])
  expect(question.value.length).toBeGreaterThan(1)
  // other hours were touched since: the first touch shows its days again
  press(/^Nuit/)
  expect(screen.getByRole('group', { name: /^Nuit/ })).toBeTruthy()
  expect(isPressed(/^Nuit/)).toBe(true)
  press(/^Nuit/)
  expect(isPressed(/^Nuit/)).toBe(false)
  expect(question.value).toEqual([{ week: null, day: 6, from: 16, to: 20, cover: 'covered' }])
})

// once « Samedi » was lit by a working day, which has the same hours
test('a Saturday is its own ready hours: neither a working day lights it, nor the other way round, and one day asks for no days', () => {
  ask()
  const isPressed = (name: RegExp) => button(name).getAttribute('aria-pressed') === 'true'
  press(/^Journée/)
  expect([isPressed(/^Journée/), isPressed(/^Samedi/)]).toEqual([true, false])
  press(/^Samedi/)
  expect([isPressed(/^Journée/), isPressed(/^Samedi/)]).toEqual([true, true])
  expect(screen.queryByRole('group', { name: /quels jours/ })).toBeNull()
  press(/^Journée/)
  press(/^Journée/)
  expect([isPressed(/^Journée/), isPressed(/^Samedi/)]).toEqual([false, true])
})

test('what was just done is said in the language chosen since', async () => {
  ask()
  press(/^Matin/)
  expect(screen.getByRole('status').textContent).toMatch(/^Ajouté du lundi au vendredi/)
  await act(() => setComfort({ language: 'en' }))
  expect(screen.getByRole('status').textContent).toMatch(/^Added from Monday to Friday/)
  await act(() => setComfort({ language: 'ar' }))
  expect(screen.getByRole('status').textContent).toMatch(/[\u0600-\u06ff]/)
  press(/^السبت/)
  expect(screen.getByText(/الأسبوع في لمحة/).textContent).toContain('؛')
})

test('moments nobody has spoken of are there, and asked about, for who comes back', () => {
  const question = ask()
  press(/^Nuit/)
  cleanup()
  render(<WeekAnswer question={question} problem={undefined} />)
  expect(screen.getByRole('group', { name: /ces 5 moments/ })).toBeTruthy()
})

test('an hour is chosen in the list, from 8 h to 18 h in two choices, and the words follow', () => {
  const question = ask([{ week: null, day: 1, from: 14, to: 17, cover: 'covered' }])
  set('Début', '8\u00a0h')
  set('Fin', '18\u00a0h')
  expect(question.value).toEqual([{ week: null, day: 1, from: 16, to: 36, cover: 'covered' }])
  expect(screen.getByRole('status').textContent).toBe('Lundi, de 8\u00a0h à 18\u00a0h')
  press('Fin\u202f: Une demi-heure plus tôt')
  expect(question.value).toEqual([{ week: null, day: 1, from: 16, to: 35, cover: 'covered' }])
})

test('going past midnight says « le lendemain » and is split between the two days', () => {
  const question = ask([{ week: null, day: 7, from: 44, to: 48, cover: 'none' }])
  set('Fin', '6\u00a0h, le lendemain')
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
  fireEvent.click(screen.getAllByRole('button', { name: 'Fin\u202f: Une demi-heure plus tard' })[0]!)
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
  expect(screen.getByRole('radio', { name: /^jeudi, créneaux\u202f: 1/ })).toBeTruthy()
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
  expect(pressed('Copier sur d’autres jours')).toBe(button('Du lundi au vendredi'))
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

test('ready hours fill Monday to Friday in one touch, and how they are covered is said once for all', () => {
  const question = ask()
  press(/^Matin/)
  const cover = within(screen.getByRole('group', { name: /ces 5 moments/ })).getByRole('radio', { name: 'couvert' })
  cover.focus()
  fireEvent.click(cover)
  // under the week, which stays in sight
  expect(document.activeElement).toBe(screen.getByRole('radio', { name: /^lundi/ }))
  expect(screen.getByRole('status').textContent).toBe('5 moments notés\u202f: couvert.')
  expect(question.value).toEqual(
    [1, 2, 3, 4, 5].map((day) => ({ week: null, day, from: 11, to: 27, cover: 'covered' })),
  )
})

test('the days of ready hours are chosen, and a second one is added beside them', () => {
  const question = ask()
  const days = () =>
    (question.value as { day: number; from: number }[])
      .filter(({ from }) => from > 0)
      .map(({ day, from }) => [day, from])
  press(/^Nuit/)
  tick('mercredi')
  tick('vendredi')
  tick('samedi')
  expect(days()).toEqual([1, 2, 4, 6].map((day) => [day, 42]))
  press(/^Journée/)
  tick('lundi')
  expect(days()).toEqual([
    [1, 42],
    [2, 16],
    [2, 42],
    [3, 16],
    [4, 16],
    [4, 42],
    [5, 16],
    [6, 42],
  ])
  // looked at again: nothing is added
  press(/^Nuit/)
  expect(days()).toHaveLength(8)
  expect(screen.getAllByRole<HTMLInputElement>('checkbox', { checked: true })).toHaveLength(4)
})

test('ready hours that run into what is there say so, and change nothing there', () => {
  const question = ask([{ week: null, day: 1, from: 0, to: 48, cover: 'covered' }])
  press(/^Matin/)
  tick('lundi')
  expect(screen.getByRole('status').textContent).toMatch(/^Ce moment touche un autre créneau/)
  expect((question.value as { day: number }[]).map(({ day }) => day)).toEqual([1, 2, 3, 4, 5])
})

test('the morning after a night says the night, not that there is nothing', () => {
  ask([
    { week: null, day: 4, from: 42, to: 48, cover: 'none' },
    { week: null, day: 5, from: 0, to: 12, cover: 'none' },
  ])
  choose(/^vendredi/)
  expect(screen.queryByText(/^Rien/)).toBeNull()
  expect(screen.getByText('Jeudi, de 21 h à 6 h le lendemain')).toBeTruthy()
})

test('from Monday to Friday, every other week: three touches', () => {
  const question = ask()
  tick(/Une semaine sur deux/)
  press(/^Matin/)
  fireEvent.click(
    within(screen.getByRole('group', { name: /ces 5 moments/ })).getByRole('radio', { name: 'sans solution' }),
  )
  expect(question.value).toHaveLength(5)
  expect((question.value as { week: string }[]).every(({ week }) => week === 'A')).toBe(true)
})

test('a day is copied from Monday to Friday by the first button', () => {
  const question = ask([{ week: null, day: 2, from: 11, to: 16, cover: 'strained' }])
  press('Copier sur d’autres jours')
  press('Du lundi au vendredi')
  expect((question.value as { day: number }[]).map(({ day }) => day)).toEqual([1, 2, 3, 4, 5])
})

test('a finger paints: a stroke makes the hours it covers, a touch two hours; a moment that is there is not painted over', () => {
  const question = ask([{ week: null, day: 3, from: 0, to: 4, cover: 'none' }])
  const figure = screen.getByRole('figure')
  // as it is drawn: 30 beside, 24 above, 10 a half-hour, 44 a day
  figure.querySelector('svg')!.getBoundingClientRect = () => new DOMRect(0, 0, 510, 332)
  const finger = (what: string, half: number, day: number) =>
    fireEvent(
      figure,
      new MouseEvent(what, {
        bubbles: true,
        button: 0,
        clientX: 30 + half * 10 + 5,
        clientY: 24 + (day - 1) * 44 + 20,
      }),
    )
  finger('pointerdown', 26, 2)
  finger('pointermove', 20, 2)
  finger('pointermove', 11, 2)
  finger('pointerup', 11, 2)
  choose('couvert')
  finger('pointerdown', 17, 4)
  finger('pointerup', 17, 4)
  choose('couvert')
  finger('pointerdown', 2, 3)
  finger('pointermove', 9, 3)
  finger('pointerup', 9, 3)
  expect(screen.getByRole('status').textContent).toMatch(/^Ce moment touche un autre créneau/)
  expect(question.value).toEqual([
    { week: null, day: 2, from: 11, to: 27, cover: 'covered' },
    { week: null, day: 3, from: 0, to: 4, cover: 'none' },
    { week: null, day: 4, from: 16, to: 20, cover: 'covered' },
  ])
})

test('under a finger, hours go from right to left where people read so', () => {
  const box = { left: 0, top: 0, width: 510, height: 332 }
  expect(placeUnder({ clientX: 510 - 35, clientY: 30 }, box, true)).toEqual({ day: 1, half: 0 })
  expect(placeUnder({ clientX: 35, clientY: 30 }, box, false)).toEqual({ day: 1, half: 0 })
  expect(placeUnder({ clientX: 10, clientY: 30 }, box, false)).toBeNull()
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
  expect(within(view.container).getByRole('radio', { name: /^mercredi, créneaux\u202f: 1/ })).toBeTruthy()
})
