import { expect, test } from 'vitest'
import { measureNames, measureRules } from '../../../analysis/measures/catalogue.ts'
import { isPublic } from '../../../surveys/questionnaire/audiences.ts'
import { blankQuestionnaire } from '../../../surveys/questionnaire/blank.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import type { DefinitionElement, Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { type ReviewResult, reviewQuestionnaire } from '../../../surveys/review/review.ts'
import { smallQuestionnaire } from '../../api/fixture.ts'

const families = founding().find(({ slug }) => slug === 'familles')!
const checked = (questionnaire: Questionnaire, options = {}) =>
  reviewQuestionnaire(questionnaire, { measures: measureRules, ...options })
const codes = ({ toFix }: ReviewResult) => [...new Set(toFix.map(({ code }) => code))]
const edited = (edit: (copy: Questionnaire) => void, from = families): Questionnaire => {
  const copy = structuredClone(from)
  edit(copy)
  return copy
}
const elementOf = ({ definition }: Questionnaire, name: string): DefinitionElement =>
  definition.pages.flatMap(({ elements }) => elements).find((element) => element.name === name)!

test('every measure of the analysis is described, and only those', () => {
  expect(new Set(measureRules.map(({ name }) => name))).toEqual(measureNames)
})

test.each(founding().map((questionnaire) => [questionnaire.slug, questionnaire] as const))(
  '%s passes the review, beside itself as well',
  (_, questionnaire) => {
    expect(checked(questionnaire, { previous: questionnaire }).toFix).toEqual([])
    expect(checked(questionnaire).toCheck.filter(({ code }) => code !== 'free-text')).toEqual([])
    const { isOver, level } = checked(questionnaire).budget
    expect(isOver).toBe(false)
    // trade words are allowed to those whose trade it is
    expect(isPublic(questionnaire.audience) ? ['facile'] : ['facile', 'assez facile']).toContain(level)
  },
)

test('a review of a blank questionnaire lists what it still needs', () => {
  const { toFix } = checked(blankQuestionnaire('essai', 'Essai'))
  expect(toFix.map(({ code, path }) => `${path}:${code}`)).toEqual(
    expect.arrayContaining([':head-empty', 'notice:notice', 'page_1:elements']),
  )
})

test('over budget it stops, until a reason is written; the reason is shown to whoever approves', () => {
  const long = edited(({ definition }) => {
    const { elements } = definition.pages[0]!
    for (let at = 0; at < 40; at++) elements.push({ ...elements[0]!, name: `encore_${at}` })
  })
  const { toFix, budget } = checked(long)
  expect(budget.isOver).toBe(true)
  expect(toFix.find(({ code }) => code === 'burden')?.message).toMatch(/8 au plus.*écrire la raison/)
  const excused = checked(long, { reasons: { burden: 'Étude demandée par la Caf.' } })
  expect(codes(excused)).not.toContain('burden')
  expect(excused.toCheck.find(({ code }) => code === 'burden-reason')?.message).toContain('Étude demandée par la Caf.')
})

test.each([
  ['families', 8],
  ['everyone', 8],
  ['young-16-25', 6],
  ['young-11-15', 5],
] as const)('%s are given %i minutes', (audience, allowed) => {
  expect(checked({ ...families, audience }).budget.allowed).toBe(allowed)
})

test('a missing translation stops, unless a reason is given for that language', () => {
  expect(codes(checked(smallQuestionnaire))).toEqual(['language-fr-facile', 'language-en', 'language-ar'])
  const languages = { 'fr-facile': 'À venir.', en: 'Personne ne le demande.', ar: 'Pas de traducteur cette année.' }
  const { toFix, toCheck } = checked(smallQuestionnaire, { reasons: { languages } })
  expect(toFix).toEqual([])
  expect(toCheck.filter(({ code }) => code.startsWith('language-reason-'))).toHaveLength(3)
})

test('what may not follow the version people answer is said in words, at its place', () => {
  const next = edited((copy) => {
    const commune = elementOf(copy, 'foyer')
    commune.type = 'checkbox'
  })
  const { toFix } = checked(next, { previous: families })
  expect(toFix).toContainEqual(
    expect.objectContaining({
      path: 'foyer',
      code: 'kind',
      where: expect.stringMatching(/^Question « .*» ?|^Question/),
    }),
  )
})

test('a finding inside a repeated panel leads to the question itself', () => {
  const wrong = edited((copy) => {
    const rows = elementOf(copy, 'enfants').templateElements as DefinitionElement[]
    rows.find(({ name }) => name === 'delai')!.html = '<b>x</b>'
  })
  expect(checked(wrong).toFix.map(({ path }) => path)).toContain('enfants.delai')
})

test('an indicator is checked against its measure and its sentence', () => {
  const change = (indicator: object) =>
    checked(
      edited((copy) => {
        Object.assign(copy.indicators[0]!, indicator)
      }),
    ).toFix.map(({ message }) => message)
  expect(change({ measure: 'themes' })[0]).toMatch(/ne va pas avec ce genre de question/)
  expect(change({ measure: 'inconnue' })[0]).toMatch(/qui n’existe pas/)
  expect(change({ measure: 'share', wanted: [] })[0]).toMatch(/ne dit pas quelles réponses/)
  expect(change({ sentence: 'Rien.' })[0]).toMatch(/sans \{value\}/)
  expect(change({ sentence: '{value} {nom}' })[0]).toMatch(/\{nom\}/)
})

test('questions and answers without words are found', () => {
  const bare = edited((copy) => {
    const element = elementOf(copy, 'foyer')
    element.title = ' '
    ;(element.choices as { text: string }[])[0]!.text = ''
  })
  expect(codes(checked(bare))).toEqual(expect.arrayContaining(['title-empty', 'choice-empty']))
})

test('long sentences and hard words are advised against, in easy French more strictly', () => {
  const long = 'mot '.repeat(20).trim()
  const easy = edited((copy) => {
    elementOf(copy, 'foyer').title = { default: 'Vous vivez :', 'fr-facile': `${long}.`, en: 'x', ar: 'x' }
    elementOf(copy, 'cout').title = {
      default:
        'Considérations administratives intercommunales relatives à la contractualisation territoriale pluriannuelle des établissements et équipements socioculturels',
      'fr-facile': 'x',
      en: 'x',
      ar: 'x',
    }
  })
  const { toCheck } = checked(easy)
  expect(toCheck.map(({ path, code }) => `${path}:${code}`)).toEqual(
    expect.arrayContaining(['foyer:long-sentence-fr-facile', 'cout:hard-words-fr']),
  )
  expect(toCheck.map(({ path, code }) => `${path}:${code}`)).not.toContain('foyer:long-sentence-fr')
})

test('a questionnaire too large or too deep is refused at once', () => {
  const deep: Record<string, unknown> = { type: 'panel', name: 'p' }
  let inner = deep
  for (let at = 0; at < 50_000; at++) {
    const next = { type: 'panel', name: 'p' }
    inner.elements = [next]
    inner = next
  }
  const choices = Array.from({ length: 1e5 }, (_, value) => ({ value: `v${value}`, text: 'x' }))
  for (const element of [deep, { type: 'radiogroup', name: 'q', choices }]) {
    const { toFix } = checked(edited((copy) => copy.definition.pages[0]!.elements.push(element as DefinitionElement)))
    expect(toFix).toHaveLength(1)
  }
})

test('a question or an indicator under an objective the plan has not is said, with what to do', () => {
  const beyond = edited((copy) => {
    elementOf(copy, 'foyer').objectives = [99]
    copy.indicators[0]!.objective = 98
  })
  const messages = checked(beyond).toFix.map(({ message }) => message)
  expect(messages).toContainEqual(expect.stringMatching(/sert l’objectif 99, qui n’est pas dans votre plan/))
  expect(messages).toContainEqual(expect.stringMatching(/rangé sous l’objectif 98, qui n’est pas dans votre plan/))
})
