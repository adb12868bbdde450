import { describe, expect, test } from 'vitest'
import type { DefinitionElement, Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { lint } from '../../../surveys/review/lint.ts'
import { drafts, fixtures, publishedAs } from '../questionnaires.ts'

const garde: DefinitionElement = {
  type: 'radiogroup',
  name: 'garde',
  title: 'Garde',
  choices: [
    { value: 'oui', text: 'Oui' },
    { value: 'non', text: 'Non' },
  ],
  objectives: [1],
  sensitivity: 'ordinary',
}
const sensitive = { ...garde, sensitivity: 'sensitive', showRefuseItem: true, legalBasis: 'Consentement' }

function withElements(...elements: DefinitionElement[]): Questionnaire {
  return { ...publishedAs('conditions'), definition: { pages: [{ name: 'page', title: 'Page', elements }] } }
}
const codesOf = (questionnaire: Questionnaire, level = 'error') =>
  lint(questionnaire)
    .filter((finding) => finding.level === level)
    .map(({ code }) => code)

test.each([...drafts, ...fixtures].map((draft) => [draft.slug, draft] as const))(
  'nothing stops the publication of %s',
  (_, draft) => {
    expect(lint(draft).filter(({ level }) => level === 'error')).toEqual([])
  },
)

describe('stops the publication', () => {
  test.each<[string, DefinitionElement]>([
    ['sensitive-required', { ...sensitive, isRequired: true }],
    ['sensitive-refuse', { ...sensitive, showRefuseItem: false }],
    ['sensitive-basis', { ...sensitive, legalBasis: undefined }],
    [
      'sensitive-refuse',
      {
        type: 'comment',
        name: 'sante',
        title: 'Votre quotidien',
        sensitivity: 'sensitive',
        legalBasis: 'x',
        objectives: [1],
      },
    ],
    ['purpose', { ...garde, objectives: [] }],
    ['html', { ...garde, title: 'Garde <b>forte</b>' }],
    ['html', { ...garde, description: '<script>alert(1)</script>' }],
    ['html', { ...garde, description: { default: 'x', en: '<img src=x>' } }],
    ['address', { ...garde, description: 'Voir https://exemple.org' }],
    ['address', { ...garde, title: 'Voir exemple.com' }],
    ['piping', { ...garde, title: 'Bonjour {garde}' }],
    ['name', { type: 'text', name: 'q', title: 'Votre nom et prénom', objectives: [1] }],
    ['birth-date', { type: 'text', name: 'q', title: 'Date de naissance', objectives: [1] }],
    ['contact', { type: 'text', name: 'q', title: 'Votre adresse', objectives: [1] }],
    ['school', { type: 'text', name: 'q', title: 'Dans quelle école va votre enfant ?', objectives: [1] }],
    ['diagnosis', { ...garde, title: 'Votre enfant a-t-il un diagnostic ?' }],
    ['parameter', { ...garde, title: 'Avant le %{inconnu}' }],
    ['type', { ...garde, type: 'html' }],
  ])('%s', (code, element) => {
    expect(codesOf(withElements(element))).toContain(code)
  })

  test('a notice with an empty line', () => {
    const questionnaire = withElements(garde)
    questionnaire.notice.lines[0]!.text = ' '
    expect(codesOf(questionnaire)).toEqual(['notice'])
    // named by its title
    questionnaire.notice.lines[0]!.title = 'Qui demande ?'
    expect(
      lint(questionnaire)
        .map(({ message }) => message)
        .join(),
    ).toContain('rien n’est écrit sous «\u202fQui demande ?\u202f»')
  })

  test('a question whose conditions contradict each other, and those behind it', () => {
    const impossible = { ...garde, name: 'jamais', visibleIf: "{garde} = 'oui' and {garde} = 'non'" }
    const behind = { ...garde, name: 'derriere', visibleIf: "{jamais} = 'oui'" }
    const possible = { ...garde, name: 'parfois', visibleIf: "{garde} = 'oui' or {garde} = 'non'" }
    const found = lint(withElements(garde, impossible, behind, possible)).filter(({ code }) => code === 'unreachable')
    expect(found.map(({ path }) => path)).toEqual(['jamais', 'derriere'])
  })

  test('a number out of its bounds is never met', () => {
    const age = { type: 'text', name: 'age', title: 'Âge', inputType: 'number', min: 0, max: 10, objectives: [1] }
    const found = codesOf(withElements(age, { ...garde, visibleIf: '{age} > 10' }))
    expect(found).toEqual(['unreachable'])
  })

  test('an indicator that reads nothing', () => {
    const questionnaire = withElements(garde)
    questionnaire.indicators = [
      {
        id: 'x',
        objective: 1,
        field: 'absent',
        measure: 'share',
        wanted: ['oui'],
        breakdowns: ['zone'],
        unit: 'households',
        title: 'X',
        sentence: '',
      },
    ]
    expect(codesOf(questionnaire)).toEqual(['indicator'])
    questionnaire.indicators[0]!.field = 'garde'
    expect(codesOf(questionnaire)).toEqual([])
    questionnaire.indicators[0]!.wanted = ['peut_etre']
    expect(codesOf(questionnaire)).toEqual(['indicator'])
  })
})

test('a language that was asked for must be complete; one that is begun is only advised', () => {
  const questionnaire = withElements({ ...garde, title: { default: 'Garde', en: 'Care' } })
  expect(lint(questionnaire).map(({ level, code }) => `${level} ${code}`)).toEqual(['advice language-en'])
  expect(lint(questionnaire, { asked: ['en', 'ar'] }).map(({ level, code }) => `${level} ${code}`)).toEqual([
    'error language-en',
    'error language-ar',
  ])
})

test('nothing is missing in a language that the questionnaire leaves out', () => {
  const questionnaire = withElements({ ...garde, title: { default: 'Garde', en: 'Care', ar: 'رعاية' } })
  questionnaire.languages = ['fr', 'ar']
  expect(lint(questionnaire).map(({ code }) => code)).toEqual(['language-ar'])
})

test('a free text beside a sensitive question is reported, unless it asks for no name', () => {
  const text = { type: 'comment', name: 'mot', title: 'Autre chose ?', objectives: [1] }
  expect(codesOf(withElements(sensitive, text), 'advice')).toEqual(['free-text-sensitive'])
  expect(codesOf(withElements(sensitive, { ...text, description: 'N’écrivez pas de nom.' }), 'advice')).toEqual([])
})
