import { expect, test } from 'vitest'
import { assess } from '../../../analysis/findings/assessment.ts'
import { textIn, translatedAnswer } from '../../../analysis/findings/easy.ts'
import { answerName } from '../../../analysis/measures/answers.ts'
import { askedOf, leftOut } from '../../../analysis/report/public/asked-of.ts'
import { publicPages } from '../../../analysis/report/public/public.ts'
import { provisionalZones } from '../../../surveys/authority/territory.ts'
import { elementsIn, frenchOf } from '../../../surveys/questionnaire/elements.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { indicator, small, studyOf, times, unperturbed } from '../columns/study.ts'

const easy = (standard: string, simple: string) => ({ default: standard, 'fr-facile': simple })
const questionnaire: Questionnaire = {
  ...small,
  definition: {
    pages: [
      {
        name: 'page',
        elements: [
          {
            type: 'radiogroup',
            name: 'garde',
            title: easy('Recourez-vous à un mode de garde ?', 'Faites-vous garder un enfant ?'),
            choices: [
              { value: 'oui', text: easy('Oui, régulièrement', 'Oui, souvent') },
              { value: 'non', text: easy('Aucunement', 'Non') },
            ],
            objectives: [1],
          },
          { type: 'boolean', name: 'voiture', title: 'Disposez-vous d’un véhicule ?', objectives: [1] },
        ],
      },
    ],
  },
}
const childPanel = {
  type: 'paneldynamic',
  name: 'enfants',
  title: easy('Une fiche par enfant', '1 fiche pour chaque enfant'),
  templateElements: [
    { type: 'text', inputType: 'number', name: 'annee', title: 'Année', role: 'birth-year', objectives: [1] },
    {
      type: 'radiogroup',
      name: 'repas',
      title: easy('Votre enfant prend ses repas :', 'Votre enfant mange :'),
      choices: [{ value: 'seul', text: easy('Sans adulte', 'Seul') }],
      objectives: [1],
    },
  ],
}
const indicators = [
  indicator({ field: 'garde', measure: 'share', wanted: ['oui'], title: 'Recours à un mode de garde' }),
  indicator({ field: 'voiture', measure: 'share', wanted: ['true'], title: 'Motorisation des ménages' }),
]
const answers = [...times(60, { garde: 'oui', voiture: true }), ...times(90, { garde: 'non', voiture: false })]
const circumstances = {
  place: 'Ici',
  date: '2026-05-31',
  demo: false,
  digest: 'abc',
  scope: { questionnaire: null, objective: null },
  zones: provisionalZones(),
}
const source = assess([studyOf(answers, indicators, questionnaire)], circumstances, undefined, unperturbed)
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

test('the page in easy French has sentences of its own, from the easy words of the questionnaire', () => {
  const { pages } = publicPages(source, 'fr-facile')
  expect(pages.map(({ title, question, lines }) => [title, question, ...lines].map(plain))).toEqual([
    [
      'Quand les familles ont-elles besoin de faire garder leurs enfants ?',
      'Notre question : Faites-vous garder un enfant ?',
      'Sur 100 familles qui ont répondu, environ 40 disent : « Oui, souvent ».',
      'Ce nombre se trouve probablement entre 32 et 49. Il y a 150 réponses.',
    ],
  ])
})

test('no word of the indicators, and no question without easy words, reaches the easy page', () => {
  const pages = JSON.stringify(publicPages(source, 'fr-facile'))
  for (const words of ['Recours', 'Recourez', 'Motorisation', 'véhicule']) expect(pages).not.toContain(words)
  expect(JSON.stringify(publicPages(source, 'fr'))).toContain('Motorisation')
})

// It was headed by the title of the whole response of a child.
test('what is asked of each child is headed by its own question, and a question cut by its answers trails off', () => {
  const asked = { ...questionnaire, definition: { pages: [{ name: 'page', elements: [childPanel] }] } }
  const seen = [indicator({ field: 'enfants.repas', measure: 'share', wanted: ['seul'], unit: 'children' })]
  const given = times(60, { enfants: [{ annee: 2020, repas: 'seul' }] })
  const { pages } = publicPages(
    assess([studyOf(given, seen, asked)], circumstances, undefined, unperturbed),
    'fr-facile',
  )
  expect(pages.map(({ question }) => plain(question))).toEqual(['Notre question : Votre enfant mange…'])
  // children do not answer, and it is they who are counted
  expect(pages[0]!.lines.map(plain)).toEqual([
    'Sur 100 enfants dont la famille a répondu, les parents répondent « Seul » pour environ 100.',
    'Ce nombre se trouve probablement entre 70 et 100. Il y a 60 enfants.',
  ])
})

test('the young are those of the ages asked, not all the young', () => {
  const young: Questionnaire = { ...questionnaire, audience: 'young-11-15', unit: 'persons' }
  const { pages } = publicPages(
    assess([studyOf(answers, indicators, young)], circumstances, undefined, unperturbed),
    'fr-facile',
  )
  expect(plain(pages[0]!.lines[0]!)).toBe(
    'Sur 100 jeunes de 11 à 15 ans qui ont répondu, environ 40 disent : « Oui, souvent ».',
  )
})

// « Out of 100 families, about 25 answered “both of you” », of those who live as a couple.
test('where earlier answers decide who is asked, the hundred are those who were', () => {
  const said = (text: string) => ({ default: text, 'fr-facile': text, en: text })
  const question = (name: string, more: object) => ({
    type: 'radiogroup',
    name,
    title: said('Qui ?'),
    choices: ['oui', 'non'].map((value) => ({ value, text: said(value) })),
    objectives: [1],
    sensitivity: 'ordinary',
    ...more,
  })
  const choices = ['oui', 'pas_concerne'].map((value) => ({ value, text: said(value) }))
  const elements = [
    question('couple', {}),
    question('deux', { visibleIf: "{couple} = 'oui'" }),
    question('garde', { choices }),
    question('menage', { choices: [...choices, { value: 'non', text: said('non') }] }),
  ]
  const asked = { ...questionnaire, definition: { pages: [{ name: 'page', elements }] } } as Questionnaire
  const given = [
    ...times(55, { couple: 'oui', deux: 'oui', garde: 'oui', menage: 'oui' }),
    ...times(5, { couple: 'oui', deux: 'oui', garde: 'oui', menage: 'pas_concerne' }),
    ...times(55, { couple: 'non', garde: 'pas_concerne', menage: 'non' }),
    ...times(5, { couple: 'non', garde: 'pas_concerne' }),
  ]
  const linesOf = (field: string, language: 'fr-facile' | 'en') => {
    const own = [indicator({ field, measure: 'share', wanted: ['oui'] })]
    const whole = assess([studyOf(given, own, asked)], circumstances, undefined, unperturbed)
    const pages = publicPages({ ...whole, definitions: [{ ...asked, indicators: own }] }, language)
    return pages.pages[0]!.lines.map(plain)
  }
  const first = (field: string, language: 'fr-facile' | 'en') => linesOf(field, language)[0]
  expect(linesOf('couple', 'en').join()).not.toMatch(/only where|not counted/)
  expect(linesOf('deux', 'en')).toContain('This question was asked only where the answer to “Qui ?” is “oui”.')
  expect(linesOf('deux', 'fr-facile')).toContain(
    'Nous avons posé cette question seulement quand la réponse à « Qui ? » est « oui ».',
  )
  expect(linesOf('garde', 'en')).toContain('The answer “pas_concerne” is not counted here.')
  expect(linesOf('garde', 'fr-facile')).toContain('Nous ne comptons pas ici la réponse « pas_concerne ».')
  // one in twenty-four: still « 100 families who answered », which whoever gave that answer did
  expect(first('menage', 'en')).toBe('Out of 100 families who answered, about 50 said “oui”.')
  expect(linesOf('menage', 'en')).toContain('The answer “pas_concerne” is not counted here.')
  expect(linesOf('menage', 'fr-facile')).toContain('Nous ne comptons pas ici la réponse « pas_concerne ».')
  expect(first('couple', 'en')).toBe('Out of 100 families who answered, about 50 said “oui”.')
  expect(first('deux', 'en')).toBe(
    'Out of 100 families who answered and whom this question concerns, about 100 said “oui”.',
  )
  expect(first('deux', 'fr-facile')).toBe(
    'Sur 100 familles qui ont répondu et que cette question concerne, environ 100 disent : « oui ».',
  )
})

// the French page says « avec un enfant mineur »; the others said « whom this question concerns », and no more
test('pages in other words say which earlier answers led to a question', () => {
  const whole = { ...founding().find(({ slug }) => slug === 'familles')!, assigned: [] }
  const led = ['fr-facile', 'en', 'ar'] as const
  const said = (path: string) => led.map((language) => askedOf(whole, path, language))
  expect(said('arrivee')).toEqual([
    { question: 'Avez-vous des enfants de moins de 18\u00a0ans\u202f?', answers: ['Oui'] },
    { question: 'Do you have any children under 18?', answers: ['Yes'] },
    { question: 'هل لديكم أطفال دون 18 عامًا؟', answers: ['نعم'] },
  ])
  expect(said('horaires').map((one) => one?.answers.length)).toEqual([2, 2, 2])
  // its page asks for more than the question itself: what both let through
  expect(said('accord_adaptation').map((one) => one?.answers)).toEqual([['Oui'], ['Yes'], ['نعم']])
  expect(said('enfants_a_charge')).toEqual([null, null, null])
})

// « 44 of a hundred whom this question concerns », then the earlier question alone: « we need no childcare » was not counted either
test('the answers that say a question is for others are said to be in no figure', () => {
  const familles = { ...founding().find(({ slug }) => slug === 'familles')!, assigned: [] }
  const left = (field: string, wanted: string[]) =>
    (['fr-facile', 'en', 'ar'] as const).map((language) => {
      const indicators = [indicator({ id: 'i', field, measure: 'share', wanted })]
      return leftOut({ ...familles, indicators }, { field, indicator: 'i' }, language)
    })
  expect(left('manque', ['oui'])).toEqual([
    ['Nous n’avons pas besoin de garde'],
    ['We do not need childcare'],
    [expect.stringMatching(/\p{Script=Arabic}/u)],
  ])
  // counted by its indicator, it is in the figure
  expect(left('manque', ['oui', 'pas_concerne'])).toEqual([[], [], []])
  expect(left('horaires', ['oui'])).toEqual([[], [], []])
})

test('the page of a questionnaire that says « tu » says it too, and no other one does', () => {
  const wordsIn = (audience: Questionnaire['audience']) => {
    const own: Questionnaire = { ...questionnaire, audience }
    const whole = assess([studyOf(answers, indicators, own)], circumstances, undefined, unperturbed)
    return (['fr', 'fr-facile'] as const)
      .map((language) => JSON.stringify(publicPages({ ...whole, findings: [], definitions: [own] }, language)))
      .join()
  }
  const vous = /\b(?:vous|vos|votre)\b|\p{L}ez\b(?<!\b(?:assez|chez))/iu
  for (const audience of ['young-11-15', 'young-16-25'] as const) expect(wordsIn(audience)).not.toMatch(vous)
  expect(wordsIn('families')).toMatch(vous)
})

// « Il y a 320 réponses », of those who went on to the optional part.
test('pages in easy words say whose answers alone are counted, and nothing of a share that rounds to nobody', () => {
  const optional = {
    ...questionnaire,
    definition: { pages: questionnaire.definition.pages.map((page) => ({ ...page, optionalPart: true })) },
  }
  const linesOf = (given: Questionnaire, yes: number) => {
    const own = [...times(yes, { garde: 'oui' }), ...times(300 - yes, { garde: 'non' })]
    const told = assess([studyOf(own, indicators.slice(0, 1), given)], circumstances, undefined, unperturbed)
    return publicPages(told, 'fr-facile').pages.flatMap(({ lines }) => lines.map(plain))
  }
  const only = 'Nous comptons ici seulement les réponses à la partie facultative.'
  expect(linesOf(optional, 120)).toContain(only)
  expect(linesOf(questionnaire, 120)).not.toContain(only)
  expect(linesOf(questionnaire, 120).join()).toContain('environ 40')
  expect(linesOf(questionnaire, 0)).toEqual([])
})

// « Une autre raison » is what results call « Une autre raison, précisez »: its bar, and those beside it, had no name in English
test('an answer that asks to be specified is found in each language, without what it asks', () => {
  const open = founding().flatMap(({ slug, definition }) =>
    elementsIn(definition).flatMap(({ element }) =>
      [...((element.choices ?? []) as { text: unknown }[]), { text: element.otherText }]
        .filter(({ text }) => /, précisez?(?!\p{L})/u.test(frenchOf(text)) && textIn(text, 'en') !== null)
        .map(({ text }) => ({ slug, element, french: answerName(frenchOf(text)) })),
    ),
  )
  expect(open.length).toBeGreaterThan(8)
  for (const { slug, element, french } of open)
    for (const language of ['fr-facile', 'en', 'ar'] as const) {
      const said = translatedAnswer(element, french, language, ['', ''])
      expect([slug, french, language, said]).toEqual([slug, french, language, expect.stringMatching(/^[^.,،]+$/)])
    }
  const [reason] = open.filter(({ french }) => french === 'Une autre raison')
  expect(translatedAnswer(reason!.element, 'Une autre raison', 'en', ['', ''])).toBe('Another reason')
})

test('numbers of a scale have no words to be translated', () => {
  const cursor = { type: 'slider', name: 'envie' }
  const said = (french: string) => translatedAnswer(cursor, french, 'en', ['', ''])
  expect(['30', '-5', '3\u00a0à\u00a07', 'environ 5'].map(said)).toEqual(['30', '-5', '3–7', null])
  expect(translatedAnswer(cursor, '3\u00a0à\u00a07', 'fr-facile', ['', ''])).toBe('3\u00a0à\u00a07')
})
