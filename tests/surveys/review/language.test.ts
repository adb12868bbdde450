import { describe, expect, test } from 'vitest'
import { compileValidator, LanguageError } from '../../../surveys/answers/validator.ts'
import type { DefinitionElement, Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { languageProblems } from '../../../surveys/review/language.ts'
import { publishedAs } from '../questionnaires.ts'

const oui = [
  { value: 'oui', text: 'Oui' },
  { value: 'non', text: 'Non' },
]
const garde: DefinitionElement = {
  type: 'radiogroup',
  name: 'garde',
  title: 'Garde',
  choices: oui,
  objectives: [1],
  sensitivity: 'ordinary',
}
const cases: DefinitionElement = { ...garde, type: 'checkbox', name: 'cases' }

function withElements(...elements: unknown[]): Questionnaire {
  const questionnaire = publishedAs('conditions')
  return { ...questionnaire, definition: { pages: [{ name: 'page', elements: elements as DefinitionElement[] }] } }
}

function problemsOf(questionnaire: Questionnaire) {
  try {
    compileValidator(questionnaire)
    return []
  } catch (error) {
    if (error instanceof LanguageError) return error.problems
    throw error
  }
}
const codesOf = (questionnaire: Questionnaire) => problemsOf(questionnaire).map(({ code }) => code)

test('a plain question is in the language', () => {
  expect(codesOf(withElements(garde))).toEqual([])
})

// « La condition lit « inclusion », qui n’existe pas ou n’est pas demandé avant »: a code, and two causes
test('a condition out of its place names the question by its title; one on nothing says that it is not there', () => {
  const messagesOf = (...elements: unknown[]) => problemsOf(withElements(...elements)).map(({ message }) => message)
  expect(messagesOf({ ...cases, visibleIf: "{garde} = 'oui'" }, garde)).toEqual([
    'La condition lit «\u202fGarde\u202f», qui n’est pas demandée avant.',
  ])
  expect(messagesOf({ ...cases, visibleIf: "{inclusion} = 'oui'" })).toEqual([
    'La condition lit «\u202finclusion\u202f», qui n’existe pas.',
  ])
})

describe('refused at publication', () => {
  const panel = { type: 'paneldynamic', name: 'fiches', maxPanelCount: 2, templateElements: [garde] }
  const many = (count: number) => Array.from({ length: count }, (_, at) => ({ value: `v${at}`, text: 'V' }))
  test.each<[string, unknown]>([
    ...[
      'html',
      'image',
      'file',
      'signaturepad',
      'expression',
      'imagepicker',
      'tagbox',
      'matrixdynamic',
      'matrixdropdown',
      'multipletext',
      'constructor',
      '__proto__',
      'toString',
    ].map((type): [string, unknown] => [`type ${type}`, { ...garde, type }]),
    ...[
      'choicesByUrl',
      'validators',
      'defaultValue',
      'defaultValueExpression',
      'setValueIf',
      'correctAnswer',
      'valueName',
      'renderAs',
      'html',
      'choicesVisibleIf',
      'enableIf',
      'resetValueIf',
      'customProperty',
      'showCommentArea',
      'commentText',
      'cookieName',
      'imageLink',
    ].map((property): [string, unknown] => [`property ${property}`, { ...garde, [property]: 'x' }]),
    [
      'a validator with a regular expression',
      { ...garde, type: 'text', choices: undefined, validators: [{ type: 'regex', regex: '^(a+)+$' }] },
    ],
    ['an input type of its own', { type: 'text', name: 'jour', inputType: 'date' }],
    ['a number without bounds', { type: 'text', name: 'nombre', inputType: 'number' }],
    ['a text longer than 200', { type: 'text', name: 'mot', maxLength: 5_000 }],
    ['a comment longer than 1,000', { type: 'comment', name: 'mot', maxLength: 100_000 }],
    ['choices without limit', { ...garde, choices: many(10_000) }],
    ['a matrix of 1,000 rows', { type: 'matrix', name: 'grille', rows: many(1_000), columns: oui }],
    ['a matrix of 100 columns', { type: 'matrix', name: 'grille', rows: oui, columns: many(100) }],
    ['choices as bare texts', { ...garde, choices: ['oui', 'non'] }],
    ['the same choice twice', { ...garde, choices: [...oui, oui[0]] }],
    [
      'codes that read as one number',
      {
        ...garde,
        choices: [
          { value: '1', text: 'Un' },
          { value: '01', text: 'Un' },
        ],
      },
    ],
    ['a code with capitals', { ...garde, choices: [{ value: 'Oui', text: 'Oui' }] }],
    ['a code that is a boolean', { ...garde, choices: [{ value: 'true', text: 'Oui' }] }],
    ['a choice with a condition', { ...garde, choices: [{ value: 'oui', text: 'Oui', visibleIf: '{a} = 1' }] }],
    [
      'a special answer among the choices of a checkbox',
      { ...cases, choices: [...oui, { value: 'refus', text: 'Non' }] },
    ],
    ['a name with a dot', { ...garde, name: 'a.b' }],
    ['__proto__ as a name', { ...garde, name: '__proto__' }],
    ['constructor as a name', { ...garde, name: 'constructor' }],
    ['nine rows', { ...panel, maxPanelCount: 9 }],
    ['rows without limit', { ...panel, maxPanelCount: undefined }],
    ['rows within rows', { ...panel, templateElements: [{ ...panel, name: 'encore' }] }],
    ['a panel without question', { type: 'panel', name: 'vide', elements: [] }],
    [
      'panels five deep',
      [1, 2, 3, 4, 5].reduce<unknown>((inner, at) => ({ type: 'panel', name: `p${at}`, elements: [inner] }), garde),
    ],
    ['required always and under a condition', { ...garde, isRequired: true, requiredIf: "{garde} = 'oui'" }],
    ['an objective that no plan has', { ...garde, objectives: [1000] }],
    ['a text in an unknown language', { ...garde, title: { default: 'Garde', de: 'Betreuung' } }],
    ['an empty question', null],
  ])('%s', (_, element) => {
    expect(codesOf(withElements(element))).not.toEqual([])
  })

  test.each<[string, unknown[]]>([
    ['two questions with one name', [garde, garde]],
    ['a condition on a later question', [{ ...cases, visibleIf: "{garde} = 'oui'" }, garde]],
    ['a condition on itself', [{ ...garde, visibleIf: "{garde} = 'oui'" }]],
    [
      'a name shared by the response and a row',
      [garde, { type: 'paneldynamic', name: 'fiches', maxPanelCount: 2, templateElements: [garde] }],
    ],
    [
      'answers taken up from a later question',
      [{ ...garde, choices: undefined, choicesFromQuestion: 'cases', choicesFromQuestionMode: 'selected' }, cases],
    ],
    [
      'answers taken up from a single choice',
      [garde, { ...cases, choices: undefined, choicesFromQuestion: 'garde', choicesFromQuestionMode: 'selected' }],
    ],
    [
      'a typed « autre » taken up as a choice',
      [
        { ...cases, showOtherItem: true },
        { ...garde, choices: undefined, choicesFromQuestion: 'cases', choicesFromQuestionMode: 'selected' },
      ],
    ],
  ])('%s', (_, elements) => {
    expect(codesOf(withElements(...elements))).not.toEqual([])
  })

  test.each([
    'completedHtml',
    'completedHtmlOnCondition',
    'navigateToUrl',
    'navigateToUrlOnCondition',
    'loadingHtml',
    'cookieName',
    'triggers',
    'calculatedValues',
    'clearInvisibleValues',
    'logo',
    'backgroundImage',
  ])('the survey property %s', (property) => {
    const questionnaire = withElements(garde)
    questionnaire.definition[property] = '<img src=x onerror=alert(1)>'
    expect(codesOf(questionnaire)).toEqual(['property'])
  })

  test('a questionnaire of more than 256 KB, in no more time than copying it a few times takes', () => {
    const large = withElements(...Array.from({ length: 5_000 }, (_, at) => ({ ...garde, name: `q${at}` })))
    const timed = (work: () => unknown) => {
      const start = performance.now()
      work()
      return performance.now() - start
    }
    const copying = Math.max(...[1, 2, 3].map(() => timed(() => structuredClone(large))))
    let codes: string[] = []
    const refusing = timed(() => {
      codes = codesOf(large)
    })
    expect(codes).toEqual(['size'])
    expect(refusing).toBeLessThan(10 * copying)
  })
})

test('a page without a name is reported at a place that is a text', () => {
  const questionnaire = publishedAs('conditions')
  const nameless = [{ garde: 1, elements: [] }] as unknown as Questionnaire['definition']['pages']
  const problems = languageProblems({ ...questionnaire, definition: { pages: nameless } })
  expect(problems.map(({ code }) => code)).toEqual(['name', 'property', 'elements'])
  expect(problems.map(({ path }) => typeof path)).toEqual(['string', 'string', 'string'])
})

test('everything outside the language is reported at once, in French, at its place', () => {
  try {
    compileValidator(withElements({ ...garde, html: 'x', name: 'Bad' }, { type: 'html', name: 'autre' }))
    expect.unreachable()
  } catch (error) {
    expect((error as LanguageError).problems.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'Bad name',
      'Bad property',
      'autre type',
    ])
  }
})
