import { expect, test } from 'vitest'
import { compileValidator } from '../../../surveys/answers/validator.ts'
import type { Language } from '../../../surveys/languages.ts'
import { itemsOf, type Paper, paperOf } from '../../../surveys/paper/form.ts'
import { posterLines, speechOf } from '../../../surveys/paper/words.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { materialise } from '../../../surveys/questionnaire/parameters.ts'
import { languages, type Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'

const published = (slug: string) => materialise(founding().find((each) => each.slug === slug)!, {})
const families = published('familles')
const itemAt = (paper: Paper, path: string) => itemsOf(paper).find((item) => item.path === path)!

function small(elements: Record<string, unknown>[]): Questionnaire {
  const base = { objectives: [1], sensitivity: 'ordinary' }
  const questions = elements.map((element) => ({ ...base, ...element })) as never
  return { ...families, assigned: [], definition: { pages: [{ name: 'page', title: 'Page', elements: questions }] } }
}
const yesNo = [
  { value: 'oui', text: 'Oui' },
  { value: 'non', text: 'Non' },
]

test('an answer that skips questions says where to go, and the question skipped says for whom it is', () => {
  const questionnaire = small([
    { type: 'radiogroup', name: 'garde', title: 'Garde ?', choices: yesNo },
    { type: 'text', name: 'qui', title: 'Qui ?', visibleIf: "{garde} = 'oui'" },
    { type: 'text', name: 'ou', title: 'Où ?', visibleIf: "{garde} = 'oui'" },
    { type: 'text', name: 'fin', title: 'Fin ?' },
  ])
  const paper = paperOf(questionnaire, 'fr')
  expect(itemAt(paper, 'garde').choices.map(({ code, goTo }) => [code, goTo])).toEqual([
    ['1', ''],
    ['2', 'allez à la question\u00a04'],
  ])
  expect(itemAt(paper, 'qui').condition).toBe(
    'Questions\u00a02 et\u00a03\u202f: seulement si vous avez répondu «\u202fOui\u202f» à la question\u00a01.',
  )
  expect(itemAt(paper, 'ou').condition).toBe('')
  expect(itemAt(paper, 'ou').isConditional).toBe(true)
})

test('what a question was asked for is not said again of the one that follows from it', () => {
  const follows = "{garde} = 'oui' and {qui} = 'oui'"
  const paper = (of: string) =>
    paperOf(
      small([
        { type: 'radiogroup', name: 'garde', title: 'Garde ?', choices: yesNo },
        { type: 'radiogroup', name: 'qui', title: 'Qui ?', choices: yesNo, visibleIf: of },
        { type: 'text', name: 'ou', title: 'Où ?', visibleIf: follows },
        { type: 'text', name: 'sinon', title: 'Sinon ?', visibleIf: "{garde} = 'oui' and {qui} empty" },
      ]),
      'fr',
    )
  const said = (of: string, path: string) => itemAt(paper(of), path).condition.replaceAll(/\s/g, ' ')
  expect(said("{garde} = 'oui'", 'ou')).toContain('seulement si vous avez répondu « Oui » à la question 2.')
  expect(said("{garde} = 'non'", 'ou')).toContain(
    '« Oui » à la question 1 et vous avez répondu « Oui » à la question 2.',
  )
  expect(said("{garde} = 'oui'", 'sinon')).toContain('« Oui » à la question 1 et')
})

test('an answer never sends past a question it could still lead to', () => {
  const questionnaire = small([
    { type: 'radiogroup', name: 'a', title: 'A ?', choices: yesNo },
    { type: 'radiogroup', name: 'b', title: 'B ?', choices: yesNo },
    { type: 'text', name: 'c', title: 'C ?', visibleIf: "{a} = 'oui' or {b} = 'oui'" },
    { type: 'text', name: 'd', title: 'D ?' },
  ])
  const paper = paperOf(questionnaire, 'fr')
  expect(itemAt(paper, 'b').choices.map(({ goTo }) => goTo)).toEqual(['', ''])
})

test('a whole part that is not for everyone says so in each language, with the question to go to otherwise', () => {
  const [fr, en, ar] = (['fr', 'en', 'ar'] as const).map((language) => paperOf(families, language).parts[3]!.condition)
  expect(fr).toContain(
    'seulement si vous avez répondu «\u202fOui\u202f» à la question\u00a01. Sinon, allez à la question',
  )
  expect(en).toContain('only if you answered “Yes” to question\u00a01. If not, go to question')
  expect(ar).toContain('فقط إذا أجبتم بـ «نعم» عن السؤال\u00a01')
})

test('a form in Spanish is in Spanish throughout, and says that nobody has read it over', () => {
  const paper = paperOf(published('jeunes-11-15'), 'es')
  expect(paper.title).toBe('¿Cómo es esto por aquí? De 11 a 15 años')
  expect(JSON.stringify(paper.parts)).toContain('solo si has respondido')
  const say = speechOf('es', true)
  expect(say.days[0]).toBe('Lunes')
  expect(
    [say.minutes({ from: 1, to: 1 }), say.minutes({ from: 2, to: 5 })].map((text) => text.replace('\u00a0', ' ')),
  ).toEqual(['Alrededor de 1 minuto', 'De 2 a 5 minutos'])
  expect(say.unread).toBe('Traducción no revisada.')
  expect(posterLines(['fr', 'es', 'ar']).map(({ language }) => language)).toEqual(['ar', 'es'])
  // « Existe en français simplifié » stood alone in French on a poster in Arabic
  const around = (own: Language) => posterLines(['fr', 'fr-facile', 'es', 'ar'], own).map(({ language }) => language)
  expect(around('ar')).toEqual(['fr', 'es'])
  expect(around('fr')).toEqual(['fr-facile', 'ar', 'es'])
  expect(around('fr-facile')).toEqual(['ar', 'es'])
})

test('the young are addressed as « tu »', () => {
  const texts = JSON.stringify(paperOf(published('jeunes-11-15'), 'fr').parts)
  expect(texts).toContain('seulement si tu as répondu')
  expect(texts).not.toMatch(/seulement si vous|allez à/)
})

test('what was not drawn for a form is not printed on it, and a drawn order keeps the codes', () => {
  const paper = paperOf(published('loisirs-sud'), 'fr', { niveau_prix: 'b', ordre_lieux: '3-1-2' })
  expect(
    itemsOf(paper)
      .filter(({ path }) => path.startsWith('prix_'))
      .map(({ path }) => path),
  ).toEqual(['prix_b'])
  const codes = itemAt(paper, 'lieux_acceptes').choices.map(({ code }) => code)
  expect(codes.slice(0, 3)).toEqual(['3', '1', '2'])
})

test('every founding questionnaire has every question once, numbered in a row, with no code twice, in four languages', () => {
  for (const { slug } of founding()) {
    const questionnaire = published(slug)
    compileValidator(questionnaire)
    for (const language of languages) {
      const items = itemsOf(paperOf(questionnaire, language))
      expect(items.map(({ number }) => number)).toEqual(items.map((_, at) => String(at + 1)))
      for (const { choices } of items) expect(new Set(choices.map(({ code }) => code)).size).toBe(choices.length)
      expect(items.every(({ title }) => title !== '')).toBe(true)
    }
  }
})
