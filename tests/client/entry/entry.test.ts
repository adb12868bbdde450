import { expect, test } from 'vitest'
import { askingOf, type Step } from '../../../client/entry/asking.ts'
import { typedIn } from '../../../client/entry/typed.ts'
import { draw, modelOf } from '../../../surveys/answers/engine.ts'
import { answersOf } from '../../../surveys/answers/from-survey.ts'
import type { Answers } from '../../../surveys/answers/response.ts'
import { compileValidator } from '../../../surveys/answers/validator.ts'
import { itemsOf, type PaperItem, paperOf } from '../../../surveys/paper/form.ts'
import { seeded } from '../../../surveys/people/random.ts'
import { walkOf } from '../../../surveys/people/walk.ts'
import { whatever } from '../../../surveys/people/whatever.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { materialise } from '../../../surveys/questionnaire/parameters.ts'
import { languages } from '../../../surveys/questionnaire/questionnaire.ts'
import type { WeekRow } from '../../../surveys/questionnaire/week.ts'

const families = materialise(founding()[0]!, {})
const itemAt = (path: string): PaperItem => itemsOf(paperOf(families, 'fr')).find((item) => item.path === path)!
const typed = (path: string, text: string) => typedIn(itemAt(path), text, null)

test('a code stands for its answer; several are stored in the order of the list, however they were typed', () => {
  expect(typed('enfants_a_charge', '1')).toEqual({ value: 'oui' })
  expect(typed('enfants_a_charge', ' 98 ')).toEqual({ value: 'refus' })
  const both = typed('horaires', '3 1') as { value: string[] }
  expect(both.value).toEqual((typed('horaires', '1,3,1') as { value: string[] }).value)
  expect(both.value).toHaveLength(2)
})

test('nothing typed is a blank; a code that is not printed is refused in words', () => {
  expect(typed('enfants_a_charge', '  ')).toEqual({ value: null })
  expect(typed('enfants_a_charge', '7')).toEqual({ error: 'Le code 7 n’est pas proposé ici.' })
  expect(typed('enfants_a_charge', '1 2')).toEqual({ error: 'Un seul code est attendu ici.' })
  expect(typed('enfants.annee_naissance', '2o20')).toEqual({ error: 'Un nombre entier est attendu.' })
})

test('the week is typed by days and hours, a night goes on the next day', () => {
  expect(typed('enfants.semaine', '1-2 5h30-8 2; 5 22-6 1')).toEqual({
    value: [
      { week: null, day: 1, from: 11, to: 16, cover: 'strained' },
      { week: null, day: 2, from: 11, to: 16, cover: 'strained' },
      { week: null, day: 5, from: 44, to: 48, cover: 'covered' },
      { week: null, day: 6, from: 0, to: 12, cover: 'covered' },
    ],
  })
  expect(typed('enfants.semaine', '1 8-12 1 B')).toEqual({
    value: [{ week: 'B', day: 1, from: 16, to: 24, cover: 'covered' }],
  })
  // nothing ticked on the paper
  expect(typed('enfants.semaine', '1 8-12 B')).toEqual({
    value: [{ week: 'B', day: 1, from: 16, to: 24, cover: null }],
  })
  expect(typed('enfants.semaine', 'lundi matin')).toHaveProperty('error')
})

test('what has one answer possible is not typed, and is stored as on the web', () => {
  const asking = askingOf(families, paperOf(families, 'fr'), {})
  const entries = (care: string[]) =>
    new Map<string, unknown>([
      ['enfants_a_charge', 'oui'],
      ['enfants', 1],
      ['enfants.0.besoin_garde', 'chaque_semaine'],
      ['enfants.0.qui_garde', care],
    ])
  const paths = (care: string[]) => asking(entries(care)).steps.map(({ path }) => path)
  expect(paths(['creche', 'mam'])).toContain('enfants.0.garde_principale')
  expect(paths(['creche'])).not.toContain('enfants.0.garde_principale')
  expect(asking(entries(['creche'])).answers.enfants).toMatchObject([{ garde_principale: 'creche' }])
})

/** What staff would type for an answer given on the web. */
function textFor(step: Step, answer: unknown): string {
  if (answer === null || answer === undefined) return ''
  if (step.kind !== 'item') return String(answer)
  const code = (value: unknown) => step.item.choices.find((choice) => choice.value === value)!.code
  if (step.item.kind === 'week') {
    const hours = (half: number) => `${Math.floor(half / 2)}h${half % 2 ? '30' : '00'}`
    const cover = ({ cover: known }: WeekRow) =>
      step.item.asksCover ? ` ${known === null ? '' : { covered: 1, strained: 2, none: 3 }[known]}` : ''
    return (answer as WeekRow[])
      .map((row) => `${row.day} ${hours(row.from)}-${hours(row.to)}${cover(row)}${row.week ? ` ${row.week}` : ''}`)
      .join('; ')
  }
  if (step.item.choices.length === 0) return String(answer)
  return Array.isArray(answer) ? answer.map(code).join(' ') : code(answer)
}

function answerAt(answers: Answers, step: Step): unknown {
  const value = step.path.split('.').reduce<unknown>((part, name) => (part as Answers | null)?.[name] ?? null, answers)
  return step.kind === 'count' ? (value as unknown[] | null)?.length : value
}

test('a paper form typed by its codes and the same answers given on the web are one and the same document', () => {
  for (const source of founding()) {
    const questionnaire = materialise(source, {})
    const check = compileValidator(questionnaire)
    const walk = walkOf(questionnaire)
    for (let seed = 1; seed <= 8; seed++) {
      const random = seeded(seed)
      const given = walk(
        (asked) => (random() < 0.1 && asked.element.isRequired !== true ? null : whatever(asked, random)),
        random,
      )
      const drawn = Object.fromEntries(questionnaire.assigned.map(({ name }) => [name, given[name] as string]))
      const model = modelOf(questionnaire, 'fr', drawn)
      model.data = structuredClone(given)
      const web = answersOf(model)

      const language = languages[seed % languages.length]!
      const asking = askingOf(questionnaire, paperOf(questionnaire, language, drawn), drawn)
      const entries = new Map<string, unknown>()
      for (let at = 0; at < asking(entries).steps.length; at++) {
        const step = asking(entries).steps[at]!
        const text = textFor(step, answerAt(web, step))
        const result =
          step.kind === 'item' ? typedIn(step.item, text, step.offered) : { value: Number(text) || text || null }
        if ('error' in result) throw new Error(`${step.path}: ${result.error} (${text})`)
        entries.set(step.path, result.value)
      }
      const paper = asking(entries).answers
      expect(paper).toEqual(web)
      expect(check(paper).ok).toBe(true)
    }
  }
}, 60_000)

test('an answer changed on the way back takes the questions it opened with it', () => {
  const drawn = draw(families.assigned, () => 0)
  const asking = askingOf(families, paperOf(families, 'fr', drawn), drawn)
  const entries = new Map<string, unknown>([
    ['enfants_a_charge', 'oui'],
    ['arrivee', 'non'],
  ])
  expect(asking(entries).answers).toMatchObject({ arrivee: 'non' })
  expect(asking(entries.set('enfants_a_charge', 'non')).answers).not.toHaveProperty('arrivee')
})
