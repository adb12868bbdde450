import { expect, test } from 'vitest'
import { countThemes, foundingDictionary, themesOf } from '../../../analysis/text/dictionary.ts'
import { contentWords, wordsOf } from '../../../analysis/text/words.ts'

test('elisions are split before anything else', () => {
  expect(wordsOf('J’aurais voulu qu’on aille à l’hôpital aujourd’hui').map(({ text }) => text)).toEqual([
    'J’',
    'aurais',
    'voulu',
    'qu’',
    'on',
    'aille',
    'à',
    'l’',
    'hôpital',
    'aujourd’hui',
  ])
})

test('content words leave out articles and elisions', () => {
  expect(contentWords('Il n’y a pas de place dans la crèche d’à côté').map(({ text }) => text)).toEqual([
    'place',
    'crèche',
    'côté',
  ])
})

test.each([
  ['J’aurais besoin d’horaires plus larges le soir', ['horaires']],
  ['C’est trop cher et trop loin', ['tarifs', 'transports']],
  ['Pas d’accueil adapté à l’handicapé de la famille', ['handicap']],
  ['La liste d’attente est longue', ['places']],
  ['L’AESH manque', ['handicap']],
  ['une attente sans liste', []],
  ['', []],
])('« %s » touches %j', (text, themes) => {
  expect(themesOf(text, foundingDictionary())).toEqual(themes)
})

test('a person counts once a theme, however often they say it', () => {
  const counts = countThemes(['cher, cher, cher !', 'le tarif', null, ''], foundingDictionary())
  expect(counts.get('tarifs')).toBe(2)
  expect(counts.get('places')).toBe(0)
})
