// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import type { Question, QuestionPanelDynamicModel } from 'survey-core'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { problemOf } from '../../../../client/answer/screens/problems.ts'
import { number, numberIn } from '../../../../client/answer/types/Number.tsx'
import { learn, speak } from '../../../../client/words/speak.ts'
import { modelOf } from '../../../../surveys/answers/engine.ts'
import { compileValidator } from '../../../../surveys/answers/validator.ts'
import type { Language } from '../../../../surveys/languages.ts'
import { founding } from '../../../../surveys/questionnaire/founding.ts'
import { materialise } from '../../../../surveys/questionnaire/parameters.ts'

afterEach(cleanup)

const publishedAs = (slug: string) => materialise(founding().find((one) => one.slug === slug)!, {})
const leisure = publishedAs('loisirs-sud')
const families = publishedAs('familles')

/** What the screen says once this year of birth of the first child was typed; null when it is taken. */
function saidOf(questionnaire: typeof leisure, year: string, language: Language) {
  const model = modelOf(questionnaire, language)
  const group = model.getQuestionByName('enfants') as QuestionPanelDynamicModel
  if (group.panelCount === 0) group.addPanel()
  const question = group.panels[0]!.getQuestionByName('annee_naissance') as Question
  render(<number.Answer question={question} problem={undefined} row={null} />)
  fireEvent.input(screen.getByRole('textbox'), { target: { value: year } })
  cleanup()
  return problemOf(question, (key, values) => speak(language, key, values))
}

test('a child younger or older than those asked about is told kindly, in each language; the others are taken', async () => {
  const languages: Language[] = ['fr', 'fr-facile', 'en', 'ar']
  const said = new Set<string | null>()
  for (const language of languages) {
    await learn(language)
    for (const year of ['2025', '2007']) {
      const problem = saidOf(leisure, year, language)
      expect(problem).toMatch(/17.*2008.*2024/)
      said.add(problem)
    }
    for (const year of ['2008', '2024']) expect(saidOf(leisure, year, language)).toBe(null)
  }
  expect(said.size).toBe(languages.length)
})

test('a year out of bounds is called a year where the questionnaire says nothing else', () => {
  expect(saidOf(families, '1999', 'fr')).toMatch(/^Écrivez une année entre 2008 et \d{4}\.$/)
})

test('no child was born in a year to come, on the screen as on the server; a clock gone astray forbids nothing', () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => void vi.useRealTimers())
  const check = compileValidator(families)
  const isTaken = (annee_naissance: number) => {
    const found = check({ enfants_a_charge: 'oui', enfants: [{ annee_naissance }] })
    return found.ok || !found.problems.some(({ path }) => path === 'enfants.0.annee_naissance')
  }
  for (const [day, last] of [
    ['2026-12-31T22:00:00Z', 2026],
    ['2026-12-31T23:30:00Z', 2027],
    ['1970-01-01T00:00:00Z', 2027],
  ] as const) {
    vi.setSystemTime(new Date(day))
    expect(saidOf(families, String(last), 'fr')).toBe(null)
    expect(saidOf(families, String(last + 1), 'fr')).toBe(`Écrivez une année entre 2008 et ${last}.`)
    expect([isTaken(last), isTaken(last + 1)]).toEqual([true, false])
  }
})

test('the api and the entry of paper forms refuse the same years in the same words', () => {
  const check = compileValidator(leisure)
  const problemIn = (annee_naissance: number) => {
    const found = check({ enfants_3_17: 'oui', enfants: [{ annee_naissance }] })
    return found.ok ? undefined : found.problems.find(({ path }) => path === 'enfants.0.annee_naissance')
  }
  for (const year of [2007, 2025])
    expect(problemIn(year)).toMatchObject({ code: 'range', message: saidOf(leisure, String(year), 'fr') })
  for (const year of [2008, 2024]) expect(problemIn(year)).toBe(undefined)
})

// an Arabic keyboard: « ٢٠٢٠ » was no whole number
test('a number is one in the digits of each keyboard; what is no number on the way to a year says what a year looks like', () => {
  expect(numberIn('٢٠٢٠', 2_008, 2_024)).toEqual({ value: 2020, why: null })
  expect(numberIn('۱۲').value).toBe(12)
  expect(numberIn('vingt', 2_008, 2_024).why).toBe('errors.year')
  expect(numberIn('vingt').why).toBe('errors.number')
})

test('bounds of an income or a surface are no years', () => {
  expect(numberIn('10000', 1_200, 9_000).why).toBe('errors.range')
  expect(numberIn('500', 1_200, 9_000).why).toBe('errors.range')
  expect(numberIn('1998', 2_008, 2_024).why).toBe('errors.years')
  expect(numberIn('19', 2_008, 2_024).why).toBe('errors.year')
})
