import { expect, test } from 'vitest'
import { saidOf } from '../../../../client/answer/question/said.ts'
import { learn, speak } from '../../../../client/words/speak.ts'
import { modelOf } from '../../../../surveys/answers/engine.ts'
import type { Questionnaire } from '../../../../surveys/questionnaire/questionnaire.ts'

test('of several answers each is a text of its own, though one holds commas, and « Autre » is said in its words', () => {
  const choices = [
    { value: 'main', text: 'Un coup de main' },
    { value: 'fete', text: 'Une fête, un marché, un repas' },
  ]
  const elements = [{ type: 'checkbox', name: 'envies', choices, showOtherItem: true }]
  const questionnaire = { slug: 'essai', assigned: [], definition: { pages: [{ name: 'page', elements }] } }
  const model = modelOf(questionnaire as unknown as Questionnaire, 'fr')
  const question = model.getQuestionByName('envies')
  question.value = ['main', 'fete', 'other']
  question.comment = 'Un bal'
  expect(saidOf(question, () => '', 'fr')).toEqual(['Un coup de main', 'Une fête, un marché, un repas', 'Un bal'])
})

// the list said « sans réponse » of it, and the count above did not
test('a box of consent left unticked is no agreement', () => {
  const elements = [
    { type: 'checkbox', name: 'accord', role: 'consent', choices: [{ value: 'accord', text: 'D’accord' }] },
    { type: 'checkbox', name: 'envies', choices: [{ value: 'bal', text: 'Un bal' }] },
  ]
  const questionnaire = { slug: 'essai', assigned: [], definition: { pages: [{ name: 'page', elements }] } }
  const model = modelOf(questionnaire as unknown as Questionnaire, 'fr')
  const said = (name: string) => saidOf(model.getQuestionByName(name), (key) => speak('fr', key), 'fr')
  expect([said('accord'), said('envies')]).toEqual([['Accord non donné'], []])
})

// once with the space of French in every language
test('a line of a grid is told with its answer, as each language writes it', async () => {
  await learn('en')
  const elements = [
    { type: 'numbers', name: 'enfants', rows: ['Filles', 'Garçons'], unit: 'enfants' },
    { type: 'matrix', name: 'avis', rows: ['Le prix'], columns: ['Bon', 'Mauvais'] },
  ]
  const questionnaire = { slug: 'essai', assigned: [], definition: { pages: [{ name: 'page', elements }] } }
  const said = (language: 'fr' | 'en') => {
    const model = modelOf(questionnaire as unknown as Questionnaire, language)
    model.data = { enfants: { Filles: 2 }, avis: { 'Le prix': 'Bon' } }
    return ['enfants', 'avis'].flatMap((name) =>
      saidOf(model.getQuestionByName(name), (key, values) => speak(language, key, values), language),
    )
  }
  expect(said('fr')).toEqual(['Filles\u202f: 2\u00a0enfants', 'Le prix\u202f: Bon'])
  expect(said('en')).toEqual(['Filles: 2\u00a0enfants', 'Le prix: Bon'])
})

test('each moment of the week says how it is covered, apart where it differs, and nothing where nobody was asked', () => {
  const night = [
    { week: null, day: 1, from: 42, to: 48, cover: 'none' },
    { week: null, day: 2, from: 0, to: 12, cover: 'none' },
    { week: null, day: 3, from: 42, to: 48, cover: 'none' },
    { week: null, day: 4, from: 0, to: 12, cover: 'none' },
    { week: null, day: 5, from: 42, to: 48, cover: 'strained' },
    { week: null, day: 6, from: 0, to: 12, cover: 'strained' },
  ]
  const said = (coverQuestion: boolean) => {
    const elements = [{ type: 'weekhours', name: 'semaine', coverQuestion }]
    const questionnaire = { slug: 'essai', assigned: [], definition: { pages: [{ name: 'page', elements }] } }
    const question = modelOf(questionnaire as unknown as Questionnaire, 'fr').getQuestionByName('semaine')
    question.value = night
    return saidOf(question, (key, values) => speak('fr', key, values), 'fr').map((text) => text.replace(/\s/g, ' '))
  }
  expect(said(true)).toEqual([
    'Lundi et mercredi, de 21 h à 6 h le lendemain : sans solution',
    'Vendredi, de 21 h à 6 h le lendemain : couvert avec difficulté',
  ])
  expect(said(false)[0]).toBe('Lundi et mercredi, de 21 h à 6 h le lendemain')
})

test('in Arabic a French name stands apart, so that a line which ends inside it keeps its order', () => {
  const name = 'سان سولبيس لا بوانت (Saint-Sulpice-la-Pointe)'
  const choices = [{ value: 'pointe', text: { default: 'Saint-Sulpice-la-Pointe', ar: name } }]
  const elements = [{ type: 'dropdown', name: 'commune', choices }]
  const questionnaire = { slug: 'essai', assigned: [], definition: { pages: [{ name: 'page', elements }] } }
  const said = (language: 'fr' | 'ar') => {
    const question = modelOf(questionnaire as unknown as Questionnaire, language).getQuestionByName('commune')
    question.value = 'pointe'
    return saidOf(question, () => '', language)
  }
  expect(said('ar')).toEqual(['سان سولبيس لا بوانت (\u2066Saint-Sulpice-la-Pointe\u2069)'])
  expect(said('fr')).toEqual(['Saint-Sulpice-la-Pointe'])
})
