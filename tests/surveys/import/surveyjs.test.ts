import { expect, test } from 'vitest'
import { compileValidator } from '../../../surveys/answers/validator.ts'
import { ImportError, importSurvey } from '../../../surveys/import/surveyjs.ts'
import { seeded } from '../../../surveys/people/random.ts'
import { blankQuestionnaire } from '../../../surveys/questionnaire/blank.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { materialise } from '../../../surveys/questionnaire/parameters.ts'
import type { DefinitionElement } from '../../../surveys/questionnaire/questionnaire.ts'

const elements = (json: unknown): DefinitionElement[] =>
  importSurvey(json).definition.pages.flatMap((page) => page.elements)
const reasons = (json: unknown): string[] => {
  try {
    importSurvey(json)
    return []
  } catch (error) {
    if (error instanceof ImportError) return error.reasons
    throw error
  }
}
const compiles = (json: unknown) =>
  compileValidator({ ...blankQuestionnaire('essai', 'Essai'), definition: importSurvey(json).definition })

/** As the commercial editor writes it, with what people put there. */
const file = {
  title: 'Sondage',
  completedHtml: '<h1>Merci</h1>',
  navigateToUrl: 'https://example.org',
  logo: 'https://example.org/logo.png',
  triggers: [{ type: 'complete' }],
  pages: [
    {
      name: 'Page Une',
      title: { default: 'About you', fr: 'Vous', de: 'Sie', en: 'You' },
      elements: [
        { type: 'html', name: 'intro', html: '<script>alert(1)</script>' },
        {
          type: 'radiogroup',
          name: 'Fréquence d’usage',
          title: 'Venez-vous <b>souvent</b>, {prenom} ?<br>',
          isRequired: true,
          choices: ['Oui', { value: 'NON', text: { default: 'Non', en: 'No' } }, 3],
          hasOther: true,
        },
        {
          type: 'tagbox',
          name: 'raisons',
          visibleIf: "{Fréquence d’usage} = 'NON'",
          choices: ['none', 'prix', 'other'],
        },
        { type: 'checkbox', name: 'aussi', visibleIf: "{Fréquence d’usage} anyof ['NON', 'Oui']", choices: ['a', 'b'] },
        { type: 'text', name: 'courriel', inputType: 'email' },
        { type: 'text', name: 'age', inputType: 'number' },
        { type: 'text', name: 'quand', inputType: 'date' },
        { type: 'rating', name: 'note', rateMax: 10, rateMin: 0 },
        { type: 'matrixdynamic', name: 'tableau', columns: [] },
        { type: 'matrix', name: 'accord', columns: ['Oui', 'Non'], rows: ['Prix', 'Lieu'] },
        { type: 'multipletext', name: 'deux', items: [{ name: 'un' }, { name: 'deux bis', title: 'Deux' }] },
        {
          type: 'paneldynamic',
          name: 'Enfants',
          maxPanelCount: 40,
          templateElements: [
            { type: 'text', name: 'Âge', inputType: 'number', min: 0, max: 20 },
            { type: 'radiogroup', name: 'garde', choices: ['x'], visibleIf: '{panel.Âge} < 3' },
          ],
        },
        { type: 'comment', name: 'idée', visibleIf: 'iif({note} > 2, true, false)', validators: [{ type: 'regex' }] },
      ],
    },
  ],
}

test('what the language allows comes along, with new codes, and compiles', () => {
  const found = elements(file)
  expect(found.map(({ type, name }) => `${type} ${name}`)).toEqual([
    'radiogroup frequence_d_usage',
    'checkbox raisons',
    'checkbox aussi',
    'text age',
    'text quand',
    'rating note',
    'matrix accord',
    'text un',
    'text deux_bis',
    'paneldynamic enfants',
    'comment idee',
  ])
  expect(importSurvey(file).definition.pages[0]).toMatchObject({
    name: 'page_une',
    title: { default: 'Vous', en: 'You' },
  })
  compiles(file)
})

test('texts are plain French, answers have new codes, conditions follow', () => {
  const [frequency, reasons, also] = elements(file)
  expect(frequency).toMatchObject({
    title: 'Venez-vous **souvent**, … ?',
    isRequired: true,
    showOtherItem: true,
    choices: [
      { value: 'oui', text: 'Oui' },
      { value: 'non', text: { default: 'Non', en: 'No' } },
      { value: '3', text: '3' },
    ],
  })
  expect(reasons!.choices).not.toContainEqual(expect.objectContaining({ value: 'other' }))
  expect(also!.visibleIf).toBe("{frequence_d_usage} anyof ['non', 'oui']")
  const rows = elements(file)[9]!.templateElements as DefinitionElement[]
  expect(rows.map(({ name, visibleIf }) => [name, visibleIf])).toEqual([
    ['age_2', undefined],
    ['garde', '{panel.age_2} < 3'],
  ])
})

test('each thing lost is noted once, in French, with where', () => {
  const { notes } = importSurvey(file)
  const all = notes.join('\n')
  for (const words of [
    /HTML laissés/,
    /Questions de coordonnées laissées.*courriel/,
    /Tableaux à lignes ajoutées.*refaire en fiche répétée/,
    /Champs groupés séparés/,
    /accolades/,
    /de\b.*langues|langues.*de\./,
    /Page de fin/,
    /Mise en page/,
    /Automatismes/,
    /Contrôles de saisie/,
    /Condition laissée de côté.*idée/,
    /Nombre sans limites.*age/,
    /Date sans limites/,
  ])
    expect(all).toMatch(words)
  expect(new Set(notes).size).toBe(notes.length)
  expect(notes.every((note) => !/undefined|\[object/.test(note))).toBe(true)
})

test.each([
  ['an unknown type', { elements: [{ type: 'hologramme', name: 'q' }] }, /hologramme.*Retirer la question du fichier/],
  ['a page of another tool', '<?xml version="1.0"?><document/>', /autre outil/],
  ['half a file', '{"pages": [', /en entier/],
  ['a list', [1, 2], /exporter en JSON/],
  ['no question', { pages: [] }, /questionnaire vide/],
  ['nothing', null, /exporter en JSON/],
] as const)('%s is refused with what to do', (_, json, words) => {
  expect(reasons(json).join('\n')).toMatch(words)
})

test('an old file with its questions at the top, or given as text, is understood', () => {
  expect(elements('{"elements":[{"type":"text","name":"q"}]}').map(({ name }) => name)).toEqual(['q'])
  expect(elements({ questions: [{ type: 'comment', name: 'Q1' }] }).map(({ name }) => name)).toEqual(['q1'])
})

test('the founding questionnaires come back as they went, but for what SurveyJS lacks', () => {
  for (const { definition } of founding().map((one) => materialise(one, {}))) {
    const found = elements(JSON.parse(JSON.stringify(definition)).pages ? { pages: withoutOurs(definition.pages) } : {})
    expect(found.length).toBeGreaterThan(10)
  }
})

test('a file of thousands of questions under one name is refused at once: each code is free among those before it', () => {
  const asked = (count: number) => ({ elements: Array.from({ length: count }, () => ({ type: 'text' })) })
  expect(elements(asked(400))).toHaveLength(400)
  expect(reasons(asked(1_001))).toEqual([
    'Ce fichier a plus de 1\u202f000 questions. Le partager en plusieurs, puis recommencer.',
  ])
})

/** SurveyJS has no week question. */
function withoutOurs(value: unknown): unknown {
  if (Array.isArray(value))
    return value.filter((item) => (item as { type?: string } | null)?.type !== 'weekhours').map(withoutOurs)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutOurs(item)]))
}

test('whatever the file holds, it is taken in or refused in words', () => {
  const random = seeded(7)
  const junk = [null, 0, true, [], {}, 'x', '__proto__', { default: 3 }, [null], '{a}', "{b} = 'c'", 1e300, '<b>']
  const holders = (value: unknown): Record<string, unknown>[] =>
    typeof value !== 'object' || value === null
      ? []
      : [value as Record<string, unknown>, ...Object.values(value).flatMap(holders)]
  for (let turn = 0; turn < 500; turn++) {
    const copy = structuredClone(file)
    for (let times = 0; times < 4; times++) {
      const all = holders(copy)
      const holder = all[Math.floor(random() * all.length)]!
      const keys = Object.keys(holder)
      holder[keys[Math.floor(random() * keys.length)] ?? 'type'] = structuredClone(
        junk[Math.floor(random() * junk.length)],
      )
    }
    expect(reasons(copy).every((reason) => reason.endsWith('.'))).toBe(true)
  }
})
