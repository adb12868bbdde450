import { expect, test } from 'vitest'
import { foundingDictionary, themesOf } from '../../../analysis/text/dictionary.ts'
import { wordsOf } from '../../../analysis/text/words.ts'

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
